import { expect, test } from 'vitest';
import { indicators } from './data.js';
import { expectationMaximisation } from './em.js';
import { wasmKernel } from './kernel-wasm/kernel.js';
import { referenceKernel } from './kernel.js';
import { randomParameters, type Parameters } from './parameters.js';
import { randomStream } from './random.js';

/** Random answers, some of them missing, some people with weights of their own. */
function dataOf(categories: number[], rows: number, seed: number, missing: number, weighted: boolean) {
  const random = randomStream(seed);
  const columns = categories.map((count) =>
    Array.from({ length: rows }, () => (random() < missing ? 0 : 1 + Math.floor(random() * count))),
  );
  return indicators(columns, {
    names: columns.map((_, i) => `v${i}`),
    missing: 'fiml',
    ...(weighted && { weights: Array.from({ length: rows }, () => 0.2 + random()) }),
  });
}

/** Parameters and log-likelihoods after some steps from a random start of each kind. */
function walk(data: ReturnType<typeof dataOf>, classes: number, kernel: typeof wasmKernel, steps = 6) {
  const em = expectationMaximisation(data, classes, [kernel]);
  const random = randomStream(3);
  const logliks: number[] = [];
  let from: Parameters = randomParameters(em.shape, random);
  let to: Parameters = new Float64Array(em.shape.size);
  for (let i = 0; i < steps; i++) {
    if (i === 3) em.fromResponsibilities(random, from);
    logliks.push(em.step(from, to));
    [from, to] = [to, from];
  }
  return { logliks, parameters: [...from] };
}

const cases = [
  ['one block', [2, 3, 2], 40, 0, false],
  ['two blocks, missing answers', [2, 2, 3, 2, 4, 2], 300, 0.2, false],
  ['many blocks, weights', [5, 4, 7, 2, 9, 3, 5, 5, 6, 2, 2, 8], 200, 0.1, true],
  ['an indicator of many categories', [30, 2, 2, 200], 900, 0, true],
  ['binary, as many as a survey has', Array<number>(24).fill(2), 1500, 0.02, false],
] as const;

for (const [what, categories, rows, missing, weighted] of cases) {
  test(`WebAssembly gives the bits of the reference with one to nine classes: ${what}`, () => {
    const data = dataOf([...categories], rows, 7, missing, weighted);
    for (let classes = 1; classes <= 9; classes++) {
      expect(walk(data, classes, wasmKernel)).toEqual(walk(data, classes, referenceKernel));
    }
  });
}

test('WebAssembly gives the bits of the reference where likelihoods underflow', () => {
  const random = randomStream(11);
  const columns = Array.from({ length: 200 }, () => [
    1,
    2,
    ...Array.from({ length: 8 }, () => 1 + (random() < 0.5 ? 0 : 1)),
  ]);
  const data = indicators(columns, { names: columns.map((_, i) => `v${i}`), missing: 'fiml' });
  const step = (kernel: typeof wasmKernel) => {
    const em = expectationMaximisation(data, 3, [kernel]);
    const from = new Float64Array(em.shape.size).fill(1e-12);
    from.set([0.2, 0.3, 0.5]);
    for (let i = 4; i < from.length; i += 2) from[i] = 1 - 1e-12;
    const to = new Float64Array(em.shape.size);
    return { loglik: em.step(from, to), to: [...to] };
  };
  const one = step(wasmKernel);
  expect(one.loglik).toBeLessThan(-10_000);
  expect(one).toEqual(step(referenceKernel));
});

test('two searches that take turns do not disturb each other', () => {
  const small = dataOf([2, 2, 2], 60, 1, 0, false);
  const large = dataOf(Array<number>(20).fill(3), 2000, 2, 0.1, false);
  const alone = [walk(small, 2, wasmKernel, 1), walk(large, 5, wasmKernel, 1)];
  const ems = [expectationMaximisation(small, 2), expectationMaximisation(large, 5)];
  const starts = ems.map((em) => randomParameters(em.shape, randomStream(3)));
  for (let round = 0; round < 2; round++) {
    for (const [i, em] of ems.entries()) {
      expect(em.step(starts[i]!, new Float64Array(em.shape.size))).toBe(alone[i]!.logliks[0]);
    }
  }
});
