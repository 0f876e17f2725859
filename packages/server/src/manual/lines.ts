import type { CodeEvent, CodingManual, ManualEntry, ManualExample } from '@bagom/core';
import { words as reportWords } from '../report/words.js';
import type { ManualWords } from './words.js';

/** What the manual says of a code, line by line, each under its name: the same on paper, page and in plain text. */
export function entryLines(entry: ManualEntry, manual: CodingManual, w: ManualWords): [string, string][] {
  const lines: [string, string][] = [
    ...(entry.shortName ? [[w.shortName, entry.shortName] as [string, string]] : []),
    [w.definition, entry.definition.trim() || w.none],
    [w.use, entry.use],
    [w.useNot, entry.useNot],
    ...entry.printedExamples.map((example) => exampleLine(example, manual, w)),
    [w.origin, w.origins[entry.origin]],
    [w.status, w.statuses[entry.status ?? 'active']],
    [w.persons, personCount(entry.persons, manual, w)],
  ];
  return lines.filter(([, text]) => text.trim() !== '');
}

function exampleLine(example: ManualExample, { language }: CodingManual, w: ManualWords): [string, string] {
  const say = reportWords(language);
  if (example.kind === 'own') return [w.own, example.text];
  if (example.kind === 'withheld')
    return [w.example, `${w.withheld}: ${example.reasons.map((one) => say.reasons[one]).join('; ')}.`];
  const who = example.name ? ` ${say.age(example.name, example.age)}` : '';
  const quoted = language === 'da' ? `»${example.text}«` : `“${example.text}”`;
  return [w.example, `${quoted}${who}${example.changed ? ` ${w.changedSince}` : ''}`];
}

/** n of N persons; fewer than the study's limit are not told by number. */
export function personCount(n: number, { persons, smallCell }: CodingManual, w: ManualWords): string {
  return n > 0 && n < smallCell ? w.few : `${n} / ${persons}`;
}

/** A line of the history: when, what, who, why. */
export function historyLine(event: CodeEvent, w: ManualWords): string {
  const note = event.note === '' ? '' : `: ${event.note}`;
  return `${w.date(event.at)}, ${event.by}: ${w.event(event)}${note}`;
}

/** The table that the manual begins with: every code with short name, status and persons. */
export function overviewRows(manual: CodingManual, w: ManualWords) {
  return manual.codes.map((entry) => ({
    head: entry.name,
    depth: entry.depth,
    cells: [
      entry.shortName ?? '',
      w.statuses[entry.status ?? 'active'],
      personCount(entry.persons, manual, w),
    ],
  }));
}
