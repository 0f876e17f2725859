import { fit, indicators } from '@bagom/latent-class';
import { expect, test } from 'vitest';
import { demoSurvey } from './survey.js';

async function columns() {
  const { csv, metadata } = await demoSurvey();
  const [head, ...lines] = csv
    .trim()
    .split('\n')
    .map((line) => line.split(';'));
  const column = (name: string) => lines.map((cells) => cells[head!.indexOf(name)]!);
  return { metadata, column, n: lines.length };
}

test('the survey has 2,300 respondents whose weights have the mean 1', async () => {
  const { column, n } = await columns();
  const weights = column('vaegt').map((cell) => Number(cell.replace(',', '.')));
  expect(n).toBe(2300);
  expect(weights.reduce((a, b) => a + b, 0) / n).toBeCloseTo(1, 3);
  expect(new Set(column('nr')).size).toBe(2300);
  expect(Math.max(...weights)).toBeLessThan(3);
});

test('three classes come out near 78/18/4, lonely near 2/35/86 per cent', async () => {
  const { metadata, column } = await columns();
  const names = metadata.filter(({ role }) => role === 'indicator').map(({ name }) => name);
  expect(names).toHaveLength(24);
  const data = indicators(
    names.map((name) => column(name).map((cell) => (cell === '1' || cell === '2' ? Number(cell) : NaN))),
    { names, weights: column('vaegt').map((cell) => Number(cell.replace(',', '.'))), missing: 'fiml' },
  );
  const model = fit(data, { classes: 3, starts: { screened: 20, finished: 4 } });
  [0.78, 0.18, 0.04].forEach((share, k) => expect(Math.abs(model.shares[k]! - share)).toBeLessThan(0.01));
  const lonely = model.probs[names.indexOf('ensom')]!.map((probs) => probs[0]!);
  [0.02, 0.35, 0.86].forEach((share, k) => expect(Math.abs(lonely[k]! - share)).toBeLessThan(0.03));
});

test('the same survey is made every time', async () => {
  expect((await demoSurvey()).csv).toBe((await demoSurvey()).csv);
});
