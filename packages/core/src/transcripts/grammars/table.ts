import { CLOCK, seconds } from '../clock.js';
import type { LaidOut, LaidParagraph } from '../lay-out.js';
import type { Grammar, Opening } from './opening.js';

const LABEL = /^[\p{L}][\p{L}\p{M}\p{N} .'’_/&+-]{0,40}:?$/u;
const TIME = new RegExp(String.raw`^[[(#]{0,2}(${CLOCK})(?:-\d{1,3})?[\])#]{0,2}$`);

interface Row {
  readonly cells: ReadonlyMap<number, { from: number; to: number; line: number | null }>;
}

/** A table with a column of speakers and a column of words, perhaps one of times and one for notes. */
export const table: Grammar<'table'> = {
  name: 'table',
  trust: 1,
  certain: true,
  openings(page) {
    return [...tablesOf(page)].flatMap((rows) => openingsOf(page.text, rows));
  },
};

/** The rows of each table. */
function* tablesOf({ paragraphs }: LaidOut): Generator<Row[]> {
  let rows: Row[] = [];
  let cells = new Map<number, { from: number; to: number; line: number | null }>();
  let last: LaidParagraph | null = null;
  for (const paragraph of paragraphs) {
    const cell = paragraph.of.cell;
    const before = last?.of.cell;
    if (before && before.table !== cell?.table) {
      yield rows;
      rows = [];
    }
    last = paragraph;
    if (!cell) continue;
    if (!before || before.table !== cell.table || before.row !== cell.row) {
      cells = new Map();
      rows.push({ cells });
    }
    const own = cells.get(cell.column);
    if (own) own.to = paragraph.to;
    else cells.set(cell.column, { from: paragraph.from, to: paragraph.to, line: paragraph.of.line });
  }
  if (rows.length > 0) yield rows;
}

function openingsOf(text: string, rows: readonly Row[]): Opening[] {
  const columns = [...new Set(rows.flatMap(({ cells }) => [...cells.keys()]))].sort((a, b) => a - b);
  const words = (row: Row, column: number) => {
    const cell = row.cells.get(column);
    return cell ? text.slice(cell.from, cell.to) : '';
  };
  const share = (column: number, form: RegExp) =>
    rows.filter((row) => form.test(words(row, column))).length / rows.length;
  const length = (column: number) => rows.reduce((sum, row) => sum + words(row, column).length, 0);
  const speech = columns.toSorted((a, b) => length(b) - length(a))[0];
  const labels = columns
    .filter((column) => column !== speech && share(column, LABEL) >= 0.4)
    .find((column) => {
      const names = rows.map((row) => words(row, column)).filter((name) => name !== '');
      return new Set(names).size <= Math.max(2, names.length / 2 + 1);
    });
  if (speech === undefined || labels === undefined) return [];
  const times = columns.find((column) => column !== speech && share(column, TIME) >= 0.5);
  const name = (row: Row) => words(row, labels).replace(/\s*:$/, '');
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(name(row), (counts.get(name(row)) ?? 0) + 1);
  const openings: Opening[] = [];
  let label: string | null = null;
  rows.forEach((row, i) => {
    const cell = row.cells.get(speech);
    if (!cell) return;
    // A first row whose name never comes back, over rows whose names do, is the table's head.
    const head =
      i === 0 && rows.length > 2 && counts.get(name(row)) === 1 && [...counts.values()].some((n) => n > 1);
    // An empty cell goes on with the speaker above.
    label = head ? null : name(row) || label;
    const first = Math.min(...[...row.cells.values()].map(({ from }) => from));
    openings.push({
      at: first,
      from: cell.from,
      to: cell.to,
      label,
      time: times === undefined ? null : seconds(TIME.exec(words(row, times))?.[1]),
      line: cell.line,
    });
  });
  return openings;
}
