import type { PublishedReport } from '../published.js';
import { lineInSentence, type AuditText, type ProseSentence } from './audit-text.js';
import { passage, type Finding } from './finding.js';
import { edged } from './words.js';

const BEFORE = edged(
  /\bvi(?: (?:har|allerede|også|tidligere)){0,4} (?:fortalt|nævnt|fortalte|nævnte|beskrev|beskrevet|omtalt)\b|\b(?:as|whom) we (?:have )?(?:told|mentioned|described)\b/iu,
);
/** Cheap: only a sentence with one of these can refer back. */
const TOLD = /fortalt|nævnt|beskrev|omtalt|told|mentioned|described/u;
const CHAPTER = edged(/\b(?:kapitel|afsnit|chapter|section) (\d{1,2}(?:\.\d{1,2})*)/giu);

/**
 * “Whom we have told of earlier” sends the reader back. It is checked: the person must stand earlier in the report, in the
 * named chapter where one is named; and a chapter or section that is pointed at must exist.
 */
export function crossReference(report: PublishedReport, text: AuditText): Finding[] {
  const findings: Finding[] = [];
  const firstSeen = new Map<string, number>();
  const numbers = new Set(report.sections.map((section) => section.number));
  const introduced = (name: string, line: number): boolean =>
    (firstSeen.get(name) ?? line) < line || (text.byPerson.get(name)?.[0]?.fromLine ?? line) < line;
  for (const sentence of text.sentences) {
    const back = TOLD.test(sentence.text) ? BEFORE.exec(sentence.text) : null;
    const [person, other] = sentence.people;
    if (back && person !== undefined && other === undefined && !introduced(person, sentence.line)) {
      findings.push(
        broken(
          sentence,
          back.index,
          `${person} er ikke nævnt tidligere i rapporten`,
          `${person} is not mentioned earlier in the report`,
        ),
      );
    }
    for (const match of sentence.text.matchAll(CHAPTER)) {
      const number = match[1] ?? '';
      const cited = /,\s*(?:19|20)\d\d|\(\p{Lu}/u.test(
        sentence.text.slice(Math.max(0, match.index - 60), match.index + 30),
      );
      if (numbers.size === 0 || cited) continue;
      if (!numbers.has(number)) {
        findings.push(
          broken(
            sentence,
            match.index,
            `${match[0]} findes ikke i rapporten`,
            `${match[0]} is not in the report`,
          ),
        );
      } else if (
        back &&
        person !== undefined &&
        other === undefined &&
        !standsIn(report, text, person, number)
      ) {
        findings.push(
          broken(
            sentence,
            match.index,
            `${person} er ikke omtalt i ${match[0]}`,
            `${person} is not spoken of in ${match[0]}`,
          ),
        );
      }
    }
    for (const name of sentence.people) if (!firstSeen.has(name)) firstSeen.set(name, sentence.line);
  }
  return findings;
}

function standsIn(report: PublishedReport, text: AuditText, person: string, number: string): boolean {
  const inside = (section: string | null): boolean =>
    section === number || (section ?? '').startsWith(`${number}.`);
  return (
    (text.byPerson.get(person) ?? []).some((excerpt) => inside(excerpt.section)) ||
    text.sentences.some((sentence) => inside(sentence.section) && sentence.people.includes(person)) ||
    report.sections.some((section) => section.number === number && section.people.includes(person))
  );
}

function broken(sentence: ProseSentence, at: number, da: string, en: string): Finding {
  const line = lineInSentence(sentence, at);
  return {
    rule: 'cross-reference',
    severity: 'warning',
    line,
    message: { da: `henvisning: ${da}`, en: `reference: ${en}` },
    passages: [{ line, text: passage(sentence.text, at, at + 20) }],
  };
}
