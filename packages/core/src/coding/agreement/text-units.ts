import type { Span } from '../../text/spans.js';
import type { Turn, TurnRole } from '../../transcripts/source.js';

/** What coders are compared on. Excerpts are the stretches that at least one of them coded, each turn's for itself. */
export type AgreementUnit = 'characters' | 'sentences' | 'turns' | 'excerpts';
export const AGREEMENT_UNITS: readonly AgreementUnit[] = ['characters', 'sentences', 'turns', 'excerpts'];

/** The stretches of a text that can be coded: the words of its turns, without labels. A text without turns is one stretch. */
export function codableStretches(
  length: number,
  turns: readonly Turn[],
  roles: readonly TurnRole[] | null = null,
): Span[] {
  if (turns.length === 0) return length > 0 ? [{ from: 0, to: length }] : [];
  return turns
    .filter(({ from, to, role }) => from < to && (roles === null || roles.includes(role)))
    .map(({ from, to }) => ({ from, to }));
}

const segmenters = new Map<string, Intl.Segmenter>();

/** The sentences of a stretch, as Unicode divides them (UAX 29), without the white space around them. */
export function sentencesIn(text: string, { from, to }: Span, language: string): Span[] {
  let segmenter = segmenters.get(language);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
    segmenters.set(language, segmenter);
  }
  const found: Span[] = [];
  for (const { segment, index } of segmenter.segment(text.slice(from, to))) {
    const words = segment.trim();
    if (words === '') continue;
    const start = from + index + (segment.length - segment.trimStart().length);
    found.push({ from: start, to: start + words.length });
  }
  return found;
}

/** Stretches that touch or overlap put together, in text order. */
export function merged(spans: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    const last = found.at(-1);
    if (last && from <= last.to) found[found.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    else if (from < to) found.push({ from, to });
  }
  return found;
}

/** The parts of stretches that lie within another; both in text order and without overlaps. */
export function within(spans: readonly Span[], outer: Span): Span[] {
  const found: Span[] = [];
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.to <= outer.from) low = middle + 1;
    else high = middle;
  }
  for (let i = low; i < spans.length && spans[i]!.from < outer.to; i++)
    found.push({ from: Math.max(spans[i]!.from, outer.from), to: Math.min(spans[i]!.to, outer.to) });
  return found;
}
