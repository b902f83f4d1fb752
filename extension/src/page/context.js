const WIDTH = 80;
const STEPS = 12;

/**
 * What stands around a line, for the finder: the text before and after it, and the head of its column.
 * @param {import('./text.js').Line} line
 * @returns {{before: string, after: string, header: string}}
 */
export function contextOf(line) {
  return { before: around(line.start, -1), after: around(line.end, 1), header: headerOf(line.start.parentElement) };
}

/** @param {Node} from @param {1 | -1} way */
function around(from, way) {
  const root = from.parentElement?.closest('tr, dl, li, p, section, article, address, form, body') ?? from.parentElement;
  const scope = root?.parentElement ?? root;
  if (!scope) return '';
  const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
  walker.currentNode = from;
  let text = '';
  let cell = from.parentElement?.closest('td, th') ?? null;
  for (let steps = 0; steps < STEPS && text.length < WIDTH; steps++) {
    const node = way > 0 ? walker.nextNode() : walker.previousNode();
    if (!node) break;
    const data = /** @type {Text} */ (node).data.replace(/\s+/g, ' ');
    const parent = node.parentElement;
    if (!data.trim() || !parent || /^(SCRIPT|STYLE|NOSCRIPT)$/.test(parent.nodeName)) continue;
    const other = parent.closest('td, th');
    const border = other && cell && other !== cell && other.parentElement === cell.parentElement ? '\t' : '\n';
    cell = other;
    text = way > 0 ? text + border + data.slice(0, WIDTH) : data.slice(-WIDTH) + border + text;
  }
  return text;
}

/** @param {Element | null} element */
function headerOf(element) {
  const cell = /** @type {HTMLTableCellElement | null} */ (element?.closest('td, th') ?? null);
  const table = cell?.closest('table');
  if (!cell || !table) return '';
  let column = 0;
  for (let at = cell.previousElementSibling; at; at = at.previousElementSibling) column += /** @type {HTMLTableCellElement} */ (at).colSpan || 1;
  const row = table.tHead?.rows[0] ?? table.rows[0];
  if (!row || row.contains(cell)) return '';
  for (const head of row.cells) {
    column -= head.colSpan || 1;
    if (column < 0) return head.nodeName === 'TH' || table.tHead ? head.textContent?.trim().slice(0, WIDTH) ?? '' : '';
  }
  return '';
}
