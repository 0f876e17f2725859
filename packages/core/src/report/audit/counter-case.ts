import type { PublishedReport } from '../published.js';
import { lineInSentence, type AuditText } from './audit-text.js';
import { passage, type Finding } from './finding.js';
import { belongs, groupsIn, GROUP_NAMES, toldOfPeople, type ToldOfPerson } from './groups.js';
import { quantifiedIn, type Quantified } from './quantifiers.js';
import { edged } from './words.js';

const EXCEPTION = edged(
  /\b(?:undtagelse\p{L}*|dog (?:også )?(?:enkelte|nogle|en del|flere|eksempler|en enkelt)|modsat|til forskel fra|imidlertid (?:også )?(?:enkelte|nogle|en del|flere)|exceptions?|however,? (?:some|a few|several))\b/iu,
);
const NEAR = 12;

/**
 * “All” and “none” are refuted by one person. A counter-case told a few sentences away, on the same matter, means that the
 * universal word is too strong; “stort set alle” and “almost none” leave room for exceptions and are not reported.
 */
export function counterCase(report: PublishedReport, text: AuditText): Finding[] {
  const told = toldOfPeople(report, text);
  const findings: Finding[] = [];
  for (const [at, sentence] of text.sentences.entries()) {
    if (sentence.line < text.firstExcerptLine) continue;
    for (const claim of quantifiedIn(sentence)) {
      if (claim.strength !== 0 && (claim.strength !== 6 || /^stort set/iu.test(claim.word))) continue;
      if (
        edged(/\b(?:næsten|nærmest|stort set|langtfra|langt fra|ikke|almost|nearly|not)\s*$/iu).test(
          sentence.text.slice(0, claim.from),
        )
      )
        continue;
      const quoted = claim.strength === 0 ? quotedMember(report, text, told, claim) : null;
      if (quoted) {
        findings.push(quoted);
        continue;
      }
      for (const other of text.sentences.slice(Math.max(0, at - NEAR), at + NEAR + 1)) {
        if (other === sentence || !EXCEPTION.test(other.text)) continue;
        const shared = [...sentence.stems()].filter((root) => other.stems().has(root));
        const groups = groupsIn(sentence.text);
        if (
          shared.length < 3 ||
          (groups.length > 0 && !groupsIn(other.text).some((group) => groups.includes(group)))
        )
          continue;
        const line = lineInSentence(sentence, claim.from);
        findings.push({
          rule: 'counter-case',
          severity: 'warning',
          line,
          message: {
            da: `»${claim.word}« modsiges tæt ved (linje ${other.line})`,
            en: `“${claim.word}” is contradicted close by (line ${other.line})`,
          },
          passages: [
            { line, text: passage(sentence.text, claim.from, claim.from + claim.clause.length) },
            { line: other.line, text: passage(other.text, 0, 220) },
          ],
        });
        break;
      }
    }
  }
  return findings;
}

/** “None of them” in a section that quotes one of them: whoever belongs to the group by the report's own words is named. */
function quotedMember(
  report: PublishedReport,
  text: AuditText,
  told: ReadonlyMap<string, ToldOfPerson>,
  claim: Quantified,
): Finding | null {
  const groups = groupsIn(claim.sentence.text);
  const [group] = groups;
  const section = report.sections.find(({ number }) => number === claim.sentence.section);
  if (group === undefined || groups.length > 1 || !section) return null;
  const members = section.people.filter((person) => belongs(person, group, text, told) === true);
  if (members.length === 0) return null;
  const line = lineInSentence(claim.sentence, claim.from);
  const names = members.join(', ');
  return {
    rule: 'counter-case',
    severity: 'warning',
    line,
    message: {
      da: `»${claim.word}« om ${GROUP_NAMES[group].da}, men afsnittet citerer ${names}, der efter rapporten hører til dem`,
      en: `“${claim.word}” of ${GROUP_NAMES[group].en}, but the section quotes ${names}, who by the report belongs to them`,
    },
    passages: [
      { line, text: passage(claim.sentence.text) },
      ...report.excerpts
        .filter(
          (excerpt) =>
            members.includes(excerpt.person) &&
            excerpt.fromLine >= section.fromLine &&
            excerpt.toLine <= section.toLine,
        )
        .slice(0, 4)
        .map((excerpt) => ({
          line: excerpt.fromLine,
          text: `${excerpt.person}: ${passage(excerpt.turns.find((turn) => turn.role === 'interviewee')?.text ?? '', 0, 80)}`,
        })),
    ],
  };
}
