import { expect, test } from 'vitest';
import { seededRandom } from '../../random/seeded-random.js';
import { unitizedAlpha, unitizedDisagreement, unitizedSums, type CodedUnit } from './unitized-alpha.js';

const alpha = (coders: readonly CodedUnit[][], length: number) =>
  unitizedAlpha([unitizedDisagreement(unitizedSums(coders, length))]);

/** Stretches as the book prints them: first and last place, from 1. */
const printed = (...units: [number, number, string][]): CodedUnit[] =>
  units.map(([first, last, value]) => ({ from: first - 1, to: last, value }));

const ALEX = printed([1, 7, '1'], [8, 13, '2'], [31, 32, '5'], [33, 37, '6'], [38, 44, '6'], [45, 60, '7']);
const PAUL = printed([1, 7, '1'], [8, 13, '3'], [14, 21, '5'], [33, 44, '6']);
const SUZAN = printed([1, 7, '1'], [8, 13, '4'], [14, 21, '5'], [33, 37, '6'], [38, 41, '6'], [42, 44, '6']);

test('Krippendorff (2019, figure 12.11): Alex, Paul and Suzan agree by .510, and by .413 on where alone', () => {
  expect(alpha([ALEX, PAUL, SUZAN], 60)).toBeCloseTo(0.51, 3);
  const where = (units: readonly CodedUnit[]) => units.map((unit) => ({ ...unit, value: 'x' }));
  expect(Math.abs(alpha([where(ALEX), where(PAUL), where(SUZAN)], 60)! - 0.413)).toBeLessThan(0.001);
});

test('the same stretches are an alpha of 1, and stretches that never meet one below 0', () => {
  const a = [{ from: 10, to: 20, value: 'x' }];
  const b = [{ from: 30, to: 40, value: 'x' }];
  expect(alpha([a, a], 100)).toBe(1);
  expect(alpha([a, b], 100)!).toBeLessThan(0);
});

test('half an overlap, worked by hand', () => {
  // 0-10 and 5-15 of 20. Alike over 5 + 5 of 20 places, for both coders 20 of 40. Gaps 20, coded 20, alone 20 + 100 + 100.
  // Chance: 40 - (20*20 - 20 + 20*20 - 200) / (40 - 220 / 40) = 40 - 580 / 34.5.
  const found = alpha([[{ from: 0, to: 10, value: 'x' }], [{ from: 5, to: 15, value: 'x' }]], 20);
  expect(found).toBeCloseTo(1 - 20 / (40 - 580 / 34.5), 12);
});

test('nobody coded anything: it cannot be told', () => {
  expect(alpha([[], []], 50)).toBeNull();
});

test('a coder whose stretches overlap each other is refused', () => {
  const twice = [
    { from: 0, to: 5, value: 'x' },
    { from: 4, to: 8, value: 'x' },
  ];
  expect(() => alpha([twice, []], 20)).toThrow(RangeError);
});

test('place by place and pair by pair it comes out the same', () => {
  for (const seed of [1, 2, 3, 4, 5, 6]) {
    const random = seededRandom(seed);
    const length = 60;
    const coders = Array.from({ length: 2 + (seed % 3) }, () => {
      const units: CodedUnit[] = [];
      for (let at = 0; at < length;) {
        const to = Math.min(length, at + 1 + Math.floor(random() * 9));
        if (random() < 0.5) units.push({ from: at, to, value: random() < 0.5 ? 'a' : 'b' });
        at = to;
      }
      return units;
    });
    expect(alpha(coders, length)).toBeCloseTo(naive(coders, length), 9);
  }
});

/** Every place of every coder is one value; a place is paired with all others but those of its own stretch. */
function naive(coders: readonly CodedUnit[][], length: number): number {
  const places = coders.flatMap((units, coder) =>
    Array.from({ length }, (_, at) => {
      const unit = units.findIndex(({ from, to }) => from <= at && at < to);
      return { coder, at, unit, value: units[unit]?.value ?? '' };
    }),
  );
  let unlike = 0;
  for (const a of places)
    for (const b of places)
      if (a.at === b.at && a.coder !== b.coder) unlike += Number(a.value !== b.value) / (coders.length - 1);
  let pairs = 0;
  let unlikePairs = 0;
  for (const a of places)
    for (const b of places) {
      const own = a === b || (a.coder === b.coder && a.unit === b.unit && a.unit >= 0);
      if (own) continue;
      pairs++;
      unlikePairs += Number(a.value !== b.value);
    }
  return 1 - unlike / ((places.length * unlikePairs) / pairs);
}
