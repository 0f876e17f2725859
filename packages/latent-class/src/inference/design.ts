import type { Indicators } from '../data.js';
import { LatentClassError } from '../error.js';
import type { FreeLogits } from './logits.js';
import { addOuter, mirror, type Matrix } from './matrix.js';
import { eachScore } from './scores.js';

/**
 * How people came into the survey, one entry a row of the columns that the indicators were read from. Rows that
 * the indicators dropped still count as sampled: they add nothing to their unit, but the unit is there.
 */
export interface SurveyDesign {
  /** The weights that the indicators were read with. Leave out where there were none. */
  readonly weights?: ArrayLike<number>;
  /** Stratum of each row; one stratum where absent. */
  readonly strata?: ArrayLike<number | string>;
  /** Primary sampling unit of each row, numbered within strata; each row is its own where absent. */
  readonly psu?: ArrayLike<number | string>;
  /**
   * Sampling units in the population of each row's stratum, the same throughout it. Where units were a good part of it, the
   * variance of a stratum is (1 - units / population) times as large. Counted by `linearised` and by the jackknife.
   */
  readonly fpc?: ArrayLike<number>;
  /**
   * A stratum with a single unit shows no variation. `refuse` (default) says so and stops; `adjust` lets the unit
   * vary about the mean of all strata, which is too much rather than too little; `certainty` takes it as surely drawn, without
   * variation; `average` gives it the mean variance of the other strata.
   */
  readonly lonelyPsu?: LonelyPsu;
}

export type LonelyPsu = 'refuse' | 'adjust' | 'certainty' | 'average';

/** A design in numbers. */
export interface SamplingUnits {
  /** Weight of each row on the scale of the indicators; 0 in a dropped row. */
  readonly weights: Float64Array;
  /** Stratum of each row, and of each unit, from 0. */
  readonly stratumOfRow: Int32Array;
  readonly stratumOfUnit: readonly number[];
  /** Unit of each row, from 0. */
  readonly unitOfRow: Int32Array;
  /** Units in each stratum. */
  readonly unitsIn: readonly number[];
  /** Part of each stratum's population that was not drawn; 1 where that is not known. */
  readonly undrawn: readonly number[];
  /** Strata with a single unit, and what is done with them. */
  readonly lonely: number;
  readonly lonelyPsu: LonelyPsu;
  /** Units minus strata: how much is known about the variation. */
  readonly df: number;
}

/** Reads a design and makes sure that it belongs to the data. */
export function readDesign(data: Indicators, design: SurveyDesign): SamplingUnits {
  const weights = rowWeights(data, design.weights);
  const stratumNames = new Map<number | string, number>();
  const unitNames: Map<number | string, number>[] = [];
  const stratumOfUnit: number[] = [];
  const unitsIn: number[] = [];
  const strata = column(data, 'strata', design.strata);
  const psu = column(data, 'psu', design.psu);
  const stratumOfRow = new Int32Array(data.rows);
  const unitOfRow = new Int32Array(data.rows);
  for (let row = 0; row < data.rows; row++) {
    const stratum = numberOf(stratumNames, strata?.[row] ?? 0);
    const names = (unitNames[stratum] ??= new Map());
    let unit = psu === undefined ? undefined : names.get(psu[row]!);
    if (unit === undefined) {
      unit = stratumOfUnit.length;
      stratumOfUnit.push(stratum);
      unitsIn[stratum] = (unitsIn[stratum] ?? 0) + 1;
      if (psu !== undefined) names.set(psu[row]!, unit);
    }
    stratumOfRow[row] = stratum;
    unitOfRow[row] = unit;
  }
  const lonely = unitsIn.filter((units) => units === 1).length;
  const { lonelyPsu = 'refuse' } = design;
  if (lonely > 0 && lonelyPsu === 'refuse') {
    const name = [...stratumNames.keys()][unitsIn.indexOf(1)]!;
    throw new LatentClassError(
      'bad-design',
      `${lonely} of ${unitsIn.length} strata have a single sampling unit, stratum ${name} for one; merge it with a neighbour, or use lonelyPsu: 'adjust'`,
      { lonely, strata: unitsIn.length, stratum: name },
    );
  }
  return {
    weights,
    stratumOfRow,
    stratumOfUnit,
    unitOfRow,
    unitsIn,
    undrawn: undrawnOf(data, design.fpc, stratumOfRow, unitsIn),
    lonely,
    lonelyPsu,
    df: stratumOfUnit.length - unitsIn.length,
  };
}

/**
 * The variance of the total score under the design, by linearisation (Binder 1983, Int. Stat. Rev. 51:279-292):
 * within each stratum, units / (units - 1) times the sum over units of (total - mean total) squared, where a
 * unit's total is the sum of weight times score over its people; times the part of the stratum that was not drawn, where
 * that is known (finite population correction).
 */
export function varianceOfScores(free: FreeLogits, data: Indicators, units: SamplingUnits): Matrix {
  const { count } = free;
  const { unitsIn, stratumOfUnit } = units;
  const alone = units.lonelyPsu === 'adjust' ? 1 : 0;
  const raise = unitsIn.map(
    (number, stratum) => units.undrawn[stratum]! * (number === 1 ? alone : number / (number - 1)),
  );
  // Where each row is its own unit, its total is its pattern's score: no need to hold one for every row.
  const single = stratumOfUnit.length === data.rows;
  const totals = new Float64Array(single ? 0 : stratumOfUnit.length * count);
  const strata = unitsIn.map(() => new Float64Array(count));
  const variance = new Float64Array(count * count);
  const byPattern = rowsByPattern(data);
  eachScore(free, data, ({ pattern, score }) => {
    let squares = 0;
    for (let i = byPattern.start[pattern]!; i < byPattern.start[pattern + 1]!; i++) {
      const row = byPattern.rows[i]!;
      const weight = units.weights[row]!;
      const stratum = units.stratumOfRow[row]!;
      addTo(strata[stratum]!, 0, score, weight);
      if (single) squares += raise[stratum]! * weight ** 2;
      else addTo(totals, units.unitOfRow[row]! * count, score, weight);
    }
    if (single) addOuter(variance, score, squares);
  });
  if (!single) {
    for (const [unit, stratum] of stratumOfUnit.entries()) {
      addOuter(variance, totals.subarray(unit * count, (unit + 1) * count), raise[stratum]!);
    }
  }
  // Squares about the mean are squares about zero less the mean's. A lonely unit varies about the mean of all units,
  // which is zero at a maximum.
  for (const [stratum, number] of unitsIn.entries()) {
    if (number > 1) addOuter(variance, strata[stratum]!, -raise[stratum]! / number);
  }
  if (units.lonelyPsu === 'average' && units.lonely > 0) {
    const share = unitsIn.length / (unitsIn.length - units.lonely);
    for (const [at, value] of variance.entries()) variance[at] = value * share;
  }
  return mirror(variance, count);
}

function undrawnOf(
  data: Indicators,
  fpc: ArrayLike<number> | undefined,
  stratumOfRow: Int32Array,
  unitsIn: readonly number[],
): number[] {
  const undrawn = unitsIn.map(() => 1);
  const population = column(data, 'fpc', fpc);
  if (population === undefined) return undrawn;
  const known: number[] = [];
  for (const [row, stratum] of stratumOfRow.entries()) {
    const units = unitsIn[stratum]!;
    const here = (known[stratum] ??= population[row]!);
    if (here !== population[row]! || !(here >= units)) {
      throw new LatentClassError(
        'bad-design',
        here === population[row]!
          ? `row ${row + 1} says that its stratum has ${here} sampling units, but ${units} were drawn from it; give the number in the population`
          : `row ${row + 1} says that its stratum has ${population[row]!} sampling units, another row ${here}; give one number a stratum`,
        { what: 'fpc', row, population: population[row]!, units },
      );
    }
    undrawn[stratum] = 1 - units / here;
  }
  return undrawn;
}

function addTo(sums: Float64Array, at: number, vector: Float64Array, weight: number): void {
  for (let j = 0; j < vector.length; j++) sums[at + j] = sums[at + j]! + weight * vector[j]!;
}

function column<T>(
  data: Indicators,
  what: string,
  values: ArrayLike<T> | undefined,
): ArrayLike<T> | undefined {
  if (values === undefined) return undefined;
  if (values.length !== data.rows) {
    throw new LatentClassError(
      'bad-design',
      `${what} is given for ${values.length} of ${data.rows} rows; give one entry a row, dropped rows included`,
      { what, given: values.length, rows: data.rows },
    );
  }
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (value === null || value === undefined || value === '' || Number.isNaN(value)) {
      throw new LatentClassError(
        'bad-design',
        `${what} is missing in row ${row + 1}; everybody sampled belongs somewhere, so fill it in or drop the row before reading the indicators`,
        { what, row },
      );
    }
  }
  return values;
}

function numberOf(names: Map<number | string, number>, name: number | string): number {
  const known = names.get(name) ?? names.size;
  names.set(name, known);
  return known;
}

/** Weights on the scale of the indicators. Others than those they were read with would be for another model. */
export function rowWeights(data: Indicators, given: ArrayLike<number> | undefined): Float64Array {
  const weights = Float64Array.from({ length: data.rows }, () => 1);
  if (given !== undefined) weights.set(Float64Array.from(column(data, 'weights', given)!));
  let sum = 0;
  for (let row = 0; row < data.rows; row++) {
    if (data.patternOfRow[row]! < 0) weights[row] = 0;
    sum += weights[row]!;
  }
  const sums = new Float64Array(data.patternWeights.length);
  for (let row = 0; row < data.rows; row++) {
    weights[row] = (weights[row]! * data.n) / sum;
    const pattern = data.patternOfRow[row]!;
    if (pattern >= 0) sums[pattern] = sums[pattern]! + weights[row]!;
  }
  const differ = sums.some((value, u) => !(Math.abs(value - data.patternWeights[u]!) <= 1e-8 * data.n));
  if (differ) {
    throw new LatentClassError(
      'bad-design',
      given === undefined
        ? 'the indicators were read with weights, so the design needs the same weights, one a row'
        : 'the design has other weights than the indicators were read with; give both the same',
    );
  }
  return weights;
}

/** Rows in the order of their patterns; those of pattern u are from start[u] up to start[u + 1]. */
function rowsByPattern(data: Indicators): { start: Int32Array; rows: Int32Array } {
  const start = new Int32Array(data.patternWeights.length + 1);
  for (const pattern of data.patternOfRow) if (pattern >= 0) start[pattern + 1] = start[pattern + 1]! + 1;
  for (let u = 1; u < start.length; u++) start[u] = start[u]! + start[u - 1]!;
  const next = start.slice();
  const rows = new Int32Array(data.rows);
  for (let row = 0; row < data.rows; row++) {
    const pattern = data.patternOfRow[row]!;
    if (pattern < 0) continue;
    rows[next[pattern]!] = row;
    next[pattern] = next[pattern]! + 1;
  }
  return { start, rows };
}
