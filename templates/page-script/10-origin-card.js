// Opens where a figure comes from as a card beside it. The card is a copy of the figure's entry in the annex, with
// what the entry points to (method, data, script, files) in place. Without this script, or in a browser that knows
// no popovers, the figure is a link to the entry.
const FIGURES = 'a[href^="#from-"]';
const SHARED = /^#page-(method|query|basis|script|file)-/;

const byHash = (hash) => document.getElementById(decodeURIComponent(hash.slice(1)));
const make = (name, properties, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

// An entry as lines: what it says first, then each label with what follows it, and what its links lead to in place of
// them: words, further lines, or a list.
function linesOf(entry) {
  const lines = [make('span', {})];
  for (const node of entry.childNodes) {
    if (node.nodeName === 'I') lines.push(make('span', {}));
    if (node.nodeName !== 'B') lines.at(-1).append(node.cloneNode(true));
  }
  return lines.filter((one) => one.textContent.trim() !== '').flatMap(fillLine);
}

function fillLine(filled) {
  const further = [];
  const list = make('ul', {});
  for (const link of filled.querySelectorAll('a, [data-to]')) {
    const hash = link.dataset.to ? `#${link.dataset.to}` : link.getAttribute('href');
    const target = SHARED.test(hash) && byHash(hash);
    if (!target) continue;
    const words = [...target.childNodes].map((node) => node.cloneNode(true));
    if (link.dataset.to) further.push(...linesOf(target));
    else if (/^#page-(method|query)/.test(hash)) link.after(...words);
    else list.append(make('li', {}, ...words));
    link.remove();
  }
  if (list.children.length > 0) filled.replaceChildren(filled.querySelector('i'), ' ', list);
  filled.normalize();
  if (further.length > 0) filled.lastChild.textContent = filled.lastChild.textContent.replace(/[, ]+$/, '');
  return [filled, ...further];
}

const line = (label, ...content) => make('span', {}, make('i', { textContent: label }), ' ', ...content);
const textOf = (cell) => cell?.textContent.trim() ?? '';

// What is known of one cell: its row by the columns that tell rows apart, its column, its exact value.
function linesOfCell(cell) {
  const row = cell.closest('tr');
  const table = cell.closest('table');
  const key = table.dataset.key.split(' ').map((column) => textOf(row.cells[column]));
  return [
    line('Row', key.join(', ')),
    line('Column', textOf(table.tHead.rows[0].cells[cell.cellIndex])),
    line('Exact value', cell.querySelector('data').value.replace('-', '\u2212')),
  ];
}

// Any cell of a table, by row and column, for those who come by keyboard.
function chooserOf(table) {
  const rows = [...table.tBodies[0].rows];
  const columns = [...table.tHead.rows[0].cells].filter((_, column) =>
    rows.some((row) => row.cells[column]?.querySelector('data')),
  );
  if (columns.length === 0) return [];
  const keys = table.dataset.key.split(' ');
  const choose = (label, texts) => {
    const select = make('select', {}, ...texts.map((text) => make('option', { textContent: text })));
    return [make('label', {}, make('i', { textContent: label }), ' ', select), select];
  };
  const [rowLabel, row] = choose(
    'Row',
    rows.map((one) => keys.map((at) => textOf(one.cells[at])).join(', ')),
  );
  const [columnLabel, column] = choose('Column', columns.map(textOf));
  const exact = make('output', {});
  const show = () => {
    const cell = rows[row.selectedIndex].cells[columns[column.selectedIndex].cellIndex];
    exact.textContent = (cell.querySelector('data')?.value ?? textOf(cell)).replace('-', '\u2212');
  };
  row.addEventListener('change', show);
  column.addEventListener('change', show);
  show();
  return [rowLabel, columnLabel, line('Exact value', exact)];
}

let card;
let opener;

function open(from, title, lines, entry) {
  close();
  const heading = make('h2', { id: 'page-card-title', textContent: title });
  const button = make('button', { type: 'button', textContent: 'Close' });
  button.addEventListener('click', close);
  const full = make('a', { href: `#${entry.id}`, textContent: 'Entry in the list of all figures' });
  card = make(
    'div',
    { id: 'page-card', popover: 'auto', role: 'dialog', tabIndex: -1 },
    heading,
    ...lines,
    full,
    button,
  );
  card.setAttribute('aria-labelledby', 'page-card-title');
  card.addEventListener('beforetoggle', (event) =>
    from.setAttribute('aria-expanded', event.newState === 'open'),
  );
  card.addEventListener('toggle', (event) => event.newState === 'closed' && forget(event.target));
  card.addEventListener('click', (event) => event.target.closest('a[href^="#"]') && close());
  opener = from;
  (from.closest('td') === from ? from : from.parentElement).append(card);
  card.showPopover();
  place();
  card.focus({ preventScroll: true });
}

// Beneath the figure, or above it where there is more room; a narrow screen has the card at its foot (by style).
function place() {
  const figure = opener.getBoundingClientRect();
  const { width, height } = card.getBoundingClientRect();
  const root = document.documentElement;
  const below = root.clientHeight - figure.bottom;
  const top = below >= height + 16 || below >= figure.top ? figure.bottom + 8 : figure.top - height - 8;
  const left = Math.min(figure.left, root.clientWidth - width - 16);
  card.style.setProperty('--card-top', `${Math.max(0, top + scrollY)}px`);
  card.style.setProperty('--card-left', `${Math.max(16, left) + scrollX}px`);
}

function close() {
  if (!card) return;
  const isInside = card.contains(document.activeElement);
  const from = opener;
  card.hidePopover();
  if (isInside) from.focus({ preventScroll: true });
}

function forget(closed) {
  const lostFocus = document.activeElement === document.body || closed.contains(document.activeElement);
  if (lostFocus) opener?.focus({ preventScroll: true });
  closed.remove();
  if (closed === card) card = opener = undefined;
}

function openFrom(element) {
  const link = element.closest(FIGURES);
  const cell = element.closest('table[data-table] td:has(> data)');
  const hash = link?.hash ?? (cell && `#from-table-${cell.closest('table').dataset.table}`);
  const entry = hash && byHash(hash);
  if (!entry || element.closest('#page-card')) return false;
  const table = link?.matches('.table-origin') ? tableNear(link, hash) : undefined;
  if (link && !table) open(link, textOf(link), linesOf(entry), entry);
  else if (table)
    open(
      link,
      textOf(entry.querySelector('b')),
      [...linesOf(entry).slice(0, 1), ...chooserOf(table), ...linesOf(entry).slice(1)],
      entry,
    );
  else {
    cell.tabIndex = -1;
    open(
      cell,
      textOf(cell),
      [...linesOf(entry).slice(0, 1), ...linesOfCell(cell), ...linesOf(entry).slice(1)],
      entry,
    );
  }
  return true;
}

function tableNear(link, hash) {
  const name = hash.slice('#from-table-'.length);
  return link.closest('figure')?.querySelector(`table[data-table="${name}"]`) ?? undefined;
}

if ('showPopover' in HTMLElement.prototype) {
  document.documentElement.classList.add('has-cards');
  for (const link of document.querySelectorAll(FIGURES)) {
    link.role = 'button';
    link.setAttribute('aria-haspopup', 'dialog');
    link.setAttribute('aria-expanded', 'false');
  }
  document.addEventListener('click', (event) => {
    const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    if (isPlain && event.target instanceof Element && openFrom(event.target)) event.preventDefault();
  });
  document.addEventListener('keydown', (event) => {
    const isFigure = event.key === ' ' && event.target instanceof Element && event.target.matches(FIGURES);
    if (isFigure && openFrom(event.target)) event.preventDefault();
  });
}
