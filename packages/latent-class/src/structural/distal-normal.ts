import { exp, log } from '../elementary.js';
import type { Indicators } from '../data.js';
import { congruence, submatrix } from '../linear/product.js';
import type { Square } from '../linear/solve.js';
import type { ScoringModel } from '../posterior.js';
import { place, type Assignment } from './assignment.js';
import type { DistalMeansOptions } from './distal-options.js';
import { mixtureScores, type MixtureScores } from './louis.js';
import { crossDerivative, measurement } from './measurement.js';
import type { People } from './people.js';
import type { Warning } from '../warning.js';
import { rowWeights } from './row-weights.js';
import { placementModel } from './three-step.js';
import { covariances } from './uncertainty.js';

/** A class whose variance falls below this part of the outcome's has shrunk to a single value. */
const COLLAPSED = 1e-4;

/** What is held back: one variance for all classes, or class sizes as given. */
interface Plan {
  readonly equal: boolean;
  readonly shares?: readonly number[];
}

interface Normals {
  readonly shares: readonly number[];
  readonly means: number[];
  readonly variances: number[];
}

/**
 * The ML third step for a continuous outcome: sum over people of log(sum over classes of P(class) N(y; mean, variance)
 * P(placed | class)), with the last factor known (Vermunt 2010). Fitted by EM.
 */
export function normalMixture(
  model: ScoringModel,
  data: Indicators,
  people: People,
  outcome: Float64Array,
  options: DistalMeansOptions,
) {
  const { assignment: rule = 'modal', variances: variance = 'free' } = options;
  const every = rowWeights(data, options.weights);
  const placed = place(model, data, rule, every);
  const rows = rowsOf(people, placed, outcome);
  const plan: Plan = {
    equal: variance === 'equal',
    ...(options.shares === 'fixed' && { shares: model.shares }),
  };
  const fitted = climb(rows, plan);
  const { normals } = fitted;
  const { classes } = model;

  const at = scoresAt(rows, normals, plan);
  const all = covariances(at);
  const size = at.gradient.length;
  // A class that shrinks to one value has no curvature to take errors from.
  let covariance: Square = all.sandwich ?? new Float64Array(size * size).fill(NaN);
  if (options.propagate === true && all.observed !== undefined) {
    const step = measurement(model, data, options.weights);
    const cross = crossDerivative(model, step, size, (nearby) => {
      const again = rowsOf(people, place(nearby, data, rule, every, placed), outcome);
      return scoresAt(again, normals, plan).gradient;
    });
    const added = congruence(all.observed, congruence(cross, step.covariance, size), size);
    covariance = covariance.map((value, i) => value + added[i]!);
  }
  const warnings: Warning[] = [];
  if (!fitted.converged) warnings.push({ code: 'not-converged', data: {} });
  for (const inClass of fitted.collapsed) warnings.push({ code: 'variance-collapse', data: { inClass } });
  const first = plan.shares === undefined ? classes - 1 : 0;
  const middle = Array.from({ length: classes }, (_, k) => first + k);
  return {
    placed,
    ...normals,
    covariance: submatrix(covariance, middle),
    loglik: fitted.loglik,
    converged: fitted.converged,
    warnings,
  };
}

interface Rows {
  readonly classes: number;
  readonly y: Float64Array;
  /** P(placed | class) of each row. */
  readonly known: Float64Array;
  readonly weights: Float64Array;
  readonly parts: Float64Array;
  readonly person: Int32Array;
  readonly sample: boolean;
}

function rowsOf(people: People, placed: Assignment, outcome: Float64Array): Rows {
  const { classes } = placed;
  const joint = placementModel(people, placed);
  const { weights, parts, person, sample } = joint;
  return {
    classes,
    weights,
    parts,
    person,
    sample,
    y: Float64Array.from(person, (i) => outcome[i]!),
    known: Float64Array.from({ length: person.length * classes }, (_, at) => {
      return placed.errors[at % classes]![joint.cellOfRow[Math.floor(at / classes)]!]!;
    }),
  };
}

function expect(
  rows: Rows,
  { shares, means, variances }: Normals,
): { posterior: Float64Array; loglik: number } {
  const { classes, y, known, weights, parts } = rows;
  const posterior = new Float64Array(known.length);
  const front = shares.map((share, k) => share / Math.sqrt(2 * Math.PI * variances[k]!));
  let loglik = 0;
  for (const [row, value] of y.entries()) {
    let sum = 0;
    for (let k = 0; k < classes; k++) {
      const density = front[k]! * exp(-((value - means[k]!) ** 2) / (2 * variances[k]!));
      sum += posterior[row * classes + k] = density * known[row * classes + k]!;
    }
    // Far from every mean all densities vanish; the placement is then all that is known.
    if (sum < 1e-300) {
      sum = 0;
      for (let k = 0; k < classes; k++)
        sum += posterior[row * classes + k] = 1e-300 * known[row * classes + k]!;
    }
    for (let k = 0; k < classes; k++) posterior[row * classes + k]! /= sum;
    loglik += weights[row]! * parts[row]! * log(sum);
  }
  return { posterior, loglik };
}

function climb(rows: Rows, plan: Plan) {
  let normals = maximise(rows, rows.known, plan);
  const total = maximise({ ...rows, classes: 1 }, new Float64Array(rows.y.length).fill(1), { equal: true })
    .variances[0]!;
  let loglik = -Infinity;
  const collapsed = (): number[] =>
    normals.variances.flatMap((value, k) => (value < COLLAPSED * total ? [k] : []));
  for (let step = 0; step < 20_000; step++) {
    const found = expect(rows, normals);
    const converged = found.loglik - loglik < 1e-11 * (1 + Math.abs(found.loglik));
    if (converged) return { normals, loglik: found.loglik, converged: true, collapsed: [] };
    loglik = found.loglik;
    const next = maximise(rows, found.posterior, plan);
    // Beyond this the likelihood grows without end: the last sensible point is kept, and told.
    if (next.variances.some((value) => !(value > COLLAPSED * total))) {
      normals = next.variances.every((value) => value > 0) ? next : normals;
      return { normals, loglik, converged: false, collapsed: collapsed() };
    }
    normals = next;
  }
  return { normals, loglik, converged: false, collapsed: [] };
}

function maximise(rows: Rows, posterior: Float64Array, plan: Plan): Normals {
  const { classes, y, weights, parts } = rows;
  const sums = Array<number>(classes).fill(0);
  const means = Array<number>(classes).fill(0);
  const squares = Array<number>(classes).fill(0);
  const over = (visit: (k: number, count: number, value: number) => void): void => {
    for (const [row, value] of y.entries()) {
      const weight = weights[row]! * parts[row]!;
      for (let k = 0; k < classes; k++) visit(k, weight * posterior[row * classes + k]!, value);
    }
  };
  over((k, count, value) => {
    sums[k]! += count;
    means[k]! += count * value;
  });
  for (let k = 0; k < classes; k++) means[k]! /= sums[k]!;
  over((k, count, value) => {
    squares[k]! += count * (value - means[k]!) ** 2;
  });
  const n = sums.reduce((sum, value) => sum + value, 0);
  const pooled = squares.reduce((sum, value) => sum + value, 0) / n;
  return {
    shares: plan.shares ?? sums.map((sum) => sum / n),
    means,
    variances: squares.map((square, k) => (plan.equal ? pooled : square / sums[k]!)),
  };
}

/** Derivatives by class logits (unless sizes are given), means and log-variances, in this order. */
function scoresAt(rows: Rows, normals: Normals, plan: Plan): MixtureScores & { observed: Square } {
  const { classes, y } = rows;
  const { shares, means, variances } = normals;
  const { posterior } = expect(rows, normals);
  const logits = plan.shares === undefined ? classes - 1 : 0;
  const size = logits + classes + (plan.equal ? 1 : classes);
  const spreadAt = (k: number): number => logits + classes + (plan.equal ? 0 : k);
  const scores = mixtureScores({ ...rows, posterior }, size, {
    fill(row, k, at, value) {
      for (let j = 0; j < logits; j++) {
        at[j] = j;
        value[j] = Number(j + 1 === k) - shares[j + 1]!;
      }
      const distance = y[row]! - means[k]!;
      at[logits] = logits + k;
      value[logits] = distance / variances[k]!;
      at[logits + 1] = spreadAt(k);
      value[logits + 1] = (distance * distance) / (2 * variances[k]!) - 0.5;
      return logits + 2;
    },
  });
  const observed = scores.lost.map((value) => -value);
  for (const row of y.keys()) {
    const weight = rows.weights[row]! * rows.parts[row]!;
    for (let j = 0; j < logits; j++) {
      for (let l = 0; l < logits; l++) {
        observed[j * size + l]! += weight * shares[j + 1]! * (Number(j === l) - shares[l + 1]!);
      }
    }
    for (let k = 0; k < classes; k++) {
      const count = weight * posterior[row * classes + k]!;
      const distance = y[row]! - means[k]!;
      const mean = logits + k;
      const spread = spreadAt(k);
      observed[mean * size + mean]! += count / variances[k]!;
      observed[mean * size + spread]! += (count * distance) / variances[k]!;
      observed[spread * size + mean]! += (count * distance) / variances[k]!;
      observed[spread * size + spread]! += (count * distance * distance) / (2 * variances[k]!);
    }
  }
  return { ...scores, observed };
}
