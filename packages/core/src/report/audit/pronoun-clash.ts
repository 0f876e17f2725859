import type { PublishedReport } from '../published.js';
import { lineInSentence, type AuditText } from './audit-text.js';
import { passage, type Finding } from './finding.js';
import { toldOfPeople } from './groups.js';
import { edged } from './words.js';

/** Anyone else in the sentence may own the pronoun. */
const OTHERS = edged(
  /\b(?:mor|moren|moder|moderen|far|faren|fader|faderen|forælder|forældre\p{L}*|søster\p{L}*|bror\p{L}*|kæreste\p{L}*|ekskæreste\p{L}*|eks|mand|manden|kone|konen|kvinde|pige|dreng|ven|venner|veninde\p{L}*|datter\p{L}*|søn\p{L}*|barn|barnet|børn\p{L}*|sagsbehandler\p{L}*|medarbejder\p{L}*|mentor\p{L}*|psykolog\p{L}*|læge\p{L}*|chef\p{L}*|svigerinde|moster|tante|onkel|mother|father|sister|brother|friend|partner|wife|husband|daughter|son)\b/iu,
);

/**
 * A person who is “he” all through and “she” once has been mixed up with somebody, or masked by halves. Only the pronoun
 * that follows the name in a sentence without another person counts, and only against a clear majority.
 */
export function pronounClash(report: PublishedReport, text: AuditText): Finding[] {
  const told = toldOfPeople(report, text);
  const findings: Finding[] = [];
  for (const sentence of text.sentences) {
    const [person, other] = sentence.people;
    const known = person === undefined || other !== undefined ? undefined : told.get(person);
    if (person === undefined || !known || OTHERS.test(sentence.text)) continue;
    const majority =
      known.he >= 3 && known.he >= 4 * known.she
        ? 'he'
        : known.she >= 3 && known.she >= 4 * known.he
          ? 'she'
          : null;
    if (majority === null) continue;
    const from = sentence.text.indexOf(person);
    const match = edged(/\b(han|hun|he|she)\b/iu).exec(sentence.text.slice(from));
    const said = match && /^(?:han|he)$/iu.test(match[1] ?? '') ? 'he' : match ? 'she' : majority;
    if (!match || said === majority) continue;
    const at = from + match.index;
    const line = lineInSentence(sentence, at);
    findings.push({
      rule: 'pronoun-clash',
      severity: 'warning',
      line,
      message: {
        da: `${person} omtales ellers som ${majority === 'he' ? 'han' : 'hun'}, men her som ${match[1]}`,
        en: `${person} is otherwise “${majority}”, but here “${said}”`,
      },
      passages: [{ line, text: passage(sentence.text, at, at + 3, 80) }],
    });
  }
  return findings;
}
