import { insert, update, type ClassAnalysis, type ClassModel } from '@bagom/core';
import { randomStream, simulate } from '@bagom/latent-class';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importFile } from '../imports/import-file.js';
import { bytesOf, ended, servedStudy, type ServedStudy } from '../small-study.fixture.js';

const ITEMS = ['q1', 'q2', 'q3', 'q4', 'q5'];

/** A survey of 300 in two classes, with weights, strata, sampling units and what follows the class. */
function survey(share: number, seed: number, stray = ''): string {
  const probs = ITEMS.map(() => [
    [0.85, 0.15],
    [0.25, 0.75],
  ]);
  const { columns, classOfRow } = simulate({ shares: [1 - share, share], probs }, 300, seed);
  const random = randomStream(seed + 100);
  return [
    [...ITEMS, 'alder', 'egn', 'vaegt', 'stratum', 'enhed'].join(';'),
    ...Array.from(classOfRow, (k, row) => {
      const answers = columns.map((column, item) => (stray && row === 3 && item === 0 ? stray : column[row]));
      const age = Math.round(30 + 8 * k + 30 * random());
      const region = ['nord', 'syd'][Math.floor(random() * 2)];
      return [...answers, age, region, 1 + (row % 2), 1 + (row % 3), row % 24].join(';');
    }),
  ].join('\r\n');
}

let served: ServedStudy;
let waveId: string;
const byName = (name: string, wave = waveId) =>
  [...served.study.state.variables.values()].find((one) => one.name === name && one.waveId === wave)!;

beforeAll(async () => {
  served = await servedStudy();
  waveId = (
    await importFile(served.study, bytesOf(survey(0.35, 1)), { fileName: 'foerste-2017.csv', as: 'survey' })
  ).id!;
});
afterAll(() => served.close());

async function refused(method: string, path: string, body?: unknown): Promise<string> {
  const response = await served.ask(method, `/api${path}`, body);
  expect(response.status).toBe(422);
  return ((await response.json()) as { data: { code: string } }).data.code;
}

async function fitted(more: Record<string, unknown> = {}): Promise<ClassModel> {
  const request = {
    waveId,
    indicators: ITEMS.map((name) => byName(name).id),
    from: 2,
    to: 2,
    starts: 20,
    ...more,
  };
  const started = await served.get<{ id: string; secondsLeft: number | null }>(
    'POST',
    '/api/classes/fit',
    request,
  );
  const job = await ended(served, started.id);
  expect(job).toMatchObject({ state: 'done', error: null, secondsLeft: null });
  return served.study.state.classModels.get(job.made[0]!)!;
}

const start = (model: ClassModel, analysis: unknown) =>
  served.get<{ id: string }>('POST', `/api/classes/${model.id}/analyses`, { analysis });

async function analysed<K extends ClassAnalysis['kind']>(
  model: ClassModel,
  kind: K,
  options: Record<string, unknown> = {},
): Promise<Extract<ClassAnalysis, { kind: K }>> {
  const job = await ended(served, (await start(model, { kind, options })).id);
  expect(job).toMatchObject({ state: 'done', error: null });
  const { analyses } = await served.get<{ analyses: ClassAnalysis[] }>(
    'GET',
    `/api/classes/${model.id}/analyses`,
  );
  return analyses.find(({ id }) => id === job.made[0]) as Extract<ClassAnalysis, { kind: K }>;
}

/** The code that a job fails with, by its Danish sentence. */
const failure = async (model: ClassModel, kind: string, options: Record<string, unknown> = {}) => {
  const job = await ended(served, (await start(model, { kind, options })).id);
  return [job.state, job.error?.da];
};

describe('a fit', () => {
  test('keeps every criterion, what speaks against it, and the settings it was asked for', async () => {
    const { fit, settings } = await fitted();
    expect(fit).toMatchObject({
      identified: true,
      finished: 15,
      pairs: 10,
      converged: true,
      dropped: { empty: 0, incomplete: 0 },
    });
    expect(fit.caic).toBeCloseTo(fit.bic + fit.npar, 9);
    expect(fit.goodness!.df.table).toBe(31 - fit.npar);
    expect(fit.quality!.averageByModal).toHaveLength(2);
    expect(fit.residuals![0]!.bvr).toBeGreaterThanOrEqual(fit.residuals![9]!.bvr);
    expect(fit.compared).toMatchObject([{ classes: 2, identified: true, hits: fit.maxima[0]!.hits }]);
    expect(settings).toEqual({
      ordinal: [],
      userMissingAsCategory: [],
      design: false,
      finished: 5,
      tolerance: 1e-10,
    });
  });

  test('of the same indicators anew carries the names of the chosen model over, class by class', async () => {
    const first = await fitted();
    const change = { chosen: true, classNames: ['flertal', 'udsatte'], reason: 'Den er til at forstå.' };
    await served.get('PATCH', `/api/classes/${first.id}`, change);
    expect(served.study.state.classModels.get(first.id)!.reason).toBe('Den er til at forstå.');
    const again = await fitted({ seed: 99 });
    expect(again.classNames).toEqual(['flertal', 'udsatte']);
    expect((await fitted({ from: 3, to: 3 })).classNames).toEqual(['', '', '']);
    const others = ITEMS.slice(1).map((name) => byName(name).id);
    expect((await fitted({ indicators: others })).classNames).toEqual(['', '']);
  });

  test('with a weight that is negative is refused with its row, not counted as nought', async () => {
    await importFile(served.study, bytesOf('q1;q2;w\r\n1;2;1\r\n2;1;-1\r\n1;1;1'), {
      fileName: 'skaev.csv',
      as: 'survey',
    });
    const wave = byName('w', [...served.study.state.waves.keys()].at(-1)).waveId;
    const request = {
      waveId: wave,
      indicators: ['q1', 'q2'].map((name) => byName(name, wave).id),
      weightId: byName('w', wave).id,
    };
    expect(await refused('POST', '/classes/fit', request)).toBe('survey.bad-weight');
  });
});

describe('analyses of a model', () => {
  test('standard errors: of every kind that the wave allows; others say what is lacking', async () => {
    const model = await fitted();
    const observed = await analysed(model, 'standard-errors', { errors: 'observed' });
    expect(observed.result.shares).toMatchObject([
      { estimate: model.fit.shares[0], se: expect.any(Number) as number },
      { estimate: model.fit.shares[1] },
    ]);
    const drawn = await analysed(model, 'standard-errors', { errors: 'bootstrap', replicates: 60 });
    expect(drawn.result.shares[0]!.se! / observed.result.shares[0]!.se!).toBeGreaterThan(0.6);
    expect(drawn.result.replicates).toBe(60);
    expect(await failure(model, 'standard-errors', { errors: 'linearised' })).toEqual([
      'failed',
      expect.stringContaining('hverken strata eller udtræksenheder'),
    ]);
    expect(await failure(model, 'standard-errors', { errors: 'replicate-weights' })).toEqual([
      'failed',
      expect.stringContaining('ingen replikatvægte'),
    ]);
  });

  test('a wave with a design gives linearised and jackknife errors, which agree', async () => {
    const roles = { stratum: 'stratum', enhed: 'psu', vaegt: 'weight' } as const;
    await served.study.commit(
      'variable.change',
      'design',
      Object.entries(roles).map(([name, role]) => update('variables', byName(name).id, { role })),
    );
    const model = await fitted({ weightId: byName('vaegt').id });
    expect(model.settings!.design).toBe(true);
    const [taylor, jackknife] = [
      await analysed(model, 'standard-errors', { errors: 'linearised' }),
      await analysed(model, 'standard-errors', { errors: 'jackknife' }),
    ];
    expect(taylor.result.df).toBe(24 - 3);
    expect(jackknife.result.shares[0]!.se! / taylor.result.shares[0]!.se!).toBeGreaterThan(0.8);
    expect(jackknife.result.shares[0]!.se! / taylor.result.shares[0]!.se!).toBeLessThan(1.3);
    expect(await failure(model, 'likelihood-ratio', { replicates: 3 })).toEqual([
      'failed',
      expect.stringContaining('kan ikke gøres med vægte'),
    ]);
    const { result } = await analysed(model, 'covariates', {
      covariates: [{ variableId: byName('alder').id, as: 'numeric' }],
    });
    expect(result.notes.map(({ code }) => code)).toContain('design-not-counted');
    await served.study.undo();
  });

  test('a likelihood ratio test, residuals, covariates and an outcome', async () => {
    const model = await fitted();
    const ratio = await analysed(model, 'likelihood-ratio', { replicates: 9, starts: 10 });
    expect(ratio.result).toMatchObject({ nullClasses: 1, p: 0.1, replicates: 9 });
    const residuals = await analysed(model, 'residuals', { replicates: 9 });
    expect(residuals.result.pairs).toHaveLength(10);
    expect(residuals.result.g2!.p).toBeGreaterThanOrEqual(0.1);
    const covariates = await analysed(model, 'covariates', {
      method: 'three-step',
      correction: 'bch',
      covariates: [
        { variableId: byName('alder').id, as: 'numeric' },
        { variableId: byName('egn').id, as: 'categorical', reference: 2 },
      ],
    });
    expect(covariates.result.terms.map(({ label, category }) => [label, category])).toEqual([
      ['', null],
      ['', null],
      ['nord', 1],
    ]);
    expect(covariates.options).toMatchObject({ assignment: 'modal', referenceClass: 0 });
    expect(covariates.result.tests[0]!.test!.p).toBeLessThan(0.01);
    const means = await analysed(model, 'distal', {
      outcomeId: byName('alder').id,
      as: 'mean',
      assignment: 'modal',
    });
    expect(means.options.correction).toBe('bch');
    expect(means.result.means![1]!.estimate).toBeGreaterThan(means.result.means![0]!.estimate);
    const shares = await analysed(model, 'distal', { outcomeId: byName('egn').id, as: 'proportions' });
    expect([shares.options.correction, shares.result.categories.map(({ label }) => label)]).toEqual([
      'ml',
      ['nord', 'syd'],
    ]);
    const path = `/classes/${model.id}/analyses`;
    const text = { kind: 'distal', options: { outcomeId: byName('egn').id, as: 'mean' } };
    expect(await refused('POST', path, { analysis: text })).toBe('classes.not-numbers');
  });

  test('is undone and done again like any change, is removed alone, and goes with its model', async () => {
    const model = await fitted();
    const row = await analysed(model, 'standard-errors', { errors: 'observed' });
    const has = () => served.study.state.classAnalyses.has(row.id);
    const states = [has()];
    await served.study.undo();
    states.push(has());
    await served.study.redo();
    states.push(has());
    await served.get('DELETE', `/api/classes/analyses/${row.id}`);
    states.push(has());
    await served.study.undo();
    states.push(has());
    await served.get('DELETE', `/api/classes/${model.id}`);
    states.push(has());
    await served.study.undo();
    states.push(has());
    expect(states).toEqual([true, false, true, false, true, false, true]);
    expect(await served.study.verify()).toEqual([]);
  });

  test('a cancelled one leaves nothing, and the threads go', async () => {
    const model = await fitted();
    const before = await served.study.operationCount();
    const { id } = await start(model, { kind: 'likelihood-ratio', options: { replicates: 10_000 } });
    expect(await served.get('DELETE', `/api/jobs/${id}`)).toMatchObject({
      state: 'cancelled',
      secondsLeft: null,
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await served.study.operationCount()).toBe(before);
    expect(await served.get('GET', `/api/classes/${model.id}/analyses`)).toEqual({ analyses: [] });
  });

  test('on answers that are others by now is refused', async () => {
    const model = await fitted();
    await served.study.commit('variable.change', 'q1', [
      update('variables', byName('q1').id, { userMissing: [2] }),
    ]);
    const analysis = { kind: 'standard-errors', options: { errors: 'observed' } };
    expect(await refused('POST', `/classes/${model.id}/analyses`, { analysis })).toBe(
      'classes.answers-changed',
    );
    await served.study.undo();
  });

  test('a model that invitations were made from stays', async () => {
    const model = await fitted();
    const invitation = {
      id: 'invitation-1',
      waveId,
      modelId: model.id,
      row: 0,
      className: 'udsatte',
      certainty: 0.9,
      quota: {},
      state: 'listed' as const,
      note: '',
      changedAt: new Date().toISOString(),
    };
    await served.study.commit('invitation.add', 'x', [insert('invitations', invitation)]);
    expect(await refused('DELETE', `/classes/${model.id}`)).toBe('class-model.in-use');
    await served.study.undo();
  });
});

describe('another wave', () => {
  test('is compared by name and value; what keeps it from being so is told', async () => {
    const model = await fitted();
    const add = async (text: string, fileName: string) =>
      (await importFile(served.study, bytesOf(text), { fileName, as: 'survey' })).id!;
    const second = await add(survey(0.5, 2), 'anden-2022.csv');
    const stray = await add(survey(0.5, 2, '7'), 'tredje-2023.csv');
    const other = await add(survey(0.5, 2).replace('q5', 'q6'), 'fjerde-2024.csv');
    const { waves } = await served.get<{
      waves: { waveId: string; comparable: boolean; indicators: unknown[] }[];
    }>('GET', `/api/classes/${model.id}/waves`);
    const matches = [second, stray, other].map((id) => waves.find((wave) => wave.waveId === id)!);
    expect(matches.map(({ comparable }) => comparable)).toEqual([true, false, false]);
    expect(matches[1]!.indicators[0]).toMatchObject({ name: 'q1', unknown: [7] });
    expect(matches[2]!.indicators[4]).toMatchObject({ name: 'q5', variableId: null });

    const { result } = await analysed(model, 'waves', { waveId: second, compare: 'fixed' });
    expect(result.waves.map(({ year, rows }) => [year, rows])).toEqual([
      [2017, 300],
      [2022, 300],
    ]);
    expect(result.waves[1]!.probs).toEqual(
      model.fit.probs.map((item) => item.map((probs) => probs.map((p) => expect.closeTo(p, 6)))),
    );
    expect(result.changes[1]!.estimate).toBeGreaterThan(0);
    const path = `/classes/${model.id}/analyses`;
    const ask = (id: string) => ({ analysis: { kind: 'waves', options: { waveId: id } } });
    expect(await refused('POST', path, ask(stray))).toBe('classes.wave-values');
    expect(await refused('POST', path, ask(other))).toBe('classes.wave-lacks');
    expect(await refused('POST', path, ask(waveId))).toBe('classes.same-wave');
  });
});
