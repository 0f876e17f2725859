import type { TranscriptFile } from '@bagom/formats';

/** Turns that are shown, and letters of each. */
const SHOWN = 60;
const LETTERS = 600;

/** What a page shows of a transcript before it is kept: its first turns as they will stand, and everything else counted. */
export function transcriptPreview(read: TranscriptFile) {
  const { form, encoding, grammar, grammars, speakers, possible, turns, marks, text } = read;
  return {
    form,
    encoding,
    grammar,
    grammars,
    speakers,
    possible,
    turns: turns.slice(0, SHOWN).map(({ from, to, label, role, time, language }) => ({
      label,
      role,
      time,
      language: language ?? null,
      text: to - from > LETTERS ? `${text.slice(from, from + LETTERS).trimEnd()} …` : text.slice(from, to),
    })),
    turnCount: turns.length,
    marks: tally(marks.map(({ kind }) => kind)),
    languages: tally(turns.map(({ language }) => language ?? 'unknown')),
  };
}

/** How often each comes, the most frequent first. */
export function tally(kinds: readonly string[]): { what: string; n: number }[] {
  const counts = new Map<string, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([what, n]) => ({ what, n })).sort((a, b) => b.n - a.n);
}
