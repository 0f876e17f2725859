import type { RecodeRule } from '@bagom/core';

type Source = { words: boolean; whole: boolean };
type Taken = Pick<RecodeRule, 'values' | 'range'>;

/**
 * Values as they are written in a rule: `1, 2`, `18–29`, `50+`, `≤ 17`; words stand between semicolons. A comma without a
 * space is a decimal sign where the source has decimals. Each range is a rule of its own; null: not understood, or nothing.
 */
export function readRule(text: string, { words, whole }: Source): Taken[] | null {
  if (words) {
    const values = text
      .split(';')
      .map((word) => word.trim())
      .filter((word) => word !== '');
    return values.length > 0 ? [{ values, range: null }] : null;
  }
  const tight = text
    .trim()
    // The signs of a range belong to their numbers.
    .replace(/\s*(–|—|\.\.)\s*/g, '–')
    .replace(/(\d)\s*-\s*(?=-?\d)/g, '$1–')
    .replace(/(≤|<=|≥|>=)\s*/g, '$1')
    .replace(/\s+\+/g, '+');
  const parts = tight.split(whole ? /[;,\s]+/ : /;\s*|,\s+|\s+/).filter((part) => part !== '');
  const values: number[] = [];
  const ranges: NonNullable<RecodeRule['range']>[] = [];
  for (const part of parts) {
    const read = readPart(part);
    if (read === null) return null;
    if (typeof read === 'number') values.push(read);
    else ranges.push(read);
  }
  if (parts.length === 0) return null;
  return [
    ...(values.length > 0 && ranges.length !== 1 ? [{ values, range: null }] : []),
    ...ranges.map((range) => ({ values: ranges.length === 1 ? values : [], range })),
  ];
}

const NUMBER = String.raw`-?\d+(?:[.,]\d+)?`;
const RANGE = new RegExp(`^(${NUMBER})–(${NUMBER})$`);
const FROM = new RegExp(`^(?:(?:≥|>=)(${NUMBER})|(${NUMBER})\\+)$`);
const UP_TO = new RegExp(`^(?:≤|<=)(${NUMBER})$`);
const ONE = new RegExp(`^${NUMBER}$`);

function readPart(part: string): number | { from: number | null; to: number | null } | null {
  const signed = part.replace(/^−/, '-').replace(/–−/, '–-');
  if (ONE.test(signed)) return numberOf(signed);
  const range = RANGE.exec(signed);
  if (range) return { from: numberOf(range[1]!), to: numberOf(range[2]!) };
  const from = FROM.exec(signed);
  if (from) return { from: numberOf(from[1] ?? from[2]!), to: null };
  const upTo = UP_TO.exec(signed);
  return upTo ? { from: null, to: numberOf(upTo[1]!) } : null;
}

const numberOf = (text: string) => Number(text.replace(',', '.'));

/** A rule as it is written. */
export function ruleText({ values, range }: Taken, decimal: string): string {
  const one = (value: number) => String(value).replace('.', decimal);
  const parts = values.map((value) => (typeof value === 'number' ? one(value) : value));
  if (range) {
    if (range.from !== null && range.to !== null) parts.push(`${one(range.from)}–${one(range.to)}`);
    else if (range.from !== null) parts.push(`${one(range.from)}+`);
    else if (range.to !== null) parts.push(`≤${one(range.to)}`);
  }
  return parts.join(values.some((value) => typeof value === 'string') ? '; ' : ', ');
}
