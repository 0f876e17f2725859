import type { SurveyTable } from './table.js';
import { seeded } from './random-table.fixture.js';

/** What comes of reading a file: `read`, the code of what is wrong with it, or what should never come of it. */
export function outcomeOf(read: () => SurveyTable): string {
  try {
    const { columns, rows } = read();
    return columns.every(({ values }) => values.length === rows) ? 'read' : 'half read';
  } catch (error) {
    return (error as Error & { code?: string }).code ?? String(error);
  }
}

/** What comes of reading a file cut short, at every so many bytes; with the lengths that were read all the same. */
export function cutOutcomes(bytes: Uint8Array, step: number, read: (bytes: Uint8Array) => SurveyTable) {
  const outcomes = new Set<string>();
  const lengths: number[] = [];
  for (let length = 0; length < bytes.length; length += step) {
    const outcome = outcomeOf(() => read(bytes.subarray(0, length)));
    if (outcome === 'read') lengths.push(length);
    else outcomes.add(outcome);
  }
  return { outcomes: [...outcomes], lengths };
}

/** What comes of reading a file in which one byte is another, so many times, without those that are expected. */
export function brokenOutcomes(
  bytes: Uint8Array,
  { seed, times, expected }: { seed: number; times: number; expected: readonly string[] },
  read: (bytes: Uint8Array) => SurveyTable,
): string[] {
  const random = seeded(seed);
  const outcomes = new Set<string>();
  for (let n = 0; n < times; n++) {
    const broken = bytes.slice();
    broken[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
    outcomes.add(outcomeOf(() => read(broken)));
  }
  return [...outcomes].filter((outcome) => outcome !== 'read' && !expected.includes(outcome));
}
