import { expect, test } from 'vitest';
import { indicators } from '../data.js';
import { randomStream } from '../random.js';
import { emStep, expectation, type Joint, type JointState } from './joint.js';
import { climbJoint, shifted } from './joint-climb.js';
import { jointScores } from './joint-scores.js';
import { jointOf, peopleOf, stateOf } from './people.js';

const model = {
  classes: 3,
  names: ['a', 'b', 'c', 'd'],
  categories: [2, 3, 2, 2],
  shares: [0.5, 0.3, 0.2],
  probs: [
    [
      [0.9, 0.1],
      [0.2, 0.8],
      [0.45, 0.55],
    ],
    [
      [0.7, 0.2, 0.1],
      [0.1, 0.3, 0.6],
      [0.2, 0.6, 0.2],
    ],
    [
      [0.8, 0.2],
      [0.3, 0.7],
      [0.1, 0.9],
    ],
    [
      [0.6, 0.4],
      [0.7, 0.3],
      [0.1, 0.9],
    ],
  ],
};

/** Forty people with random answers, some missing, random weights and two covariates. */
function made(sample: boolean): { joint: Joint; state: JointState } {
  const random = randomStream(4);
  const draw = (count: number) =>
    Array.from({ length: 40 }, () => (random() < 0.1 ? 0 : 1 + Math.floor(random() * count)));
  const columns = model.categories.map(draw);
  const weights = Float64Array.from({ length: 40 }, () => 0.5 + random());
  const data = indicators(columns, {
    names: model.names,
    weights,
    weighting: sample ? 'sample' : 'frequency',
    missing: 'fiml',
  });
  const covariates = ['x', 'z'].map((name) => ({ name, values: Float64Array.from({ length: 40 }, random) }));
  const people = peopleOf(model, data, covariates, { weights, reference: 1 });
  const joint = jointOf(model, data, people, 'free');
  const state = stateOf(model, joint);
  return { joint, state: { ...state, gamma: state.gamma.map(() => random() - 0.5) } };
}

test('first and second derivatives are those of the log-likelihood', () => {
  const { joint, state } = made(true);
  const scores = jointScores(joint, state, expectation(joint, state));
  const at = (j: number, by: number) => {
    const move = new Float64Array(scores.size);
    move[j] = 1;
    const next = shifted(joint, state, scores.free, move, by);
    const there = expectation(joint, next);
    return { loglik: there.loglik, gradient: jointScores(joint, next, there).gradient };
  };
  const h = 1e-5;
  for (let j = 0; j < scores.size; j++) {
    const [up, down] = [at(j, h), at(j, -h)];
    expect(scores.gradient[j]).toBeCloseTo((up.loglik - down.loglik) / (2 * h), 6);
    for (let i = 0; i < scores.size; i++) {
      const second = -(up.gradient[i]! - down.gradient[i]!) / (2 * h);
      expect(scores.observed[i * scores.size + j]).toBeCloseTo(second, 6);
    }
  }
});

test('survey weights are squared in the middle of the sandwich, frequencies are not', () => {
  const [survey, frequency] = [made(true), made(false)].map(({ joint, state }) =>
    jointScores(joint, state, expectation(joint, state)),
  );
  expect(frequency!.middle).toEqual(frequency!.outer);
  expect(survey!.middle).not.toEqual(survey!.outer);
});

test('a step of EM never lowers the likelihood, and Newton ends where the gradient is zero', () => {
  const { joint, state } = made(true);
  let here = state;
  let last = -Infinity;
  for (let step = 0; step < 20; step++) {
    const { loglik, next } = emStep(joint, here);
    expect(loglik).toBeGreaterThanOrEqual(last);
    [here, last] = [next, loglik];
  }
  const end = climbJoint(joint, state);
  expect(end.loglik).toBeGreaterThanOrEqual(last);
  expect(end.converged).toBe(true);
  expect(Math.max(...end.scores.gradient.map(Math.abs))).toBeLessThan(1e-4);
});
