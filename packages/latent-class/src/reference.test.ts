import { existsSync, readFileSync } from 'node:fs';
import { describe as group, expect, test } from 'vitest';
import {
  bivariateResiduals,
  describe,
  fit,
  indicators,
  posterior,
  score,
  type Indicators,
  type LatentClassModel,
} from './index.js';
import { distance } from './match.js';
import { layout, parametersOf } from './parameters.js';

// Reference fits by poLCA 1.6.0.2, StepMix 2.2.1 and independent arithmetic; see the README beside them. They live
// next to the repository, not in it.
const folder = new URL('../../../../shared/reference/lca/', import.meta.url);
const present = existsSync(new URL('README.md', folder));

interface Expected {
  data: string;
  missing: 'fiml' | 'listwise';
  N: number;
  items: string[];
  categories: number[];
  nclass: number;
  loglik: number;
  npar: number;
  resid_df_poLCA: number;
  df_full_table: number;
  aic: number;
  bic: number;
  abic: number;
  caic: number;
  aic3: number;
  icl_bic: number;
  entropy_r2: number | null;
  G2: number;
  X2: number;
  shares: number | number[];
  probs: Record<string, number[][]>;
  posterior_first10: number[][];
  bivariate: { a: string; b: string; x2: number | string; df: number }[];
}

function read<T>(path: string): T {
  return JSON.parse(readFileSync(new URL(path, folder), 'utf8')) as T;
}

function columnsOf(path: string, names: readonly string[]): number[][] {
  const [head, ...lines] = readFileSync(new URL(path, folder), 'utf8').trim().split('\n');
  const header = head!.replaceAll('"', '').split(',');
  const rows = lines.map((line) => line.split(',').map((cell) => (cell === '' ? NaN : Number(cell))));
  return names.map((name) => rows.map((row) => row[header.indexOf(name)]!));
}

function dataOf(expected: Expected): Indicators {
  return indicators(columnsOf(expected.data, expected.items), {
    names: expected.items,
    categories: expected.categories,
    missing: expected.missing,
  });
}

function gap(model: LatentClassModel, shares: number | number[], probs: Record<string, number[][]>): number {
  const shape = layout(model.classes, model.categories);
  const theirs = parametersOf(shape, {
    shares: [shares].flat(),
    probs: model.names.map((name) => probs[name]!),
  });
  return distance(shape, parametersOf(shape, model), theirs);
}

const cases = [
  ...[1, 2, 3, 4].map((k) => `carcinoma_k${k}`),
  ...[1, 2].map((k) => `cheating_k${k}`),
  ...[1, 2, 3].map((k) => `danish_2300_k${k}`),
  ...[1, 2, 3].flatMap((k) => [`election_k${k}`, `election_k${k}_fiml`]),
];

group.skipIf(!present)('reference fits (skipped when the folder beside the repository is absent)', () => {
  test.each(cases)('%s has the reference likelihood, criteria, parameters and residuals', (name) => {
    const expected = read<Expected>(`expected/${name}.json`);
    const data = dataOf(expected);
    const model = fit(data, { classes: expected.nclass, starts: { screened: 80, finished: 20 } });
    expect(Math.abs(model.loglik - expected.loglik)).toBeLessThan(1e-6);
    expect(data.n).toBe(expected.N);
    expect(model.npar).toBe(expected.npar);
    expect(model.identified).toBe(true);
    expect(model.replicated).toBe(true);
    expect(model.spread).toBeLessThan(1e-3);
    expect(gap(model, expected.shares, expected.probs)).toBeLessThan(1e-4);

    const row = describe(model, data);
    expect(row).toMatchObject({
      aic: expect.closeTo(expected.aic, 5),
      bic: expect.closeTo(expected.bic, 5),
      abic: expect.closeTo(expected.abic, 5),
      caic: expect.closeTo(expected.caic, 5),
      aic3: expect.closeTo(expected.aic3, 5),
      icl: expect.closeTo(expected.icl_bic, 1),
    });
    // One class has none, on either side.
    expect(row.entropyR2 ?? -1).toBeCloseTo(expected.entropy_r2 ?? -1, 4);
    expect(row.goodness.g2).toBeCloseTo(expected.G2, 3);
    expect(row.goodness.x2 / expected.X2).toBeCloseTo(1, 4);
    expect(row.goodness.df).toEqual({ table: expected.df_full_table, cases: expected.resid_df_poLCA });

    const residuals = bivariateResiduals(model, data);
    expect(residuals.map(({ names, df }) => [...names, df])).toEqual(
      expected.bivariate.map(({ a, b, df }) => [a, b, df]),
    );
    // "NaN" there is a cell of 0 expected and 0 observed, which adds nothing here.
    const known = expected.bivariate.flatMap(({ x2 }, i) => (typeof x2 === 'number' ? [{ i, x2 }] : []));
    for (const { i, x2 } of known) expect(residuals[i]!.x2).toBeCloseTo(x2, 2);
  });

  test('carcinoma with four classes: the maximum that the manual prints is listed, and is not the best', () => {
    const data = dataOf(read<Expected>('expected/carcinoma_k4.json'));
    const { maxima } = fit(data, { classes: 4, starts: { screened: 100, finished: 100 } });
    expect(maxima[0]!.loglik).toBeCloseTo(-289.285849, 5);
    expect(maxima[0]!.hits).toBeGreaterThan(5);
    const published = maxima.find((maximum) => Math.abs(maximum.loglik + 289.789) < 1e-3);
    expect(published?.hits).toBeGreaterThan(5);
    expect(published?.distance).toBeGreaterThan(0.1);
  });

  test('election with missing answers has two maxima 0.018 apart, and both are listed', () => {
    const data = dataOf(read<Expected>('expected/election_k3_fiml.json'));
    const { maxima } = fit(data, { classes: 3, starts: { screened: 60, finished: 20 } });
    expect(maxima[0]!.loglik).toBeCloseTo(-21311.535671, 5);
    expect(maxima[1]!.loglik).toBeCloseTo(-21311.553, 3);
    expect(maxima[1]!.distance).toBeGreaterThan(0.001);
  });

  test('danish_2300 with four classes finds the maximum that random responsibilities alone miss', () => {
    const data = dataOf(read<Expected>('expected/danish_2300_k3.json'));
    expect(fit(data, { classes: 4 }).loglik).toBeGreaterThan(-23407.7531);
  });

  test.each(['carcinoma', 'election'])(
    '%s with survey weights has the reference pseudo-likelihood',
    (name) => {
      const expected = read<{
        items: string[];
        nclass: number;
        loglik_pseudo: number;
        shares: number[];
        probs: Record<string, number[][]>;
        bic: number;
        shares_modal_weighted: number[];
        entropy_r2: number;
      }>(`weighted/${name}_design.json`);
      const file = `weighted/${name}_design.csv`;
      const [weights] = columnsOf(file, ['weight']);
      const data = indicators(columnsOf(file, expected.items), {
        names: expected.items,
        weights: weights!,
        missing: 'fiml',
      });
      const model = fit(data, { classes: expected.nclass, starts: { screened: 60, finished: 15 } });
      expect(Math.abs(model.loglik - expected.loglik_pseudo)).toBeLessThan(1e-6);
      expect(gap(model, expected.shares, expected.probs)).toBeLessThan(1e-4);
      expect(describe(model, data).bic).toBeCloseTo(expected.bic, 5);
      const { entropyR2, modalShares } = posterior(model, data);
      expect(entropyR2).toBeCloseTo(expected.entropy_r2, 4);
      expect(modalShares.toSorted((a, b) => a - b)).toEqual(
        expected.shares_modal_weighted.toSorted((a, b) => a - b).map((share) => expect.closeTo(share, 5)),
      );
    },
  );

  test('people are classified as the reference classifies them', () => {
    const expected = read<Expected>('expected/election_k3_fiml.json');
    const data = dataOf(expected);
    const model = fit(data, { classes: 3, starts: { screened: 60, finished: 15 } });
    const { probabilities } = posterior(model, data);
    const theirs = expected.posterior_first10.map((row) => row.toSorted((a, b) => a - b));
    const ours = theirs.map((_, row) =>
      [...probabilities.subarray(row * 3, row * 3 + 3)].toSorted((a, b) => a - b),
    );
    expect(ours).toEqual(theirs.map((row) => row.map((p) => expect.closeTo(p, 4))));
  });

  test('new people with missing answers get the reference posterior', () => {
    const { new: people } = read<
      Record<string, { new: { pattern: (number | null)[]; posterior: number[]; loglik: number }[] }>
    >('scoring/expected_scoring.json')['election_k3_fiml']!;
    const expected = read<Expected>('expected/election_k3_fiml.json');
    const model = {
      classes: 3,
      names: expected.items,
      categories: expected.categories,
      shares: [expected.shares].flat(),
      probs: expected.items.map((name) => expected.probs[name]!),
    };
    const scores = score(
      model,
      expected.items.map((_, item) => people.map(({ pattern }) => pattern[item] ?? NaN)),
    );
    expect([...scores.probabilities]).toEqual(
      people.flatMap(({ posterior }) => posterior.map((p) => expect.closeTo(p, 5))),
    );
    // What lies at a probability of zero depends on how far an optimiser went; those people are marked.
    const alike = people
      .map((person, row) => ({ person, row }))
      .filter(({ row }) => scores.unlike[row] === 0);
    expect(alike.length).toBeGreaterThan(1);
    expect(alike.map(({ row }) => scores.loglik[row])).toEqual(
      alike.map(({ person }) => expect.closeTo(person.loglik, 5)),
    );
  });
});

test.skipIf(present)(
  'the reference fits are not here: put them in ../shared/reference/lca to compare with them',
  () => {
    expect(present).toBe(false);
  },
);
