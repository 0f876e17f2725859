import type { Indicators } from '../data.js';
import { LatentClassError } from '../error.js';
import type { Random } from '../random.js';
import { readDesign, type SamplingUnits, type SurveyDesign } from './design.js';

/**
 * Weights under which the analysis is repeated, as statistical offices hand them out instead of strata and units.
 * The variance is a sum over replicates of factor times (estimate - full estimate) squared (Wolter 2007, ch. 3-5):
 *
 * - `JK1`: jackknife without strata, factor (R - 1) / R
 * - `JKn`: jackknife with strata, factor (units - 1) / units of the stratum that lost one: give `factors`
 * - `BRR`: balanced half-samples, factor 1 / R
 * - `Fay`: BRR with weights times `fay` and 2 - `fay` in place of 0 and 2, factor 1 / (R (1 - fay)^2)
 * - `bootstrap`: factor 1 / (R - 1), about the replicates' own mean
 */
export interface ReplicateWeights {
  readonly method: 'JK1' | 'JKn' | 'BRR' | 'Fay' | 'bootstrap';
  /** One column a replicate, each with a weight a row: the whole weight, not a factor on the full weight. */
  readonly columns: readonly ArrayLike<number>[];
  /** A factor for each replicate, in place of the method's. Needed for JKn. */
  readonly factors?: readonly number[];
  /** Fay's coefficient, from 0 up to 1. */
  readonly fay?: number;
  /** Degrees of freedom for intervals; the normal distribution is used where absent. */
  readonly df?: number;
}

/** Leaving out one unit at a time is for designs with few units; people one by one would be no better than Taylor. */
const JACKKNIFE_LIMIT = 2000;

/** The factor of each replicate in the variance; refuses weights that cannot be used. */
export function replicateFactors(data: Indicators, replicates: ReplicateWeights): number[] {
  const { method, columns, factors, fay } = replicates;
  const refuse = (message: string, figures: Record<string, string | number> = {}): never => {
    throw new LatentClassError('bad-design', message, { method, ...figures });
  };
  const number = columns.length;
  if (number < 2) refuse(`${number} replicate weights are given; variation needs two or more`, { number });
  for (const [r, column] of columns.entries()) {
    if (column.length !== data.rows) {
      refuse(`replicate ${r + 1} has ${column.length} weights for ${data.rows} rows; give one a row`, {
        replicate: r,
      });
    }
    for (let row = 0; row < column.length; row++) {
      if (column[row]! >= 0 && column[row]! < Infinity) continue;
      refuse(`replicate ${r + 1} has the weight ${column[row]} in row ${row + 1}; use zero or more`, {
        replicate: r,
        row,
      });
    }
  }
  if (factors !== undefined) {
    if (factors.length !== number || factors.some((factor) => !(factor >= 0))) {
      refuse(`${factors.length} factors for ${number} replicates; give each one that is zero or more`);
    }
    return [...factors];
  }
  switch (method) {
    case 'JK1':
      return columns.map(() => (number - 1) / number);
    case 'JKn':
      return refuse(
        'JKn needs factors: (units - 1) / units of the stratum that each replicate took a unit from',
      );
    case 'BRR':
      return columns.map(() => 1 / number);
    case 'Fay': {
      if (fay === undefined || !(fay >= 0 && fay < 1)) {
        return refuse("Fay's method needs its coefficient, from 0 up to 1, as `fay`");
      }
      return columns.map(() => 1 / (number * (1 - fay) ** 2));
    }
    case 'bootstrap':
      return columns.map(() => 1 / (number - 1));
  }
}

/**
 * Jackknife weights of a design: each replicate leaves one unit out and raises the others of its stratum by
 * units / (units - 1). A stratum with a single unit has nothing to raise and is refused or, with `adjust`, kept.
 */
export function jackknifeWeights(data: Indicators, design: SurveyDesign): ReplicateWeights {
  const units = readDesign(data, design);
  if (units.stratumOfUnit.length > JACKKNIFE_LIMIT) {
    throw new LatentClassError(
      'bad-design',
      `a jackknife of ${units.stratumOfUnit.length} sampling units takes as many refits; use the kind 'linearised', or give fewer units`,
      { units: units.stratumOfUnit.length },
    );
  }
  const columns: Float64Array[] = [];
  const factors: number[] = [];
  for (const [out, stratum] of units.stratumOfUnit.entries()) {
    const number = units.unitsIn[stratum]!;
    if (number === 1) continue;
    columns.push(
      units.weights.map((weight, row) => {
        if (units.stratumOfRow[row] !== stratum) return weight;
        return units.unitOfRow[row] === out ? 0 : (weight * number) / (number - 1);
      }),
    );
    factors.push((units.undrawn[stratum]! * (number - 1)) / number);
  }
  return { method: 'JKn', columns, factors, df: units.df };
}

/**
 * Weights of one bootstrap sample of a design: in each stratum, units - 1 units are drawn with replacement, and a
 * unit's weight is multiplied by the times it came up, times units / (units - 1) (Rao & Wu 1988, JASA 83:231-241;
 * Rao, Wu & Yue 1992, Survey Methodology 18:209-217). A single unit is kept as it is.
 */
export function drawUnits(units: SamplingUnits, random: Random): Float64Array {
  const members: number[][] = units.unitsIn.map(() => []);
  for (const [unit, stratum] of units.stratumOfUnit.entries()) members[stratum]!.push(unit);
  const factor = new Float64Array(units.stratumOfUnit.length);
  for (const group of members) {
    if (group.length === 1) factor[group[0]!] = 1;
    for (let draw = 1; draw < group.length; draw++) {
      const unit = group[Math.floor(random() * group.length)]!;
      factor[unit] = factor[unit]! + group.length / (group.length - 1);
    }
  }
  return units.weights.map((weight, row) => weight * factor[units.unitOfRow[row]!]!);
}
