import { existsSync, readFileSync } from 'node:fs';
import { describe as group, expect, test } from 'vitest';
import { indicators, type Indicators } from '../data.js';
import { concludeFit } from '../fit.js';
import type { LatentClassModel } from '../model.js';
import { matchParameters } from '../match.js';
import { layout, parametersOf, profileOf } from '../parameters.js';
import { finishStarts } from '../starts.js';
import { replicateEstimates } from './replicate-errors.js';
import { jackknifeWeights } from './replicate-weights.js';
import type { StandardErrors } from './report.js';
import { standardErrors } from './standard-errors.js';

// Standard errors by poLCA 1.6.0.2 (BHHH) and by independent arithmetic with numerical derivatives; the latter gives
// the scaling factor that Mplus prints. They live next to the repository; see the README beside them.
const folder = new URL('../../../../../shared/reference/lca/', import.meta.url);
const present = existsSync(new URL('README.md', folder));

interface Figures {
  shares?: number | number[];
  probs: Record<string, number[][]>;
  coef?: number[][];
}

interface Case {
  data: string;
  missing: 'fiml' | 'listwise';
  items: string[];
  categories: number[];
  nclass: number;
  npar: number;
  shares: number | number[];
  probs: Record<string, number[][]>;
  se_poLCA_bhhh: Figures;
  se_extra: {
    boundary_params_fixed: number;
    mlr_scaling_factor?: number;
    observed: Figures;
    sandwich: Figures;
  };
}

interface Weighted extends Omit<Case, 'se_poLCA_bhhh' | 'se_extra'> {
  degf: number;
  shares: number[];
  se: { linearised: Figures; robust_no_design: Figures };
  se_jackknife_JKn: { shares: number[]; probs_flat: number[] };
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

function profileIn(figures: Figures, items: readonly string[]) {
  return { shares: [figures.shares ?? []].flat(), probs: items.map((name) => figures.probs[name]!) };
}

/** The model that lies at the reference estimate, found from there; its classes are in the order of the reference. */
function modelAt(
  data: Indicators,
  expected: Figures & { items: string[]; nclass: number },
): LatentClassModel {
  const classes = expected.nclass;
  const shape = layout(classes, data.categories);
  const theirs = parametersOf(shape, profileIn(expected, expected.items));
  const candidates = [{ start: 0, loglik: 0, parameters: theirs }];
  const climbing = { tolerance: 1e-10, maxIterations: 20_000 };
  const model = concludeFit(data, finishStarts(data, { classes, candidates, ...climbing }), {
    classes,
    maxIterations: 20_000,
  });
  return { ...model, ...profileOf(shape, matchParameters(shape, theirs, parametersOf(shape, model))) };
}

/** Largest relative difference from reference errors; those of 0 must be fixed, and fixed ones 0. */
function worst(result: StandardErrors, figures: Figures, items: readonly string[]): number {
  const theirs = profileIn(figures, items);
  const pairs = [
    ...(theirs.shares.length > 1 ? theirs.shares.map((value, k) => [result.se.shares[k]!, value]) : []),
    ...theirs.probs.flatMap((byClass, item) =>
      byClass.flatMap((probs, k) => probs.map((value, c) => [result.se.probs[item]![k]![c]!, value])),
    ),
  ];
  return Math.max(
    ...pairs.map(([ours, value]) =>
      ours === null ? (value! < 1e-20 ? 0 : 1) : Math.abs(ours! / value! - 1),
    ),
  );
}

const names = [
  ...[1, 2, 3, 4].map((k) => `carcinoma_k${k}`),
  ...[1, 2].map((k) => `cheating_k${k}`),
  ...[1, 2, 3].map((k) => `danish_2300_k${k}`),
  ...[1, 2, 3].flatMap((k) => [`election_k${k}`, `election_k${k}_fiml`]),
];

group.skipIf(!present)('reference errors (skipped when the folder beside the repository is absent)', () => {
  test.each(names)('%s: BHHH, observed information, sandwich and scaling factor', (name) => {
    const expected = read<Case>(`expected/${name}.json`);
    const { items, missing, categories, se_extra: extra } = expected;
    const data = indicators(columnsOf(expected.data, items), { names: items, categories, missing });
    const model = modelAt(data, expected);
    const bhhh = standardErrors(model, data, { kind: 'bhhh' });
    const observed = standardErrors(model, data, { kind: 'observed' });
    const sandwich = standardErrors(model, data, { kind: 'sandwich' });
    // With four classes one probability has a standard error of 1.2: it hangs by the last digits of the estimate.
    const close = name === 'carcinoma_k4' ? 2e-3 : 1e-3;
    expect(worst(bhhh, expected.se_poLCA_bhhh, items)).toBeLessThan(close);
    expect(worst(observed, extra.observed, items)).toBeLessThan(close);
    expect(worst(sandwich, extra.sandwich, items)).toBeLessThan(close);
    expect(model.npar - sandwich.logits!.labels.length).toBe(extra.boundary_params_fixed);
    expect(sandwich.scaling).toBeCloseTo(extra.mlr_scaling_factor ?? sandwich.scaling!, 6);
    for (const [result, figures] of [
      [observed, extra.observed],
      [sandwich, extra.sandwich],
    ] as const) {
      for (const [i, value] of (figures.coef?.[0] ?? []).entries()) {
        // The log of class i + 2 over class 1, from the covariance of shares.
        const [a, b] = [model.shares[0]!, model.shares[i + 1]!];
        const [va, vb] = [result.covariance[0]![0]!, result.covariance[i + 1]![i + 1]!];
        const variance = va / a ** 2 + vb / b ** 2 - (2 * result.covariance[0]![i + 1]!) / (a * b);
        expect(Math.abs(Math.sqrt(variance) / value - 1)).toBeLessThan(close);
      }
    }
  });

  function survey(name: string) {
    const expected = read<Weighted>(`weighted/${name}_design.json`);
    const file = `weighted/${name}_design.csv`;
    const [weights, strata, psu] = columnsOf(file, ['weight', 'stratum', 'psu']) as [
      number[],
      number[],
      number[],
    ];
    const { items } = expected;
    const data = indicators(columnsOf(file, items), { names: items, weights, missing: 'fiml' });
    const model = modelAt(data, expected);
    const design = { weights, strata, psu };
    const jackknife = { kind: 'replicate-weights', design: jackknifeWeights(data, design) } as const;
    return { expected, items, data, model, design, jackknife };
  }

  test.each(['carcinoma', 'election'])(
    '%s with strata and sampling units: linearised, and without',
    (name) => {
      const { expected, items, data, model, design } = survey(name);
      const linearised = standardErrors(model, data, { kind: 'linearised', design });
      expect(worst(linearised, expected.se.linearised, items)).toBeLessThan(1e-4);
      expect(linearised.df).toBe(expected.degf);
      const sandwich = standardErrors(model, data, { kind: 'sandwich', design: { weights: design.weights } });
      expect(worst(sandwich, expected.se.robust_no_design, items)).toBeLessThan(1e-4);
    },
  );

  test('carcinoma by the jackknife: the reference lets classes change places, which comes out the same its way', () => {
    // It put classes of nearly equal size in order of size in each replicate, so its item probabilities have
    // impossible errors of 2 and its shares an error that is too small.
    const { expected, data, model, jackknife } = survey('carcinoma');
    const { factors, columns } = jackknife.design;
    const { shares, probs_flat: probs } = expected.se_jackknife_JKn;
    expect(Math.max(...probs)).toBeGreaterThan(2);
    const larger = Math.max(...model.shares);
    let switched = 0;
    for (const { replicate, parameters } of replicateEstimates(model, data, jackknife, {
      from: 0,
      to: columns.length,
    })) {
      switched += factors![replicate]! * (Math.max(parameters[0]!, parameters[1]!) - larger) ** 2;
    }
    expect(Math.sqrt(switched)).toBeCloseTo(shares[0]!, 6);
    expect(standardErrors(model, data, jackknife).se.shares[0]).toBeCloseTo(0.0524, 4);
  });

  test('election by the jackknife: near the reference, whose refits end early', () => {
    // They start on the boundary, which EM cannot leave, and stop at a looser tolerance. Sixty random starts for each
    // replicate give the figures here to 1e-6.
    const { expected, data, model, jackknife } = survey('election');
    const { shares, probs_flat: probs } = expected.se_jackknife_JKn;
    const { se } = standardErrors(model, data, jackknife);
    expect(se.shares).toEqual([0.0319192, 0.0379836, 0.0221357].map((value) => expect.closeTo(value, 6)));
    expect(Math.max(...shares.map((value, k) => Math.abs(se.shares[k]! / value - 1)))).toBeLessThan(0.02);
    const gaps = se.probs
      .flat(2)
      .flatMap((value, i) => (value === null ? [] : [Math.abs(value / probs[i]! - 1)]))
      .toSorted((a, b) => a - b);
    expect(gaps[Math.floor(gaps.length / 2)]).toBeLessThan(0.01);
    expect(gaps.at(-1)).toBeLessThan(0.15);
  });
});

test.skipIf(present)(
  'the reference errors are not here: put them in ../shared/reference/lca to compare',
  () => {
    expect(present).toBe(false);
  },
);
