import type { Grammar, Opening } from './opening.js';

/** Nobody is named: one person's words, a paragraph a turn. Lines of a text file that stand together are one paragraph. */
export const monologue: Grammar<'monologue'> = {
  name: 'monologue',
  trust: 0.2,
  openings({ text, paragraphs }) {
    const openings: Opening[] = [];
    let end = -1;
    for (const { from, to, of } of paragraphs) {
      if (end === -1 || text.slice(end, from) !== '\n')
        openings.push({ at: from, from, label: null, time: null, line: of.line });
      end = to;
    }
    return openings;
  },
};
