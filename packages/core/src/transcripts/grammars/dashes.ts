import { linesOf, type Grammar, type Opening } from './opening.js';

const DASH = /^[–—-][ \t\u00A0]*(?=[\p{L}\p{N}¿¡"'»”’([])/u;

/** A dash begins each turn and two take turns: speakers are `1` and `2`, in the order in which they come. */
export const dashes: Grammar<'dashes'> = {
  name: 'dashes',
  trust: 0.6,
  openings(page) {
    const openings: Opening[] = [];
    let asked = 0;
    for (const { at, text, paragraph } of linesOf(page)) {
      const match = DASH.exec(text);
      if (!match) continue;
      if (text.includes('?')) asked++;
      const label = openings.length % 2 === 0 ? '1' : '2';
      openings.push({ at, from: at + match[0].length, label, time: null, line: paragraph.of.line });
    }
    // A list of points has dashes too, but it asks nothing.
    return openings.length >= 4 && asked * 5 >= openings.length ? openings : [];
  },
};
