import type { PublishedReport } from '../published.js';
import { lineInSentence, type AuditText } from './audit-text.js';
import { passage, type Finding } from './finding.js';
import { groupsIn } from './groups.js';
import { quantifiedIn } from './quantifiers.js';

const EXCEPTION = /\b(?:undtagelse\p{L}*|dog (?:også )?(?:enkelte|nogle|en del|flere|eksempler|en enkelt)|modsat|til forskel fra|imidlertid (?:også )?(?:enkelte|nogle|en del|flere)|exceptions?|however,? (?:some|a few|several))\b/iu;
const NEAR = 12;

/**
 * “All” and “none” are refuted by one person. A counter-case told a few sentences away, on the same matter, means that the
 * universal word is too strong; “stort set alle” and “almost none” leave room for exceptions and are not reported.
 */
export function counterCase(_report: PublishedReport, text: AuditText): Finding[] {
  const findings: Finding[] = [];
  for (const [at, sentence] of text.sentences.entries()) {
    if (sentence.line < text.firstExcerptLine) continue;
    for (const claim of quantifiedIn(sentence)) {
      if (claim.strength !== 0 && (claim.strength !== 6 || /^stort set/iu.test(claim.word))) continue;
      if (/\b(?:næsten|nærmest|stort set|langtfra|langt fra|ikke|almost|nearly|not)\s*$/iu.test(sentence.text.slice(0, claim.from))) continue;
      for (const other of text.sentences.slice(Math.max(0, at - NEAR), at + NEAR + 1)) {
        if (other === sentence || !EXCEPTION.test(other.text)) continue;
        const shared = [...sentence.stems()].filter((root) => other.stems().has(root));
        const groups = groupsIn(sentence.text);
        if (shared.length < 3 || (groups.length > 0 && !groupsIn(other.text).some((group) => groups.includes(group)))) continue;
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
