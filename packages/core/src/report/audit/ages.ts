import { lineOfOffset } from '../published.js';
import type { PublishedReport } from '../published.js';
import { lineInSentence, type AuditText } from './audit-text.js';
import { passage, type Finding } from './finding.js';
import { edged } from './words.js';

const NAME = String.raw`\p{Lu}\p{L}+(?:-\p{Lu}\p{L}+)?`;
const INTRODUCED = new RegExp(
  String.raw`(${NAME})(?:,? som er|,? der er| er|, en (?:mand|kvinde|dreng|pige)| på|,)? (?:på )?(\d{2}) år(?!\p{L})|(?<!\d)(\d{2})-årige (${NAME})`,
  'gu',
);

/**
 * A pseudonym has one age. Two ages mean two people under one name, a slip, or an age that was shifted in one place only,
 * and the difference lets a reader see the shift.
 */
export function twoAges(report: PublishedReport, text: AuditText): Finding[] {
  const findings: Finding[] = [];
  const say = (line: number, name: string, known: number, age: number, shown: string): void => {
    findings.push({
      rule: 'two-ages',
      severity: 'error',
      line,
      message: {
        da: `${name} er trykt med to aldre: ${known} og ${age} år`,
        en: `${name} is printed with two ages: ${known} and ${age}`,
      },
      passages: [{ line, text: shown }],
    });
  };
  for (const { person, age, toLine } of report.excerpts) {
    const known = text.ages.get(person);
    if (known !== undefined && known !== age) say(toLine, person, known, age, `(${person}, ${age} år)`);
  }
  for (const sentence of text.sentences) {
    for (const match of sentence.text.matchAll(INTRODUCED)) {
      const name = match[1] ?? match[4] ?? '';
      const age = Number(match[2] ?? match[3]);
      const known = text.ages.get(name);
      if (known === undefined || known === age) continue;
      const line = lineInSentence(sentence, match.index);
      say(line, name, known, age, passage(sentence.text, match.index, match.index + match[0].length));
    }
  }
  return findings;
}

const SAID_NOW = edged(
  /\bjeg (?:er|bliver|fylder)(?: jo| kun| nu| snart| lige| allerede| altså| selv| sgu| bare| også| faktisk)* (\d{2})(?= år| nu|[.,;:!?]|$| og\b)(?! (?:år )?(?:procent|%|kilo|minutter|timer))|\bi en alder af (\d{2})\b|\bi am (?:only )?(\d{2})\b(?: years)?/giu,
);
const SAID_THEN = edged(
  /\b(?:da|siden|dengang|indtil) jeg var (?:en )?(\d{2})\b(?! (?:kilo|minutter|timer|dage|uger|måneder))/giu,
);

/**
 * An age that the person says in an excerpt must fit the age printed under it, or the masking shows. Ages said of the
 * past must lie below it. Only whole statements count (“jeg er 34”), since figures in speech are mostly other things.
 */
export function ageInSpeech(report: PublishedReport): Finding[] {
  const findings: Finding[] = [];
  for (const excerpt of report.excerpts) {
    for (const turn of excerpt.turns) {
      if (turn.role !== 'interviewee') continue;
      const spoken = turn.text.replace(/[’‘“][^’”]{0,200}[’”]/gu, (quote) => ' '.repeat(quote.length));
      for (const match of spoken.matchAll(SAID_NOW)) {
        const age = Number(match[1] ?? match[2] ?? match[3]);
        const coming = /bliver|fylder|snart/iu.test(match[0]);
        if (age < 15 || age === excerpt.age || (coming && age === excerpt.age + 1)) continue;
        findings.push(contradiction(excerpt, turn, match, age));
      }
      for (const match of spoken.matchAll(SAID_THEN)) {
        const age = Number(match[1]);
        if (age > excerpt.age) findings.push(contradiction(excerpt, turn, match, age));
      }
    }
  }
  return findings;
}

function contradiction(
  excerpt: PublishedReport['excerpts'][number],
  turn: PublishedReport['excerpts'][number]['turns'][number],
  match: RegExpExecArray,
  age: number,
): Finding {
  const line = lineOfOffset(turn, match.index);
  return {
    rule: 'age-in-speech',
    severity: 'warning',
    line,
    message: {
      da: `${excerpt.person} er trykt som ${excerpt.age} år, men siger ${age} i uddraget`,
      en: `${excerpt.person} is printed as ${excerpt.age}, but says ${age} in the excerpt`,
    },
    passages: [
      { line, text: passage(turn.text, match.index, match.index + match[0].length) },
      { line: excerpt.toLine, text: `(${excerpt.person}, ${excerpt.age} år)` },
    ],
  };
}
