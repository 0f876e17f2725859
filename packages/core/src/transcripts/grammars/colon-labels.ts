import { CLOCK, seconds } from '../clock.js';
import type { LaidOut } from '../lay-out.js';
import { labelsAmong, type Candidate } from './labels.js';
import { linesOf, type Grammar } from './opening.js';

/** `Interviewer:`, `IP:`, `Karin B.:`, `Ida & Bo:` with an optional time before or after it, at the beginning of a line. */
const LABEL = new RegExp(
  String.raw`^(?:[[(#]{0,2}(${CLOCK})(?:-\d)?[\])#]{0,2}[ \t\u00A0]+)?([\p{L}][\p{L}\p{M}\p{N} .'’_/&+-]{0,40}?)[ \t\u00A0]?(?:[[(](${CLOCK})[\])])?[ \t\u00A0]?([:;])(?=\s|$)`,
  'u',
);

/** Every word in the place of a label, whether it is one or not. */
export function* colonCandidates(page: LaidOut): Generator<Candidate> {
  for (const { at, text, paragraph } of linesOf(page)) {
    const match = LABEL.exec(text.length > 120 ? text.slice(0, 120) : text);
    if (!match) continue;
    const label = match[2]!.trim();
    yield {
      at,
      from: at + match[0].length,
      label,
      sign: match[4]!,
      time: seconds(match[1] ?? match[3]),
      line: paragraph.of.line,
    };
  }
}

/** The commonest: a name or a word for the role, a colon, the words. */
export const colonLabels: Grammar<'colon-labels'> = {
  name: 'colon-labels',
  trust: 1,
  openings: (page) => labelsAmong([...colonCandidates(page)]),
};
