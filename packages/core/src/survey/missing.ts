import type { Answers } from './recode.js';
import { takes } from './recode.js';

/** Answers to a variable, with the values that count as none. */
export interface AnsweredColumn {
  values: Answers;
  userMissing: readonly number[];
}

/** How many answers are missing, by variable, by person and by which go together. */
export interface MissingTable {
  /** Of each variable, in the order given: answered, left empty, and given but counted as no answer. */
  variables: { valid: number; system: number; user: number }[];
  /** How many persons miss 0, 1, 2 and so on of the answers. */
  persons: number[];
  /** Which variables are missing together, commonest first; `missing` has one entry a variable. */
  patterns: { missing: boolean[]; n: number }[];
  /** How many different patterns there are, those not listed included. */
  patternCount: number;
}

const PATTERNS_SHOWN = 25;

/** The missing answers among some variables of a wave. */
export function missingTable(columns: readonly AnsweredColumn[]): MissingTable {
  const rows = columns[0]?.values.length ?? 0;
  const variables = columns.map(() => ({ valid: 0, system: 0, user: 0 }));
  const persons = Array<number>(columns.length + 1).fill(0);
  const patterns = new Map<string, number>();
  const userMissing = columns.map((column) => new Set<unknown>(column.userMissing));
  for (let row = 0; row < rows; row++) {
    let pattern = '';
    let lacking = 0;
    for (const [at, { values }] of columns.entries()) {
      const value = values[row]!;
      const kind = isEmpty(value) ? 'system' : userMissing[at]!.has(value) ? 'user' : 'valid';
      variables[at]![kind]++;
      lacking += Number(kind !== 'valid');
      pattern += kind === 'valid' ? '0' : '1';
    }
    persons[lacking]!++;
    patterns.set(pattern, (patterns.get(pattern) ?? 0) + 1);
  }
  const ordered = [...patterns].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return {
    variables,
    persons,
    patterns: ordered
      .slice(0, PATTERNS_SHOWN)
      .map(([pattern, n]) => ({ missing: Array.from(pattern, (sign) => sign === '1'), n })),
    patternCount: patterns.size,
  };
}

/** A missing rule for many variables at once: these values, and all from one to another. */
export interface MissingRule {
  values: number[];
  range: { from: number | null; to: number | null } | null;
}

/** The values of a variable, answered or labelled, that a rule takes and that do not count as missing yet. */
export function newlyMissing(
  rule: MissingRule,
  { values, userMissing }: AnsweredColumn,
  labels: readonly { value: number }[],
): { value: number; n: number }[] {
  const counts = new Map<number, number>(labels.map(({ value }) => [value, 0]));
  for (const value of values)
    if (typeof value === 'number' && !Number.isNaN(value)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .filter(([value]) => !userMissing.includes(value) && takes({ ...rule, to: null }, value))
    .map(([value, n]) => ({ value, n }))
    .sort((a, b) => a.value - b.value);
}

/** The answers with NaN, or the empty text, wherever there is none. */
export function validAnswers({ values, userMissing }: AnsweredColumn): Answers {
  if (!(values instanceof Float64Array) || userMissing.length === 0) return values;
  const none = new Set(userMissing);
  return values.map((value) => (none.has(value) ? NaN : value));
}

const isEmpty = (value: number | string) => value === '' || Number.isNaN(value);
