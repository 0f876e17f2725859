import type { Outputs } from '../api.js';
import type { Format } from '../format.js';
import type { Messages } from '../messages/da.js';

export type ImportSummary = Outputs['study']['import'];

/** What an import made, in words: "2.292 respondenter". */
export function madeWords(summary: ImportSummary, f: Format, m: Messages): string[] {
  const counts: Record<string, { one: string; other: string }> = m.words.counts;
  return summary.made.map(({ what, n }) => f.count(n, counts[what] ?? { one: what, other: what }));
}
