// Lets a reader sort a table by a column: a button in the column's heading sorts up, then down, then back as
// published. Rows that are equal stay in their published order. Numbers are sorted by their exact value, texts as
// the page's language does; what is no value stands last both ways: symbols by their code, then empty cells. Totals
// stay at the end. Only whole tables of results are sorted: not those with groups of rows or cells that span.
const FEWEST = 3;
const texts = new Intl.Collator(document.documentElement.lang, { numeric: true });

function readCell(cell) {
  const text = cell.textContent.trim();
  if (text === '') return { rank: 2, text };
  if (cell.classList.contains('symbol')) return { rank: 1, text };
  const exact = cell.querySelector('data')?.value;
  return exact === undefined ? { rank: 0, text } : { rank: 0, number: Number(exact), text };
}

function compare(a, b, direction) {
  if (a.rank !== b.rank) return a.rank - b.rank;
  if (a.rank > 0) return a.text < b.text ? -1 : Number(a.text > b.text);
  const isNumber = a.number !== undefined && b.number !== undefined;
  return direction * (isNumber ? a.number - b.number : texts.compare(a.text, b.text));
}

function sortBy(table, published, heading) {
  const before = heading.getAttribute('aria-sort');
  const direction = before === null ? 1 : before === 'ascending' ? -1 : 0;
  for (const other of table.querySelectorAll('[aria-sort]')) other.removeAttribute('aria-sort');
  if (direction !== 0) heading.setAttribute('aria-sort', direction > 0 ? 'ascending' : 'descending');
  const rows = published.map((row) => ({ row, value: readCell(row.cells[heading.cellIndex]) }));
  if (direction !== 0) rows.sort((a, b) => compare(a.value, b.value, direction));
  const [firstTotal] = table.tBodies[0].querySelectorAll('tr.total');
  for (const { row } of rows) table.tBodies[0].insertBefore(row, firstTotal ?? null);
}

for (const table of document.querySelectorAll('table[data-table]')) {
  const headings = table.tHead?.rows.length === 1 ? [...table.tHead.rows[0].cells] : [];
  const rows = table.tBodies.length === 1 ? [...table.tBodies[0].rows] : [];
  const published = rows.filter((row) => !row.classList.contains('total'));
  const isWhole = rows.every(({ cells }) => cells.length === headings.length);
  const endsInTotals = rows.slice(0, published.length).every((row, at) => row === published[at]);
  if (headings.length < 2 || published.length < FEWEST || !isWhole || !endsInTotals) continue;
  for (const heading of headings) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'sort';
    button.append(...heading.childNodes);
    button.addEventListener('click', () => sortBy(table, published, heading));
    heading.append(button);
  }
}
