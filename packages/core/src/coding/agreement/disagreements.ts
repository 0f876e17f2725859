import type { Span } from '../../text/spans.js';
import type { CodedText } from './coded-text.js';
import { merged, within } from './text-units.js';

/** A stretch of a text on which coders differ about a code. */
export interface CodersDiffer extends Span {
  readonly code: string;
  /** `presence`: some judges did not use the code here; `borders`: all did, on other words. */
  readonly kind: 'presence' | 'borders';
  /** What each coder coded here; null: did not judge the text. */
  readonly coded: readonly (readonly Span[] | null)[];
}

/** Where the coders of a text differ on these codes, in text order: what they have to talk about. */
export function disagreementsIn(text: CodedText, codes: readonly string[]): CodersDiffer[] {
  const found: CodersDiffer[] = [];
  for (const code of codes) {
    const byCoder = text.codings.get(code);
    if (!byCoder) continue;
    const coders = text.judges.map((judge, i) => (judge ? merged(byCoder[i]!) : null));
    for (const stretch of merged(coders.flatMap((spans) => spans ?? []))) {
      const coded = coders.map((spans) => (spans === null ? null : within(spans, stretch)));
      const judging = coded.filter((spans) => spans !== null);
      if (judging.length < 2) continue;
      const alike = new Set(judging.map((spans) => spans.map(({ from, to }) => `${from}-${to}`).join()));
      if (alike.size === 1) continue;
      const kind = judging.some((spans) => spans.length === 0) ? 'presence' : 'borders';
      found.push({ code, ...stretch, kind, coded });
    }
  }
  return found.sort((a, b) => a.from - b.from || a.to - b.to);
}
