import { CLOCK, seconds } from '../clock.js';
import { labelsAmong, type Candidate } from './labels.js';
import { linesOf, type Grammar } from './opening.js';

const NAME = String.raw`(\p{Lu}[\p{L}\p{M}\p{N}.'’_-]*(?:[ \u00A0](?:\p{Lu}|\d|af|de|la|van|von)[\p{L}\p{M}\p{N}.'’_-]*){0,4})`;
const AROUND = String.raw`[[(]?(${CLOCK})[\])]?`;
/** `Ida Holm`, `Ida Holm  0:12`, `0:12 Ida Holm`: nothing else on the line. */
const LINE = new RegExp(String.raw`^(?:${AROUND}[ \t\u00A0]+)?${NAME}:?(?:[ \t\u00A0|,–-]*${AROUND})?$`, 'u');

/** A name on a line of its own, often with a time, and the words under it: as meeting programs and many typists write. */
export const nameLine: Grammar<'name-line'> = {
  name: 'name-line',
  trust: 0.9,
  openings(page) {
    const candidates: Candidate[] = [];
    for (const { at, text, paragraph } of linesOf(page)) {
      if (text.length > 64) continue;
      const match = LINE.exec(text);
      if (!match) continue;
      candidates.push({
        at,
        from: at + text.length,
        label: match[2]!,
        sign: ':',
        time: seconds(match[1] ?? match[3]),
        line: paragraph.of.line,
      });
    }
    return labelsAmong(candidates);
  },
};
