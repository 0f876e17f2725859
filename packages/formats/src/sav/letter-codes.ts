import { extendedMissingAt, missingLetter } from '../survey/extended-missing.js';
import type { NumberColumn } from '../survey/table.js';
import type { LossNotes } from '../survey/written.js';

/**
 * A column without Stata's `.a` to `.z`, which SPSS would show as numbers of 308 digits: `.a` becomes -1, `.b` -2 and so on, or
 * -11, -101, ... where answers go below zero. They stay user-missing, and a letter without a label gets its name as one.
 */
export function lettersToCodes(column: NumberColumn, notes: LossNotes): NumberColumn {
  const letters = column.missing.values.filter((value) => missingLetter(value) !== null);
  if (letters.length === 0) return column;
  let lowest = 0;
  for (const value of column.values) if (value < lowest) lowest = value;
  for (const { value } of column.labels) if (value < lowest) lowest = value;
  const base = lowest < 0 ? 10 ** Math.ceil(Math.log10(1 - lowest)) : 0;
  const codes = new Map(
    Array.from({ length: 26 }, (_, n) => [extendedMissingAt(n + 1), -(base + n + 1)] as const),
  );
  const recode = (value: number): number => codes.get(value) ?? value;
  const labelled = new Set(column.labels.map(({ value }) => value));
  const named = letters.map((letter) => ({ letter, name: `.${missingLetter(letter)!}` }));
  notes.add(
    'user-missing-recoded',
    `${column.name}: ${named.map(({ letter, name }) => `${name} → ${recode(letter)}`).join(', ')}`,
  );
  return {
    ...column,
    values: column.values.map(recode),
    labels: [
      ...column.labels.map(({ value, label }) => ({ value: recode(value), label })),
      ...named
        .filter(({ letter }) => !labelled.has(letter))
        .map(({ letter, name }) => ({ value: recode(letter), label: name })),
    ],
    missing: { ...column.missing, values: column.missing.values.map(recode) },
  };
}
