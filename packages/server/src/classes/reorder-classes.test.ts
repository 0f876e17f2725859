import { afterAll, beforeAll, expect, test } from 'vitest';
import { fill, servedStudy, type ServedStudy } from '../small-study.fixture.js';

interface Job {
  id: string;
  state: string;
  made: string[];
}
interface Shown {
  id: string;
  classes: number;
  classNames: string[];
  chosen: boolean;
  fit: {
    shares: number[];
    probs: number[][][];
    identified: boolean;
    named?: { from: string; distance: number };
  };
}

let served: ServedStudy;
let waveId: string;
let indicators: string[];
beforeAll(async () => {
  served = await servedStudy();
  ({ waveId } = await fill(served));
  indicators = [...served.study.state.variables.values()]
    .filter(({ name }) => ['ensom', 'udenfor', 'venner'].includes(name))
    .map(({ id }) => id);
});
afterAll(async () => served.close());

const ended = async (job: Job): Promise<Job> => {
  let now = job;
  await expect
    .poll(async () => (now = await served.get<Job>('GET', `/api/jobs/${job.id}`)).state, { timeout: 30_000 })
    .toBe('done');
  return now;
};
const fit = async (classes: number): Promise<Shown> => {
  const request = { waveId, indicators, from: classes, to: classes, starts: 20 };
  const { made } = await ended(await served.get<Job>('POST', '/api/classes/fit', request));
  return model(made[0]!);
};
const model = async (id: string): Promise<Shown> => {
  const { models } = await served.get<{ models: Shown[] }>('GET', '/api/classes');
  return models.find((one) => one.id === id)!;
};
const change = (id: string, values: object) => served.get('PATCH', `/api/classes/${id}`, values);
const posteriors = async (id: string): Promise<Float32Array> => {
  const bytes = await served.study.blob(served.study.state.classModels.get(id)!.posteriors);
  return new Float32Array(bytes.slice().buffer);
};

test('classes in another order take names, figures, posteriors and analyses along, and undo puts them back', async () => {
  const first = await fit(2);
  await change(first.id, { chosen: true, classNames: ['mange', 'få'] });
  await ended(
    await served.get<Job>('POST', `/api/classes/${first.id}/analyses`, {
      id: first.id,
      analysis: { kind: 'standard-errors', options: { errors: 'observed' } },
    }),
  );
  const before = await posteriors(first.id);
  const kept = () => [...served.study.state.classAnalyses.values()][0]!.result as { shares: unknown[] };
  const shares = kept().shares;
  await change(first.id, { classOrder: [1, 0] });
  const turned = await model(first.id);
  expect(turned.classNames).toEqual(['få', 'mange']);
  expect(turned.fit.shares).toEqual(first.fit.shares.toReversed());
  expect(turned.fit.probs.map((byClass) => byClass.toReversed())).toEqual(first.fit.probs);
  expect([...(await posteriors(first.id))].slice(0, 2)).toEqual([before[1], before[0]]);
  expect(kept().shares).toEqual(shares.toReversed());

  await served.get('POST', '/api/history/undo', {});
  expect(await model(first.id)).toEqual({ ...first, chosen: true, classNames: ['mange', 'få'] });
  expect(kept().shares).toEqual(shares);
});

test('a fit of the same indicators takes names and order over from the chosen model, and says so', async () => {
  const chosen = [...served.study.state.classModels.values()].find((one) => one.chosen)!;
  await change(chosen.id, { classOrder: [1, 0] });
  const again = await fit(2);
  expect(again.classNames).toEqual(['få', 'mange']);
  expect(again.fit.shares[0]).toBeLessThan(again.fit.shares[1]!);
  expect(again.fit.named!.from).toBe(chosen.name);
  expect(again.fit.named!.distance).toBeLessThan(1e-4);
});

test('an order that leaves a class out is refused', async () => {
  const [one] = served.study.state.classModels.values();
  const answer = await served.ask('PATCH', `/api/classes/${one!.id}`, { classOrder: [0, 0] });
  expect(answer.status).toBe(422);
});

test('a model that the data do not determine is chosen only by one who knows', async () => {
  const three = await fit(3);
  expect(three.fit.identified).toBe(false);
  const answer = await served.ask('PATCH', `/api/classes/${three.id}`, { chosen: true });
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(await answer.text()).toContain('classes.not-readable');
  await change(three.id, { chosen: true, acknowledged: true });
  expect((await model(three.id)).chosen).toBe(true);
});
