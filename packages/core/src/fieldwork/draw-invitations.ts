import { drawFrom } from '../random/seeded-random.js';

/** A respondent who might be asked: the row in the wave, how surely they belong to the class, and the quota cell they fill. */
export interface Candidate {
  row: number;
  certainty: number;
  /** The place of their cell among the wanted ones; null: in none of them. */
  cell: number | null;
}

/** What became of one cell of a quota: how many were wanted, how many could be drawn, who was. */
export interface DrawnCell {
  wanted: number;
  /** Candidates in the cell who are sure enough and not listed before. */
  available: number;
  /** Candidates in the cell who would fit, but are on the list already. */
  listed: number;
  /** Rows, ascending. Fewer than wanted where too few are available. */
  drawn: number[];
}

/**
 * Draws whom to ask: in each cell `wanted` of the candidates who are sure enough and not listed yet, each of them equally
 * likely (a simple random sample without replacement). A cell has a stream of
 * random numbers of its own, so that who is drawn in one cell does not hang on the others, and asking for more in a cell
 * keeps those drawn before.
 */
export function drawInvitations(
  candidates: Iterable<Candidate>,
  wanted: readonly number[],
  options: {
    least: number;
    /** Rows that are listed already, whatever became of it. */
    listed: ReadonlySet<number>;
    /** Uniform numbers in (0, 1): the stream of each cell. */
    random: (cell: number) => () => number;
  },
): DrawnCell[] {
  const { least, listed, random } = options;
  const rows = wanted.map((): number[] => []);
  const before = wanted.map(() => 0);
  for (const { row, certainty, cell } of candidates) {
    if (cell === null || !(certainty >= least)) continue;
    if (listed.has(row)) before[cell] = before[cell]! + 1;
    else rows[cell]!.push(row);
  }
  return wanted.map((count, cell) => {
    // By row first: the draw must not hang on the order in which candidates came.
    const pool = rows[cell]!.sort((a, b) => a - b);
    const drawn = drawFrom(pool, count, random(cell));
    return { wanted: count, available: pool.length, listed: before[cell]!, drawn };
  });
}
