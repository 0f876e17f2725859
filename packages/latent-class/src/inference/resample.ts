import type { Indicators } from '../data.js';
import { LatentClassError } from '../error.js';
import { layout, parametersOf, position, type Profile } from '../parameters.js';
import { collapse } from '../patterns.js';
import type { Random } from '../random.js';

/**
 * The same people under other weights. Patterns without weight are left out, and patterns of equal weight stand
 * side by side, which estimation reads fastest. Rows no longer point to patterns: this is for estimation only.
 */
export function reweighted(data: Indicators, weights: Float64Array): Indicators {
  const sizes = new Map<number, number>();
  for (const weight of weights) if (weight > 0) sizes.set(weight, (sizes.get(weight) ?? 0) + 1);
  let active = 0;
  for (const [weight, size] of sizes) {
    sizes.set(weight, active);
    active += size;
  }
  const items = data.names.length;
  const patternWeights = new Float64Array(active);
  const patternCodes = new Uint8Array(active * items);
  let n = 0;
  for (const [pattern, weight] of weights.entries()) {
    if (!(weight > 0)) continue;
    const to = sizes.get(weight)!;
    sizes.set(weight, to + 1);
    patternWeights[to] = weight;
    for (let item = 0; item < items; item++) {
      patternCodes[to * items + item] = data.patternCodes[pattern * items + item]!;
    }
    n += weight;
  }
  return {
    ...data,
    n,
    patternWeights,
    patternCodes,
    activePatterns: active,
    patternOfRow: new Int32Array(0),
  };
}

/** The same people with one weight a row, which is rescaled to sum to the number of people as ever. */
export function reweightedRows(data: Indicators, weights: ArrayLike<number>): Indicators {
  const sums = new Float64Array(data.patternWeights.length);
  let sum = 0;
  for (let row = 0; row < data.rows; row++) {
    const pattern = data.patternOfRow[row]!;
    if (pattern < 0) continue;
    sums[pattern] = sums[pattern]! + weights[row]!;
    sum += weights[row]!;
  }
  if (!(sum > 0)) throw new LatentClassError('bad-design', 'a replicate has no weight on anybody in use');
  return reweighted(
    data,
    sums.map((weight) => (weight * data.n) / sum),
  );
}

/** The pattern of each person, for drawing people. Weights that are not whole numbers are not numbers of people. */
export function peopleOf(data: Indicators): Int32Array {
  const whole = data.patternWeights.every((weight) => Math.abs(weight - Math.round(weight)) < 1e-9);
  if (data.weighted || !whole) {
    throw new LatentClassError(
      'bad-option',
      'people with survey weights cannot be drawn one by one; bootstrap with a design, which draws sampling units',
    );
  }
  const list = new Int32Array(Math.round(data.n));
  let at = 0;
  for (const [pattern, weight] of data.patternWeights.entries()) {
    list.fill(pattern, at, (at += Math.round(weight)));
  }
  return list;
}

/** Draws as many people as there are, with replacement (Efron 1979). */
export function peopleSampler(data: Indicators): (random: Random) => Indicators {
  const list = peopleOf(data);
  return (random) => {
    const weights = new Float64Array(data.patternWeights.length);
    for (let i = 0; i < list.length; i++) {
      const pattern = list[Math.floor(random() * list.length)]!;
      weights[pattern] = weights[pattern]! + 1;
    }
    return reweighted(data, weights);
  };
}

/**
 * Draws as many new people from a model. Each leaves out what one of the real people left out, so that a sample
 * holds as much information as the data did.
 */
export function modelSampler(data: Indicators, profile: Profile): (random: Random) => Indicators {
  const list = peopleOf(data);
  const items = data.names.length;
  const shape = layout(profile.shares.length, data.categories);
  const parameters = parametersOf(shape, profile);
  return (random) => {
    const columns = data.categories.map(() => new Uint8Array(list.length));
    for (let i = 0; i < list.length; i++) {
      const asked = list[i]! * items;
      const k = pick(parameters, 0, shape.classes, random);
      for (let item = 0; item < items; item++) {
        if (data.patternCodes[asked + item] === 0) continue;
        const first = position(shape, item, k, 1);
        columns[item]![i] = 1 + pick(parameters, first, shape.categories[item]!, random);
      }
    }
    return { ...data, rows: list.length, ...collapse(columns, data.categories).patterns };
  };
}

function pick(proportions: Float64Array, from: number, length: number, random: Random): number {
  let rest = random();
  for (let i = 0; i < length - 1; i++) {
    rest -= proportions[from + i]!;
    if (rest < 0) return i;
  }
  return length - 1;
}
