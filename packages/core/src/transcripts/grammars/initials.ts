import { labelsAmong, type Candidate } from './labels.js';
import { linesOf, type Grammar } from './opening.js';

/** `I1:`, `M:`, `P3)`, `IP -`, `B>`, or initials and a tab: at most three letters and a number, and one sign after them. */
const LABEL = /^(\p{Lu}{1,3}\d{0,3}|\p{L}{1,2}\d{1,3}|ip|int)(?:[ \u00A0]?([:;)>–-])(?=\s|$)|(\t))/u;

/** Initials or numbers instead of names. The sign after them is the one that is used most. */
export const initials: Grammar<'initials'> = {
  name: 'initials',
  trust: 1,
  openings(page) {
    const candidates: Candidate[] = [];
    const signs = new Map<string, number>();
    for (const { at, text, paragraph } of linesOf(page)) {
      const match = LABEL.exec(text.length > 40 ? text.slice(0, 40) : text);
      if (!match) continue;
      const sign = match[2] ?? '\t';
      signs.set(sign, (signs.get(sign) ?? 0) + 1);
      candidates.push({
        at,
        from: at + match[0].length,
        label: match[1]!,
        sign,
        time: null,
        line: paragraph.of.line,
      });
    }
    const usual = [...signs].sort((a, b) => b[1] - a[1])[0]?.[0] ?? ':';
    // Another sign than the colon needs two speakers who take turns: a list "A) … B) …" has each letter once.
    const found = labelsAmong(candidates, usual);
    const labels = new Set(found.map(({ label }) => label));
    return usual === ':' || (labels.size > 1 && found.length > labels.size * 1.5) ? found : [];
  },
};
