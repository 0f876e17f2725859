import { BagomError } from '../../../study/bagom-error.js';
import { levelsOf, placesOf, sameLength, type Codes } from '../design/columns.js';
import type { SurveyDesign } from '../design/survey-design.js';
import { calibrated } from './calibrated.js';

/** A variable and how many people of each category there are in the population, or each one's share of it. */
export interface Margin {
  name: string;
  codes: Codes;
  population: ReadonlyMap<number | string, number>;
}

/**
 * Weights raised or lowered so that each group weighs what it does in the population: a weight times population / sum
 * of weights of its group (Holt & Smith 1979, JRSS A 142:33-46). The design remembers the groups, so that errors of what
 * goes with them become smaller, as they should. Replicate weights are each stratified alike.
 */
export function postStratify<D extends SurveyDesign>(design: D, margin: Margin): D {
  const { auxiliaries, targets, groupOf } = readMargin(design, margin);
  return calibrated(design, auxiliaries, (weights) => {
    const sums = auxiliaries.map(() => 0);
    for (const [row, weight] of weights.entries()) sums[groupOf[row]!]! += weight;
    return weights.map((weight, row) => {
      const group = groupOf[row]!;
      return sums[group]! > 0 ? (weight * targets[group]!) / sums[group]! : 0;
    });
  });
}

/** A margin in numbers. Every row has a group, and every group of the population has people in the survey. */
export function readMargin(
  design: SurveyDesign,
  { name, codes, population }: Margin,
): { auxiliaries: Float64Array[]; targets: number[]; groupOf: Int32Array } {
  sameLength(codes, design.rows, name);
  const levels = [...population.keys()];
  const groupOf = placesOf(codes, levels);
  const weighing = Uint8Array.from(design.weights, (weight) => Number(weight > 0));
  const outside = groupOf.findIndex((group, row) => group < 0 && weighing[row] === 1);
  if (outside >= 0) {
    throw new BagomError('survey.bad-margin', {
      variable: name,
      level: String(codes[outside]),
      reason: 'unknown',
    });
  }
  const there = new Set(levelsOf(codes, weighing));
  for (const level of levels) {
    const target = population.get(level)!;
    if (!(target >= 0 && target < Infinity)) {
      throw new BagomError('survey.bad-margin', { variable: name, level: String(level), reason: 'number' });
    }
    if (target > 0 && !there.has(level)) {
      throw new BagomError('survey.bad-margin', { variable: name, level: String(level), reason: 'nobody' });
    }
  }
  const auxiliaries = levels.map((_, k) => Float64Array.from(groupOf, (group) => Number(group === k)));
  return {
    auxiliaries,
    targets: [...population.values()],
    groupOf: groupOf.map((group) => Math.max(0, group)),
  };
}
