import type { Variable } from '@bagom/core';
import { fit, indicators, modelFile } from '@bagom/latent-class';
import { describe, expect, it } from 'vitest';
import type { WaveAnswers } from '../../survey/wave-answers.js';
import { readModel } from './read-model.js';
import { scoreWave } from './score-people.js';

const names = ['ensom', 'udenfor', 'venner'];
/** Two kinds of people: those who answer 1 to everything and those who answer 2, with some of each in between. */
const codes = names.map((_, item) =>
  Uint8Array.from({ length: 120 }, (_, row) => (((row + item * 7) % 11 === 0) !== row % 3 > 0 ? 2 : 1)),
);
const data = indicators(codes, { names, categories: [2, 2, 2], missing: 'fiml' });
const model = {
  ...fit(data, { classes: 2, starts: { screened: 20 }, seed: 1 }),
  labels: [
    ['Ja', 'Nej'],
    ['ja', 'nej'],
    ['1', '2'],
  ],
};
const file = modelFile(model, [
  [1, 2],
  [1, 2],
  [10, 20],
]);

function wave(columns: Record<string, (number | string)[]>, userMissing: number[] = []): WaveAnswers {
  const values = Object.values(columns).map((column) =>
    column.every((value) => typeof value === 'number') ? Float64Array.from(column) : column.map(String),
  );
  const variables = Object.keys(columns).map((name, position) => ({
    name,
    position,
    kind: values[position] instanceof Float64Array ? 'number' : 'string',
    userMissing,
    role: 'none',
  })) as unknown as Variable[];
  return { respondents: values[0]!.length, variables, values, notes: [] };
}

describe('new people', () => {
  it('are placed as the model’s own are, whatever the order of the columns and their capitals', async () => {
    const known = (await scoreWave(file, wave({ ensom: [1, 2], udenfor: [1, 2], venner: [10, 20] }))).scores;
    const turned = await scoreWave(
      file,
      wave({ x: [5, 5], VENNER: [10, 20], Udenfor: [1, 2], ensom: [1, 2] }),
    );
    expect([...turned.scores.probabilities]).toEqual([...known.probabilities]);
    expect(new Set(known.modal).size).toBe(2);
    expect(turned.indicators.map(({ column }) => column)).toEqual(['ensom', 'Udenfor', 'VENNER']);
  });

  it('may have answered in words: those of the categories', async () => {
    const byCode = await scoreWave(file, wave({ ensom: [1, 2], udenfor: [2, 2], venner: [10, 20] }));
    const byWord = await scoreWave(
      file,
      wave({ ensom: ['Ja', 'nej '], udenfor: ['NEJ', 'nej'], venner: ['10', '20'] }),
    );
    expect([...byWord.scores.probabilities]).toEqual([...byCode.scores.probabilities]);
  });

  it('lack what they did not answer; who answered nothing has no class', async () => {
    const { scores, unanswered, indicators } = await scoreWave(
      file,
      wave({ ensom: [1, NaN, 9], venner: [NaN, NaN, 10] }, [9]),
    );
    expect([...scores.answered]).toEqual([1, 0, 1]);
    expect([scores.modal[1], scores.probabilities[2], unanswered]).toEqual([-1, NaN, 1]);
    expect(indicators.map(({ column, answered, unknown }) => [column, answered, unknown])).toEqual([
      ['ensom', 1, []],
      [null, 0, []],
      ['venner', 1, []],
    ]);
  });

  it('may have given values the model does not know: told by variable, value, rows and the first of them', async () => {
    const { indicators, scores } = await scoreWave(
      file,
      wave({ ensom: [1, 7, 7, 2], udenfor: [1, 1, 2, 2] }),
    );
    expect(indicators[0]).toEqual({
      name: 'ensom',
      column: 'ensom',
      answered: 2,
      unknown: [{ value: 7, rows: 2, firstRow: 1 }],
    });
    expect([...scores.answered]).toEqual([2, 1, 1, 2]);
  });

  it('cannot be placed when no column is an indicator', async () => {
    await expect(scoreWave(file, wave({ a: [1], ensomhed: [1] }))).rejects.toThrow('score.no-indicators');
  });
});

it('a model file is read as it was written, and one that was tampered with is refused at the place', async () => {
  const text = JSON.stringify(file);
  const bytes = (json: string) => new TextEncoder().encode(json);
  expect(readModel(bytes(text), 'a.json').file.model.shares).toEqual(model.shares);
  for (const [from, to] of [
    [text, '{'],
    ['"version":1', '"version":2'],
    ['"classes":2', '"classes":3'],
    [`"shares":[${model.shares[0]}`, '"shares":[0.1'],
  ] as const)
    expect(() => readModel(bytes(text.replace(from, to)), 'b.json')).toThrow('models.damaged');
});
