// Says what stands at a place of a chart: under the pointer or a finger, and by arrow keys. The words are those of
// the row in the chart's table; the drawing knows only where each row stands. Escape puts them away.
const REACH = 28;
const GAP = 14;
const KEYS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

const make = (name, className, ...content) => {
  const element = Object.assign(document.createElement(name), { className });
  element.append(...content);
  return element;
};

// Rows of a table that say something of one thing; none where the table is laid out in another way.
function rowsOf(name) {
  const table = document.querySelector(`table[data-table="${CSS.escape(name)}"]`);
  const rows = table ? [...table.tBodies].flatMap((body) => [...body.rows]) : [];
  return rows.filter(({ cells }) => cells.length === table.tHead.rows[0].cells.length);
}

function readPoints(svg) {
  const names = svg.dataset.tables.split(' ');
  return svg.dataset.points.split(';').flatMap((list, at) => {
    const rows = rowsOf(names[at]);
    return list.split(' ').flatMap((point) => {
      const [row, x, y] = point.split(',').map(Number);
      return rows[row] ? [{ row: rows[row], x, y }] : [];
    });
  });
}

function wordsOf(row) {
  const headings = [...row.closest('table').tHead.rows[0].cells];
  return [...row.cells].map((cell, column) => {
    const text = cell.textContent.trim();
    return column === 0
      ? make('b', '', text)
      : make('span', '', `${headings[column].textContent.trim()}: ${text}`);
  });
}

function showValues(svg) {
  const frame = svg.parentElement;
  const points = readPoints(svg);
  if (points.length === 0) return;
  const value = make('div', 'chart-value');
  const mark = make('div', 'chart-value-mark');
  let at = -1;
  value.setAttribute('role', 'status');
  mark.hidden = true;
  frame.append(mark, value);
  frame.classList.add('chart-values');
  frame.tabIndex = 0;
  frame.role = 'group';
  const number =
    frame.closest('figure')?.querySelector('.figure-number')?.textContent.replace(/\.$/, '') ?? 'the chart';
  frame.ariaLabel = `Values of ${number}: arrow keys go from one to the next`;

  const scale = () => svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
  const hide = () => {
    at = -1;
    value.replaceChildren();
    mark.hidden = true;
  };
  const show = (index) => {
    if (index === at) return;
    at = index;
    const { row, x, y } = points[at];
    value.replaceChildren(...wordsOf(row));
    mark.hidden = false;
    const [left, top] = [x * scale(), y * scale()];
    mark.style.setProperty('--mark-left', `${left}px`);
    mark.style.setProperty('--mark-top', `${top}px`);
    const { offsetWidth: width, offsetHeight: height } = value;
    const beside = left + GAP + width <= frame.clientWidth ? left + GAP : left - GAP - width;
    value.style.setProperty('--value-left', `${Math.max(0, Math.min(beside, frame.clientWidth - width))}px`);
    value.style.setProperty('--value-top', `${top >= height + GAP ? top - height - GAP : top + GAP}px`);
  };
  const point = (event) => {
    if (value.contains(event.target)) return;
    const { left, top } = svg.getBoundingClientRect();
    const [x, y] = [(event.clientX - left) / scale(), (event.clientY - top) / scale()];
    const far = points.map((one) => Math.hypot(one.x - x, one.y - y));
    const nearest = far.indexOf(Math.min(...far));
    if (far[nearest] * scale() <= REACH) show(nearest);
    else hide();
  };
  frame.addEventListener('pointermove', point);
  frame.addEventListener('pointerdown', point);
  frame.addEventListener('pointerleave', (event) => event.pointerType === 'mouse' && hide());
  frame.addEventListener('focusout', hide);
  document.addEventListener('pointerdown', (event) => frame.contains(event.target) || hide());
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') hide();
    if (document.activeElement !== frame || event.altKey || event.ctrlKey || event.metaKey) return;
    const last = points.length - 1;
    const step = KEYS[event.key];
    const next =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? last
          : step && Math.min(last, Math.max(0, at < 0 ? 0 : at + step));
    if (next === undefined) return;
    event.preventDefault();
    show(next);
  });
}

for (const svg of document.querySelectorAll('svg[data-points]')) showValues(svg);
