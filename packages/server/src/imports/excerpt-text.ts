import type { Mark, PublishedExcerpt, Turn } from '@bagom/core';

/** The text of a printed excerpt as a source keeps it, with its turns and marks. */
export interface ExcerptText {
  text: string;
  turns: Turn[];
  marks: Mark[];
}

/** Sets turns as `Label: words`, a blank line between them, and moves the offsets of turns and marks along. */
export function excerptText({ turns, marks }: Pick<PublishedExcerpt, 'turns' | 'marks'>): ExcerptText {
  let text = '';
  const moved: Turn[] = [];
  const starts: { from: number; dropped: number; length: number }[] = [];
  for (const { role, label, text: said, fromLine } of turns) {
    const words = said.trim();
    const dropped = said.length - said.trimStart().length;
    if (words !== '' && text !== '') text += '\n\n';
    if (words !== '' && label !== null) text += `${label}: `;
    const from = text.length;
    starts.push({ from, dropped, length: words.length });
    text += words;
    if (words !== '') moved.push({ from, to: text.length, role, label, time: null, line: fromLine });
  }
  return {
    text: `${text}\n`,
    turns: moved,
    marks: marks.flatMap(({ turn, from, to, kind }): Mark[] => {
      const start = starts[turn];
      if (!start || from < start.dropped || to - start.dropped > start.length) return [];
      const shift = start.from - start.dropped;
      return [{ from: from + shift, to: to + shift, kind }];
    }),
  };
}
