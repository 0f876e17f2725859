import { CLOCK, seconds } from '../clock.js';
import { labelsAmong, type Candidate } from './labels.js';
import { linesOf, type Grammar, type Opening } from './opening.js';

/** `*1:40 = I1:`, `[00:12:31] Ida:`, `#00:01:23-4# I:`, `0:12 Ida:`, or a time code and no name. */
const OPENING = new RegExp(
  String.raw`^[*#[(<]{0,2}(${CLOCK})(?:-\d{1,3})?[\])#>*]{0,2}[ \t\u00A0]*[=–-]?[ \t\u00A0]*(?:([\p{L}][\p{L}\p{M}\p{N} .'’_/&+-]{0,40}?)[ \t\u00A0]?([:;])(?=\s|$))?`,
  'u',
);

/** A time code opens every turn, before the label if there is one. */
export const timeFirst: Grammar<'time-first'> = {
  name: 'time-first',
  trust: 1,
  openings(page) {
    const candidates: Candidate[] = [];
    const bare: Opening[] = [];
    for (const { at, text, paragraph } of linesOf(page)) {
      const match = OPENING.exec(text.length > 120 ? text.slice(0, 120) : text);
      if (!match) continue;
      const shared = { at, from: at + match[0].length, time: seconds(match[1]), line: paragraph.of.line };
      if (match[2]) candidates.push({ ...shared, label: match[2].trim(), sign: match[3]! });
      else if (shared.from < at + text.length) bare.push({ ...shared, label: null });
    }
    const labelled = labelsAmong(candidates);
    // A word before a colon that is no label is the first of the words.
    const kept = new Set(labelled.map(({ at }) => at));
    for (const { at, time, line } of candidates)
      if (!kept.has(at)) bare.push({ at, from: at, label: null, time, line });
    const times = labelled.length + bare.length;
    if (times < 2) return [];
    return [...labelled, ...bare].sort((a, b) => a.at - b.at);
  },
};
