import type { PublishedReport, PublishedSection } from '../published.js';
import { lineInSentence, type AuditText, type ProseSentence } from './audit-text.js';
import { passage, type Finding } from './finding.js';
import { belongs, groupsIn, GROUP_NAMES, headingPhase, toldOfPeople, type GroupKey } from './groups.js';
import { quantifiedIn, type Quantified } from './quantifiers.js';
import { edged } from './words.js';

const CHECKED: readonly GroupKey[] = [
  'phase:young',
  'phase:adult',
  'phase:older',
  'gender:women',
  'gender:men',
  'background:minority',
];

/** The group is only what another one is held against. */
const COMPARED = edged(
  /\b(?:ligesom|modsat|end|som|der|til forskel fra|i forhold til|unlike|than|like)\b[^,.;]{0,60}$/iu,
);

/**
 * A claim about a group wants a voice from it. In each section that prints excerpts, quantified claims about a life phase, a
 * gender or a minority are held against the people quoted there; a group that is spoken of but never speaks is reported
 * once a section, with its claims. Complexity cannot be told from print and is not judged.
 */
export function claimWithoutVoice(report: PublishedReport, text: AuditText): Finding[] {
  const told = toldOfPeople(report, text);
  const claims = new Map<string, Map<GroupKey, Quantified[]>>();
  for (const sentence of text.sentences) {
    if (sentence.line < text.firstExcerptLine || sentence.section === null) continue;
    for (const claim of [...quantifiedIn(sentence), ...openingClaim(sentence)]) {
      if (claim.strength === 0) continue;
      if (COMPARED.test(sentence.text.slice(0, claim.from))) continue;
      // The group must be what is counted: it stands right after the quantifier.
      for (const group of groupsIn(
        edged(/^.*?(?=[,(;:–]|\b(?:end|ligesom|than|like)\b|$)/u)
          .exec(claim.clause)?.[0]
          .slice(0, 60) ?? '',
      )) {
        if (!CHECKED.includes(group)) continue;
        const groups = claims.get(sentence.section) ?? new Map<GroupKey, Quantified[]>();
        const known = groups.get(group);
        if (known) known.push(claim);
        else groups.set(group, [claim]);
        claims.set(sentence.section, groups);
      }
    }
  }
  return report.sections.flatMap((section) => {
    const leaf = !report.sections.some((other) => other.number.startsWith(`${section.number}.`));
    if (!leaf || section.excerpts === 0) return [];
    return [...(claims.get(section.number) ?? [])].flatMap(([group, list]): Finding[] => {
      const voices = section.people.map((person) => belongs(person, group, text, told));
      if (voices.some((voice) => voice !== false)) return [];
      return [describe(section, group, list)];
    });
  });
}

/** “Among the older ...”: a statement about a group without a quantifier, at the head of its sentence. */
function openingClaim(sentence: ProseSentence): Quantified[] {
  const match = edged(
    /^(?:(?:også|særligt|navnlig|især) )?(?:blandt|hos|among) (?:de |the )?\p{L}+(?: \p{L}+)?/iu,
  ).exec(sentence.text);
  return match ? [{ word: match[0], strength: 3, sentence, from: 0, clause: match[0] }] : [];
}

function describe(section: PublishedSection, group: GroupKey, claims: readonly Quantified[]): Finding {
  const { da, en } = GROUP_NAMES[group];
  const first = claims[0];
  return {
    rule: 'claim-without-voice',
    severity: 'warning',
    line: first ? lineInSentence(first.sentence, first.from) : section.fromLine,
    message: {
      da: `afsnit ${section.number} udtaler sig om ${da}, men ingen af de ${section.people.length} citerede hører til gruppen`,
      en: `section ${section.number} makes claims about ${en}, but none of the ${section.people.length} people quoted belongs to the group`,
    },
    passages: claims.slice(0, 5).map((claim) => ({
      line: lineInSentence(claim.sentence, claim.from),
      text: passage(claim.sentence.text, claim.from, claim.from + claim.clause.length),
    })),
  };
}

const PHASE_BY_AGE: readonly [GroupKey, (age: number) => boolean][] = [
  ['phase:young', (age) => age < 30],
  ['phase:adult', (age) => age >= 30 && age < 50],
  ['phase:older', (age) => age >= 50],
];

/**
 * A heading that names one life phase promises people of that phase. Someone of another age quoted under it, or introduced
 * as met at an offer for another phase, is either misplaced or an exception that the text should explain.
 */
export function personOutOfGroup(report: PublishedReport, text: AuditText): Finding[] {
  const findings: Finding[] = [];
  const phaseOf = (age: number): GroupKey => PHASE_BY_AGE.find(([, fits]) => fits(age))?.[0] ?? 'phase:older';
  for (const section of report.sections) {
    const phase = headingPhase(section);
    if (!phase) continue;
    const strangers = report.excerpts.filter(
      (excerpt) =>
        excerpt.fromLine >= section.fromLine &&
        excerpt.fromLine <= section.toLine &&
        phaseOf(excerpt.age) !== phase,
    );
    for (const person of new Set(strangers.map((excerpt) => excerpt.person))) {
      const own = strangers.filter((excerpt) => excerpt.person === person);
      findings.push({
        rule: 'person-out-of-group',
        severity: 'note',
        line: own[0]?.fromLine ?? section.fromLine,
        message: {
          da: `${person} på ${own[0]?.age} år er citeret under »${section.title}«, der handler om ${GROUP_NAMES[phase].da}`,
          en: `${person}, ${own[0]?.age}, is quoted under “${section.title}”, which is about ${GROUP_NAMES[phase].en}`,
        },
        passages: [
          { line: section.fromLine, text: section.title },
          ...own.map((excerpt) => ({ line: excerpt.toLine, text: `(${person}, ${excerpt.age} år)` })),
        ],
      });
    }
  }
  for (const sentence of text.sentences) {
    const [person, other] = sentence.people;
    const age = person === undefined || other !== undefined ? undefined : text.ages.get(person);
    if (person === undefined || age === undefined || age < 30) continue;
    const match = edged(
      /\b(?:\p{L}*tilbud|værested|\p{L}*center) (?:for|til|henvendt til) (?:\p{L}+ ){0,2}unge\b/iu,
    ).exec(sentence.text);
    if (!match) continue;
    const line = lineInSentence(sentence, match.index);
    findings.push({
      rule: 'person-out-of-group',
      severity: 'note',
      line,
      message: {
        da: `${person} på ${age} år er mødt på et tilbud for unge, men regnes til de voksne eller ældre`,
        en: `${person}, ${age}, was met at an offer for the young but counts among the adults or the older`,
      },
      passages: [{ line, text: passage(sentence.text, match.index, match.index + match[0].length) }],
    });
  }
  return findings;
}
