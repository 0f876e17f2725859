import type { CodingManual } from '@bagom/core';
import { writeDocx, type WordPart } from '@bagom/formats';
import { entryLines, historyLine, overviewRows } from './lines.js';
import { manualWords } from './words.js';

/** The coding manual as a Word document: a heading a code, so that Word's own outline is the codebook. */
export function manualDocx(manual: CodingManual): Promise<Uint8Array> {
  const w = manualWords(manual.language);
  const note = (text: string): WordPart => ({ kind: 'paragraph', text, style: 'note' });
  const parts: WordPart[] = [
    note(w.lead(manual.edition, w.date(manual.date))),
    ...(manual.coders.length > 0
      ? [
          note(
            `${w.coders}: ${manual.coders.map(({ name, initials }) => `${name} (${initials})`).join(', ')}`,
          ),
        ]
      : []),
    { kind: 'heading', level: 1, text: w.overview },
    {
      kind: 'table',
      header: w.head,
      rows: overviewRows(manual, w).map(({ head, depth, cells }) => [
        '\u2007'.repeat(2 * depth) + head,
        ...cells,
      ]),
    },
    note(w.personsOf(manual.persons, manual.blindTexts)),
    ...manual.codes.flatMap((entry): WordPart[] => [
      { kind: 'heading', level: entry.depth + 1, text: entry.path.replaceAll('/', ' › ') },
      ...entryLines(entry, manual, w).map(([label, text]): WordPart => ({ kind: 'field', label, text })),
      ...(entry.history.length > 0
        ? [note([w.history, ...entry.history.map((event) => historyLine(event, w))].join('\n'))]
        : []),
    ]),
    ...(manual.gone.length > 0
      ? [
          { kind: 'heading' as const, level: 1, text: w.gone },
          ...manual.gone.map((event): WordPart => note(historyLine(event, w))),
        ]
      : []),
  ];
  return writeDocx({ title: w.title(manual.title), language: manual.language, contents: w.contents, parts });
}
