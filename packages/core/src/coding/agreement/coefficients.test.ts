import { describe, expect, test } from 'vitest';
import { beyondChance, percentAgreement, pooled } from './chance.js';
import { cohenKappa } from './cohen-kappa.js';
import { fleissKappa } from './fleiss-kappa.js';
import { gwetAc1 } from './gwet-ac1.js';
import { krippendorffAlpha } from './krippendorff-alpha.js';
import { COHEN, FLEISS, KRIPPENDORFF, table, units } from './published.fixture.js';
import { seededRandom } from '../../random/seeded-random.js';
import type { Judgement } from './ratings.js';

describe('figures that were published', () => {
  test('Cohen (1960, p. 37 and 45)', () => {
    expect(percentAgreement(COHEN)).toBeCloseTo(0.29, 10);
    // p. 45: agreement .70, expected .41.
    const second = table([44, 5, 1], [7, 20, 3], [9, 5, 6]);
    expect(percentAgreement(second)).toBeCloseTo(0.7, 10);
    expect(cohenKappa(second)).toBeCloseTo((0.7 - 0.41) / 0.59, 10);
  });

  test('Fleiss (1971, p. 380): kappa .430 from .5556 observed and .2201 by chance', () => {
    const chance = fleissKappa(FLEISS)!;
    expect(chance.observed).toBeCloseTo(0.5556, 4);
    // Printed .2201, from shares rounded before they were squared.
    expect(chance.expected).toBeCloseTo(0.22, 3);
    expect(beyondChance(chance)).toBeCloseTo(0.43, 3);
  });

  test('Krippendorff (2011, p. 5): nominal alpha .743 in spite of missing judgements', () => {
    expect(beyondChance(krippendorffAlpha(KRIPPENDORFF))).toBeCloseTo(0.743, 3);
  });

  test('Gwet (irrCAC 1.0, cac.raw4raters, the same judgements): Fleiss .76117, AC1 .77544, one unit judged by one alone', () => {
    expect(percentAgreement(KRIPPENDORFF)).toBeCloseTo(0.8181818, 7);
    expect(fleissKappa(KRIPPENDORFF)!.expected).toBeCloseTo(0.2387153, 7);
    expect(beyondChance(fleissKappa(KRIPPENDORFF))).toBeCloseTo(0.76117, 5);
    expect(gwetAc1(KRIPPENDORFF, 5)!.expected).toBeCloseTo(0.1903212, 7);
    expect(beyondChance(gwetAc1(KRIPPENDORFF, 5))).toBeCloseTo(0.77544, 5);
  });

  test('Krippendorff (1995, p. 60): Bertha and Bill on 24 places, kappa .385, pi .314, alpha .329', () => {
    const bertha = '001111111100001111110000';
    const bill = '000011110000000110000000';
    const both = units(bertha.split('').map((one, i) => [Number(one), Number(bill[i])]));
    expect(cohenKappa(both)).toBeCloseTo(0.385, 3);
    expect(beyondChance(fleissKappa(both))).toBeCloseTo(0.314, 3);
    expect(beyondChance(krippendorffAlpha(both))).toBeCloseTo(0.329, 3);
  });

  test('Feinstein & Cicchetti (1990, J. Clin. Epidemiol. 43, p. 544): the same 85 % is a kappa of .70 or of .32', () => {
    expect(cohenKappa(table([40, 9], [6, 45]))).toBeCloseTo(0.7, 2);
    const skewed = table([80, 10], [5, 5]);
    expect(percentAgreement(skewed)).toBeCloseTo(0.85, 10);
    expect(cohenKappa(skewed)).toBeCloseTo(0.32, 2);
    // Gwet's answer, worked by hand: 87.5 % say yes on average, chance 2 * .875 * .125, (.85 - .21875) / .78125.
    expect(beyondChance(gwetAc1(skewed))).toBeCloseTo(0.808, 10);
  });
});

describe('cases worked by hand', () => {
  test('two coders who disagree everywhere in equal parts: kappa -1', () => {
    expect(cohenKappa(table([0, 5], [5, 0]))).toBeCloseTo(-1, 12);
  });

  test('one coder is silent: agreement is no better than chance, however high the percentage', () => {
    const silent = table([80, 0], [20, 0]);
    expect(percentAgreement(silent)).toBeCloseTo(0.8, 12);
    expect(cohenKappa(silent)).toBeCloseTo(0, 12);
    expect(beyondChance(fleissKappa(silent))!).toBeLessThan(0);
  });

  test('where everybody says one and the same, nothing but percentage and AC1 can be told', () => {
    const same = table([50, 0], [0, 0]);
    expect(percentAgreement(same)).toBe(1);
    expect([
      cohenKappa(same),
      beyondChance(fleissKappa(same)),
      beyondChance(krippendorffAlpha(same)),
    ]).toEqual([null, null, null]);
    expect(beyondChance(gwetAc1(same))).toBe(1);
  });

  test('three coders: kappa is the mean of the pairs', () => {
    const rows = [
      [1, 1, 0],
      [0, 0, 0],
      [1, 0, 1],
      [0, 0, 0],
      [1, 1, 1],
    ];
    const pair = (a: number, b: number) => cohenKappa(units(rows.map((row) => [row[a]!, row[b]!])))!;
    expect(cohenKappa(units(rows))).toBeCloseTo((pair(0, 1) + pair(0, 2) + pair(1, 2)) / 3, 12);
  });

  test('several codes are pooled by what was observed and by chance, not by their coefficients', () => {
    const common = table([40, 10], [10, 40]); // .8 observed, .5 by chance
    const rare = table([98, 1], [1, 0]); // .98 observed, .9802 by chance: kappa just under 0
    expect(cohenKappa(common, rare)).toBeCloseTo((0.89 - 0.7401) / (1 - 0.7401), 12);
    expect(pooled([null, { observed: 1, expected: 0.5 }])).toEqual({ observed: 1, expected: 0.5 });
  });
});

/** Agreement as definitions have it, pair by pair over every unit: slow on purpose. */
function naive(rows: readonly (readonly Judgement[])[]) {
  const usable = rows.filter((row) => row.filter((value) => value !== null).length > 1);
  const said = usable.map((row) => row.filter((value) => value !== null));
  const same = said.map((values) => {
    let alike = 0;
    let pairs = 0;
    values.forEach((a, i) =>
      values.forEach((b, j) => {
        if (i === j) return;
        pairs++;
        alike += Number(a === b);
      }),
    );
    return alike / pairs;
  });
  const mean = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;
  const percent = mean(same);
  const judgedAtAll = rows
    .map((row) => row.filter((value) => value !== null))
    .filter((row) => row.length > 0);
  const shares = [0, 1].map((k) =>
    mean(judgedAtAll.map((values) => values.filter((value) => value === k).length / values.length)),
  );
  const byChance = shares.reduce((sum, share) => sum + share * share, 0);
  const guess = shares.reduce((sum, share) => sum + share * (1 - share), 0);
  const all = said.flat();
  let unlike = 0;
  all.forEach((a, i) => all.forEach((b, j) => (unlike += Number(i !== j && a !== b))));
  const n = all.length;
  const observed = said.reduce((sum, values, u) => sum + values.length * (1 - same[u]!), 0) / n;
  return {
    percent,
    fleiss: (percent - byChance) / (1 - byChance),
    ac1: (percent - guess) / (1 - guess),
    alpha: 1 - observed / (unlike / (n * (n - 1))),
  };
}

test('collapsed units give what counting every pair gives, missing judgements included', () => {
  for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
    const random = seededRandom(seed);
    const rows = Array.from({ length: 40 }, () => {
      const truth = random() < 0.3;
      return Array.from({ length: 4 }, () =>
        random() < 0.15 ? null : Number(random() < 0.2 ? !truth : truth),
      );
    });
    const expected = naive(rows);
    const rated = units(rows);
    expect(percentAgreement(rated)).toBeCloseTo(expected.percent, 9);
    expect(beyondChance(fleissKappa(rated))).toBeCloseTo(expected.fleiss, 9);
    expect(beyondChance(gwetAc1(rated))).toBeCloseTo(expected.ac1, 9);
    expect(beyondChance(krippendorffAlpha(rated))).toBeCloseTo(expected.alpha, 9);
  }
});
