import type { PublishedReport, ReportAnomalyKind } from '../published.js';
import { lineInSentence, type AuditText } from './audit-text.js';
import { passage, type Finding } from './finding.js';

const FORMS: readonly (readonly [ReportAnomalyKind, string, string])[] = [
  ['attribution-without-comma', 'kilden til uddraget mangler komma', 'the attribution lacks its comma'],
  [
    'attribution-full-stop',
    'der står punktum efter kilden, som ellers står uden',
    'the attribution is followed by a full stop, elsewhere not',
  ],
  [
    'lead-in-without-colon',
    'indledningen til uddraget slutter ikke med kolon',
    'the lead-in to the excerpt does not end in a colon',
  ],
  ['missing-lead-in', 'uddraget står uden indledning', 'the excerpt has no lead-in'],
  ['unclosed-bracket', 'en kantet parentes er ikke lukket', 'a square bracket is not closed'],
];

/**
 * The house form of an excerpt: lead-in with a colon, speaker labels, an attribution of one shape. Departures are gathered
 * in one finding a kind, because they matter together and not one by one.
 */
export function printedForm(report: PublishedReport): Finding[] {
  const findings: Finding[] = [];
  for (const [kind, da, en] of FORMS) {
    const all = report.anomalies.filter((anomaly) => anomaly.kind === kind);
    const first = all[0];
    // What most excerpts do is the house form, whatever it is.
    if (!first || all.length > report.excerpts.length / 2) continue;
    findings.push({
      rule: 'printed-form',
      severity: 'note',
      line: first.line,
      message: {
        da: `${da} (${all.length} af ${report.excerpts.length} uddrag)`,
        en: `${en} (${all.length} of ${report.excerpts.length} excerpts)`,
      },
      passages: all.map(({ line, text }) => ({ line, text: passage(text) })),
    });
  }
  const alone = report.excerpts.filter((excerpt) => excerpt.turns.length === 1);
  const bare = alone.filter((excerpt) => excerpt.turns[0]?.label === null);
  if (bare.length > 0 && bare.length < alone.length) {
    findings.push({
      rule: 'printed-form',
      severity: 'note',
      line: bare[0]?.fromLine ?? 1,
      message: {
        da: `uddrag med kun én replik har talerens navn ${alone.length - bare.length} gange og er uden ${bare.length} gange`,
        en: `excerpts of a single turn carry a speaker label ${alone.length - bare.length} times and lack it ${bare.length} times`,
      },
      passages: bare.slice(0, 8).map(({ fromLine, person }) => ({ line: fromLine, text: person })),
    });
  }
  return findings;
}

/** A word printed twice in a row in the authors' own prose. In speech it is the speaker's, so excerpts are left alone. */
export function repeatedWord(_report: PublishedReport, text: AuditText): Finding[] {
  const findings: Finding[] = [];
  for (const sentence of text.sentences) {
    for (const match of sentence.text.matchAll(/(?<![\p{L}’'-])(\p{L}{2,20})\s\1(?![\p{L}’'-])/giu)) {
      const word = match[1] ?? '';
      // “der der”, “det det” and “som som” can be grammar; so can a name or a letter said twice.
      if (/^(?:der|det|som|at|den|de|da|så|that|had|her|is)$/iu.test(word)) continue;
      const line = lineInSentence(sentence, match.index);
      findings.push({
        rule: 'repeated-word',
        severity: 'note',
        line,
        message: {
          da: `ordet »${word}« er trykt to gange i træk`,
          en: `the word »${word}« is printed twice in a row`,
        },
        passages: [{ line, text: passage(sentence.text, match.index, match.index + match[0].length) }],
      });
    }
    for (const match of sentence.text.matchAll(
      /(?<![\p{L}’'-])(\p{L}{4,20}) (\p{L}{2,20}) \1(?![\p{L}’'-])/giu,
    )) {
      const [, word = '', between = ''] = match;
      if (
        !/^(?:derfor|således|imidlertid|desuden|har|også|dog|samtidig)$/iu.test(between) &&
        !/^(?:derfor|således|imidlertid|også)$/iu.test(word)
      )
        continue;
      const line = lineInSentence(sentence, match.index);
      findings.push({
        rule: 'repeated-word',
        severity: 'note',
        line,
        message: {
          da: `»${match[0]}«: ordet »${word}« er trykt to gange`,
          en: `»${match[0]}«: the word »${word}« is printed twice`,
        },
        passages: [{ line, text: passage(sentence.text, match.index, match.index + match[0].length) }],
      });
    }
  }
  return findings;
}
