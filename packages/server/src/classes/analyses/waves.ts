import { chiSquareTails, type ClassNote, type ClassTest, type WavesFound } from '@bagom/core';
import {
  configural,
  fitGroups,
  fixedTo,
  indicators,
  informationCriteria,
  LatentClassError,
  likelihoodRatio,
  metric,
  wald,
  type GroupModel,
  type GroupOptions,
  type Indicators,
  type LatentClassModel,
} from '@bagom/latent-class';
import { indicatorsOf, type ClassData } from '../class-data.js';
import { hasUnits } from '../survey-design.js';
import { normalP, notesOf, testOf, withLogitInterval, withNormalInterval } from './figures.js';
import type { AnalysisGiven, HowToRun } from './given.js';

/**
 * The classes of a model in another wave. Whatever is asked for, two questions are tested: do the classes mean the same
 * there, and are they of the same size? Without weights by likelihood ratios; with weights, where those are no chi-square, by
 * scaled ones (Satorra & Bentler 2010) and a Wald test.
 */
export async function wavesOf(
  { model, data: own, design, asked, own: ownWave, other }: AnalysisGiven['waves'],
  { watch }: HowToRun = {},
): Promise<WavesFound> {
  const { data, groups, weights } = stacked(own, other.data);
  const search = { starts: asked.starts, seed: asked.seed };
  const fit = (options: Pick<GroupOptions, 'items' | 'shares'>) =>
    fitGroups(model, data, { groups, ...options, ...search, ...(weights ? { weights } : {}) });
  const items = { fixed: fixedTo, metric, configural }[asked.compare](model);
  const found = fit({ items });
  watch?.(0.4);
  const sameSize = weights ? null : fit({ items, shares: 'equal' });
  watch?.(0.6);
  const notes: ClassNote[] = notesOf(found.warnings);
  const meaning = tried(() => {
    const [restricted, general] = meanings(asked.compare, found, fit, () =>
      inOtherWave(model, other.data, search),
    );
    return ratio(restricted, general, weights !== null);
  }, notes);
  watch?.(1);
  const shares = sameSize
    ? tried(() => ratio(sameSize, found, false), notes)
    : sizesByWald(found, 'sandwich');
  if (asked.compare === 'fixed') notes.push({ code: 'fixed-as-known', data: {} });
  const errors = weights ? 'sandwich' : 'observed';
  if (weights && hasUnits(design)) notes.push({ code: 'design-not-counted', data: {} });
  return {
    waves: found.groups.map((group, at) => ({
      ...[ownWave, wave(other)][at]!,
      n: group.n,
      rows: group.rows,
      shares: group.shares.map((share, k) => withLogitInterval(share, group.errors[errors]?.shares[k])),
      probs: group.probs.map((byClass) => byClass.map((probs) => [...probs])),
    })),
    changes: changesOf(found, errors),
    tests: [
      { of: 'meaning', how: 'likelihood-ratio', test: meaning },
      { of: 'shares', how: sameSize ? 'likelihood-ratio' : 'wald', test: shares },
    ],
    loglik: found.loglik,
    npar: found.npar,
    bic: informationCriteria(found.loglik, found.npar, found.n, found.entropy).bic,
    errors,
    notes,
  };
}

type Pair = readonly [restricted: GroupModel, general: GroupModel];

/** The two models that tell whether the classes mean the same. */
function meanings(
  compare: 'fixed' | 'metric' | 'configural',
  found: GroupModel,
  fit: (options: Pick<GroupOptions, 'items'>) => GroupModel,
  inOther: () => Pair,
): Pair {
  switch (compare) {
    case 'fixed':
      return inOther();
    case 'metric':
      return [found, fit({ items: 'free' })];
    case 'configural':
      return [fit({ items: 'equal' }), found];
  }
}

/** The classes of the model, and classes of its own, in the other wave alone: the model knew its own wave already. */
function inOtherWave(
  model: LatentClassModel,
  other: ClassData,
  search: Pick<GroupOptions, 'starts' | 'seed'>,
): Pair {
  const data = indicatorsOf(other);
  const rest = { ...search, ...(other.weights ? { weights: other.weights } : {}) };
  return [
    fitGroups(model, data, { items: fixedTo(model), ...rest }),
    fitGroups(model, data, { items: 'free', ...rest }),
  ];
}

const wave = ({ waveId, name, year }: AnalysisGiven['waves']['other']) => ({ waveId, name, year });

/** Both waves in one table. Weights have mean 1 within each wave: one may be scaled to the population, the other not. */
function stacked(
  own: ClassData,
  other: ClassData,
): { data: Indicators; groups: Float64Array; weights: Float64Array | null } {
  const rows = [own, other].map(({ columns }) => columns[0]?.length ?? 0);
  const groups = Float64Array.from({ length: rows[0]! + rows[1]! }, (_, row) => (row < rows[0]! ? 1 : 2));
  const weighted = own.weights !== null || other.weights !== null;
  const weights = weighted ? joined(meanOne(own, rows[0]!), meanOne(other, rows[1]!)) : null;
  const data = indicators(
    own.columns.map((column, item) => joined(column, other.columns[item]!)),
    {
      names: own.names,
      categories: own.categories.map((values) => values.length),
      missing: own.missing,
      ...(weights ? { weights } : {}),
    },
  );
  return { data, groups, weights };
}

function joined<T extends Uint8Array | Float64Array>(a: T, b: T): T {
  const both = new (a.constructor as new (length: number) => T)(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

function meanOne({ weights }: ClassData, rows: number): Float64Array {
  if (!weights) return new Float64Array(rows).fill(1);
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / rows;
  return weights.map((weight) => weight / mean);
}

/** Likelihood ratio of one model within another; with weights, divided by how much it is drawn out. */
function ratio(restricted: GroupModel, general: GroupModel, weighted: boolean): ClassTest | null {
  const { statistic, df, p } = likelihoodRatio(restricted, general);
  if (!weighted) return testOf({ statistic, df, p });
  if (restricted.trace === null || general.trace === null) return null;
  const scaling = (general.trace - restricted.trace) / df;
  if (!(scaling > 0)) return null;
  const scaled = statistic / scaling;
  return testOf({ statistic: scaled, df, p: chiSquareTails(scaled, df).upper });
}

/** A general model that stopped below the restricted one cannot be tested against; that is told, and the rest stands. */
function tried(test: () => ClassTest | null, notes: ClassNote[]): ClassTest | null {
  try {
    return test();
  } catch (error) {
    if (!(error instanceof LatentClassError) || error.code !== 'model-mismatch') throw error;
    notes.push({ code: 'lower-maximum', data: {} });
    return null;
  }
}

type Errors = 'observed' | 'sandwich';

function sizesByWald(found: GroupModel, errors: Errors): ClassTest | null {
  const covariance = found.shareCovariance[errors];
  const { classes } = found;
  if (covariance === undefined || classes === 1) return null;
  const shares = found.groups.flatMap((group) => group.shares);
  // The last class follows from the others.
  const contrasts = Array.from({ length: classes - 1 }, (_, k) =>
    shares.map((__, at) => Number(at === classes + k) - Number(at === k)),
  );
  return testOf(wald(shares, covariance, contrasts));
}

function changesOf(found: GroupModel, errors: Errors): WavesFound['changes'] {
  const covariance = found.shareCovariance[errors];
  const { classes, groups } = found;
  const at = (i: number, j: number) => covariance?.[i * 2 * classes + j] ?? NaN;
  return Array.from({ length: classes }, (_, k) => {
    const [before, after] = [k, classes + k];
    const variance = at(before, before) + at(after, after) - 2 * at(before, after);
    const change = (groups[1]?.shares[k] ?? NaN) - (groups[0]?.shares[k] ?? NaN);
    const figure = withNormalInterval(change, classes === 1 ? null : Math.sqrt(Math.max(0, variance)));
    return { ...figure, p: normalP(figure) };
  });
}
