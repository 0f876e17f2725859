import { useQueries } from '@tanstack/react-query';
import { queries, type Outputs } from '../api.js';
import { useMessages } from '../language.js';
import { axisValues, isCodeAxis, type Axis, type Group, type GroupAxis, type MatrixSpec } from './group.js';

type Matrix = Outputs['comparison']['matrix'];
export type Head = Matrix['rows'][number];
export type Cell = Matrix['cells'][number];

/** What the matrix shows; `inner` splits every column once more. */
export interface MatrixChoice {
  spec: MatrixSpec;
  group: Group;
  inner: GroupAxis | null;
}

/** A column as it is drawn: a value of the column axis, within a value of the inner axis when there is one. */
export interface MatrixColumn {
  id: string;
  head: Head;
  inner: string | null;
  /** Persons who could stand in it. */
  n: number;
  cells: ReadonlyMap<string, Cell>;
}

export interface DrawnMatrix {
  rows: Head[];
  columns: MatrixColumn[];
  n: number;
}

/** Reads the matrix; with an inner axis once per value of it, side by side, so that each column has its own persons. */
export function useMatrix({ spec, group, inner }: MatrixChoice): {
  drawn: DrawnMatrix | null;
  error: Error | null;
  again: () => void;
} {
  const m = useMessages();
  const values: (string | null)[] = inner
    ? axisValues(inner, m).filter((v) => !group[inner] || group[inner] === v)
    : [null];
  const reads = useQueries({
    queries: values.map((value) =>
      queries.matrix({ spec, group: inner && value ? { ...group, [inner]: value } : group }),
    ),
  });
  const error = reads.find((read) => read.error)?.error ?? null;
  const again = () => reads.forEach((read) => void read.refetch());
  if (error || reads.some(({ data }) => !data)) return { drawn: null, error, again };
  const matrices = reads.flatMap(({ data }, i) => (data ? [{ data, inner: values[i] ?? null }] : []));
  return { drawn: drawMatrix(spec.cols, matrices), error: null, again };
}

function drawMatrix(cols: Axis, matrices: readonly { data: Matrix; inner: string | null }[]): DrawnMatrix {
  // A part in which nobody was coded has no columns: its absence is said by the numbers of persons, not by empty rows.
  const parts = matrices.filter(({ data, inner }) => inner === null || data.n > 0);
  const heads = new Map<string, Head>();
  const rows = new Map<string, Head>();
  for (const { data } of parts) {
    for (const head of data.cols) heads.set(head.key, head);
    for (const head of data.rows) {
      const known = rows.get(head.key);
      rows.set(head.key, known ? { ...known, n: known.n + head.n } : head);
    }
  }
  const cellsOf = parts.map(({ data }) => {
    const byCol = new Map<string, Map<string, Cell>>();
    for (const cell of data.cells) {
      const column = byCol.get(cell.col) ?? new Map<string, Cell>();
      byCol.set(cell.col, column.set(cell.row, cell));
    }
    return byCol;
  });
  const columns = [...heads.values()].flatMap((head) =>
    parts.map(({ data, inner }, i) => ({
      id: `${head.key} ${inner ?? ''}`,
      head,
      inner,
      n: isCodeAxis(cols) ? data.n : (data.cols.find(({ key }) => key === head.key)?.n ?? 0),
      cells: cellsOf[i]?.get(head.key) ?? new Map<string, Cell>(),
    })),
  );
  return { rows: [...rows.values()], columns, n: parts.reduce((sum, { data }) => sum + data.n, 0) };
}

/** Of how many persons a cell speaks: those of its row when the columns are codes, else those of its column. */
export const cellOf = (cols: Axis, row: Head, column: MatrixColumn): number =>
  isCodeAxis(cols) ? row.n : column.n;
