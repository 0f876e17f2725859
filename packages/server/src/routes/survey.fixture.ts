import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { importFile } from '../imports/import-file.js';
import { bytesOf, fill, servedStudy, type ServedStudy } from '../small-study.fixture.js';

interface ReadVariable {
  id: string;
  name: string;
  role: string;
  userMissing: number[];
  recipe: object | null;
  frequencies: { value: number; n: number; label: string }[];
}
interface Refusal {
  data: { code: string; da: string; en: string };
}

/** What is done to a survey, each time to a study of its own. */
export const surveyRoutes = () =>
  describe('survey', () => {
    let served: ServedStudy;
    let waveId: string;
    beforeEach(async () => {
      served = await servedStudy();
      ({ waveId } = await fill(served));
    });
    afterEach(() => served.close());

    const variables = async () =>
      (await served.get<{ variables: ReadVariable[] }>('GET', '/api/survey')).variables;
    const named = async (name: string) => (await variables()).find((variable) => variable.name === name)!;
    const refused = async (method: string, path: string, body?: unknown) => {
      const response = await served.ask(method, `/api/survey${path}`, body);
      expect(response.status).toBe(422);
      return ((await response.json()) as Refusal).data;
    };
    const rule = (from: number | null, to: number | null, value: number | null) => ({
      values: [],
      range: { from, to },
      to: value,
    });
    const young = async (more: object = {}) => ({
      name: 'ung',
      label: 'Under 30',
      labels: [
        { value: 1, label: 'ung' },
        { value: 0, label: 'ældre' },
      ],
      recipe: {
        from: (await named('alder')).id,
        rules: [rule(18, 29, 1), rule(30, null, 0)],
        others: 'missing',
      },
      ...more,
    });
    const derive = async (more: object = {}) =>
      (await served.get<{ id: string }>('POST', '/api/survey/variables', await young(more))).id;
    const counts = (variable: ReadVariable) => variable.frequencies.map(({ value, n }) => [value, n]);

    describe('a derived variable', () => {
      test('is tried before it is made, made, changed, removed, and each is undone', async () => {
        const { recipe } = await young();
        const { old, made, missing, problems } = await served.get<{
          old: { value: number; to: number | null; untaken: boolean }[];
          made: object[];
          missing: number;
          problems: object[];
        }>('POST', '/api/survey/recipes', { recipe: { ...recipe, rules: [rule(18, 29, 1)] } });
        expect(made).toEqual([{ value: 1, n: 22 }]);
        expect(missing).toBe(38);
        expect(old.find(({ value }) => value === 30)).toMatchObject({ to: null, untaken: true });
        expect(problems).toMatchObject([{ code: 'one-value', severity: 'warning' }]);

        const id = await derive();
        expect(counts(await named('ung'))).toEqual([
          [0, 38],
          [1, 22],
        ]);
        await served.get('PATCH', `/api/survey/variables/${id}`, {
          name: 'under40',
          recipe: { ...recipe, rules: [rule(18, 39, 1), rule(40, null, 0)] },
        });
        expect(counts(await named('under40'))).toEqual([
          [0, 28],
          [1, 32],
        ]);
        await served.get('DELETE', `/api/survey/variables/${id}`);
        expect(await named('under40')).toBeUndefined();
        for (let i = 0; i < 2; i++) await served.get('POST', '/api/history/undo', {});
        expect(counts(await named('ung'))).toEqual([
          [0, 38],
          [1, 22],
        ]);
        await served.get('POST', '/api/history/undo', {});
        expect(await named('ung')).toBeUndefined();
      });

      test('has a name of its own that other programs can read', async () => {
        await derive();
        expect((await refused('POST', '/variables', await young({ name: 'UNG' }))).code).toBe(
          'variable.name-taken',
        );
        expect((await refused('POST', '/variables', await young({ name: '1 ung' }))).code).toBe(
          'variable.bad-name',
        );
      });

      test('goes in no circle, and stays while something rests on it', async () => {
        const id = await derive();
        const { recipe } = await young();
        const again = await derive({ name: 'igen', recipe: { ...recipe, from: id, rules: [rule(0, 1, 1)] } });
        const circle = await refused('PATCH', `/variables/${id}`, { recipe: { ...recipe, from: again } });
        expect(circle.da).toContain('komme af sig selv');
        expect(await refused('DELETE', `/variables/${id}`)).toMatchObject({
          code: 'recipe.in-recipe',
          en: expect.stringContaining('(igen)') as string,
        });
        await served.get('DELETE', `/api/survey/variables/${again}`);
        await served.get('DELETE', `/api/survey/variables/${id}`);
      });

      test('is refused where nobody would get an answer; what respondents answered is not removed', async () => {
        const { recipe } = await young();
        const empty = await young({ recipe: { ...recipe, rules: [rule(200, 300, 1)] } });
        expect((await refused('POST', '/variables', empty)).en).toContain('no respondent gets an answer');
        const { id } = await named('alder');
        expect((await refused('DELETE', `/variables/${id}`)).code).toBe('recipe.not-derived');
        expect((await refused('PATCH', `/variables/${id}`, { recipe })).code).toBe('recipe.not-derived');
      });

      test('a class model fitted on it says so when the recipe is changed, and no longer when that is undone', async () => {
        const id = await derive();
        const indicators = [id, (await named('ensom')).id, (await named('udenfor')).id];
        const { id: jobId } = await served.get<{ id: string }>('POST', '/api/classes/fit', {
          waveId,
          indicators,
          from: 2,
          to: 2,
          starts: 5,
        });
        const job = () => served.get<{ state: string }>('GET', `/api/jobs/${jobId}`);
        await expect.poll(async () => (await job()).state, { timeout: 20_000 }).toBe('done');
        const stale = async () =>
          (await served.get<{ models: { stale: boolean }[] }>('GET', '/api/classes')).models.map(
            (model) => model.stale,
          );
        expect(await stale()).toEqual([false]);
        const { recipe } = await young();
        await served.get('PATCH', `/api/survey/variables/${id}`, {
          recipe: { ...recipe, rules: [rule(18, 39, 1), rule(40, null, 0)] },
        });
        expect(await stale()).toEqual([true]);
        await served.get('POST', '/api/history/undo', {});
        expect(await stale()).toEqual([false]);
        expect((await refused('DELETE', `/variables/${id}`)).code).toBe('recipe.in-model');
      });
    });

    describe('the sample of a wave', () => {
      test('is read as it would be before it is set, and a variable is one thing in it', async () => {
        const [weight, ensom] = [await named('vægt'), await named('ensom')];
        const draft = {
          weight: weight.id,
          stratum: ensom.id,
          psu: [],
          fpc: [],
          replicates: [],
          design: { replicates: null, lonelyPsu: 'refuse' },
        };
        const read = (body: object) =>
          served.get<{ summary: Record<string, unknown> }>(
            'POST',
            `/api/survey/waves/${waveId}/sample/read`,
            body,
          );
        const { summary } = await read({ draft });
        expect(summary).toMatchObject({ n: 60, strata: 2, psus: 60, df: 58, error: null, warnings: [] });
        expect((await read({ draft: null })).summary).toMatchObject({ strata: 1, df: 59 });
        await served.get('PUT', `/api/survey/waves/${waveId}/sample`, draft);
        expect((await named('ensom')).role).toBe('stratum');
        await served.get('POST', '/api/history/undo', {});
        expect((await named('ensom')).role).toBe('none');
        const twice = { ...draft, stratum: weight.id };
        expect((await refused('PUT', `/waves/${waveId}/sample`, twice)).code).toBe('survey.two-roles');
      });

      test('one that no error can be computed from says why instead of figures', async () => {
        const { id } = await importFile(served.study, bytesOf('w;a\n1;1\n-2;2\n3;2\n'), {
          fileName: 'skæv.csv',
          as: 'survey',
        });
        const [w, a] = (await variables()).filter(({ name }) => name === 'w' || name === 'a');
        await served.get('PATCH', `/api/survey/variables/${w!.id}`, { role: 'weight' });
        const { summary } = await served.get<{ summary: { error: { da: string }; warnings: object[] } }>(
          'POST',
          `/api/survey/waves/${id}/sample/read`,
          { draft: null },
        );
        expect(summary.error.da).toContain('i række 2');
        expect(summary.warnings).toMatchObject([{ code: 'weights-negative', n: 1 }]);
        expect((await refused('POST', '/estimates', { variables: [a!.id] })).code).toBe('survey.bad-weight');
      });
    });

    describe('missing answers', () => {
      test('values count as missing in all variables in one act, which is undone in one', async () => {
        const path = `/api/survey/waves/${waveId}/missing`;
        const rules = { values: [2], range: { from: 66, to: null } };
        const dry = await served.get<{ operation: null; variables: { name: string; values: object[] }[] }>(
          'POST',
          path,
          { ...rules, dryRun: true },
        );
        expect(dry.operation).toBeNull();
        expect(dry.variables.map(({ name, values }) => [name, values.length])).toEqual([
          ['ensom', 1],
          ['udenfor', 1],
          ['venner', 1],
          ['alder', 2],
        ]);
        await served.get('POST', path, { ...rules, dryRun: false });
        expect((await named('alder')).userMissing).toEqual([66, 67]);
        await served.get('POST', '/api/history/undo', {});
        expect((await variables()).flatMap(({ userMissing }) => userMissing)).toEqual([]);
      });

      test('are told by variable, by person and by pattern, empty ones apart from those given', async () => {
        const venner = await named('venner');
        for (const name of ['ensom', 'venner'])
          await served.get('PATCH', `/api/survey/variables/${(await named(name)).id}`, { role: 'indicator' });
        await served.get('PATCH', `/api/survey/variables/${venner.id}`, { userMissing: [1] });
        const table = await served.get<{
          variables: { name: string; valid: number; system: number; user: number }[];
          persons: number[];
          patterns: { missing: boolean[]; n: number }[];
        }>('GET', `/api/survey/waves/${waveId}/missing`);
        const ones = counts(venner).find(([value]) => value === 1)![1]!;
        expect(table.variables[1]).toMatchObject({ name: 'venner', system: 1, user: ones, valid: 59 - ones });
        expect(table.persons).toEqual([59 - ones, 1 + ones, 0]);
        expect(table.patterns.map(({ missing }) => missing)).toContainEqual([false, true]);
      });
    });

    describe('tables', () => {
      test('one that would have too many rows is refused with what to do', async () => {
        const { id } = await importFile(
          served.study,
          bytesOf(`x;y\n${Array.from({ length: 70 }, (_, i) => `${i};${i % 2}`).join('\n')}\n`),
          { fileName: 'lang.csv', as: 'survey' },
        );
        const [x, y] = (await variables()).filter(({ name }) => name === 'x' || name === 'y');
        expect(id).not.toBeNull();
        const refusal = await refused('POST', '/crosstab', { row: x!.id, column: y!.id });
        expect(refusal).toMatchObject({
          code: 'survey.too-many-answers',
          en: expect.stringContaining('recode it into fewer groups') as string,
        });
        const { tables } = await served.get<{ tables: { figure: string }[] }>(
          'POST',
          '/api/survey/estimates',
          {
            variables: [x!.id, y!.id],
          },
        );
        expect(tables.map(({ figure }) => figure)).toEqual(['mean', 'share']);
      });

      test('cells below the smallest that is told are marked, with as many more as protect them', async () => {
        const { id: row } = await named('alder');
        const age = await derive({
          name: 'fase',
          recipe: {
            from: row,
            rules: [rule(18, 18, 1), rule(19, 66, 2), rule(67, null, 3)],
            others: 'missing',
          },
        });
        const { cells, smallCell } = await served.get<{
          cells: { n: number; hidden: boolean }[][];
          smallCell: number;
        }>('POST', '/api/survey/crosstab', { row: age, column: (await named('ensom')).id });
        expect(smallCell).toBe(3);
        const all = cells.flat();
        const small = all.filter(({ n }) => n > 0 && n < 3);
        expect(small.length).toBeGreaterThan(0);
        expect(small.every(({ hidden }) => hidden)).toBe(true);
        expect(all.filter(({ hidden }) => hidden).length).toBeGreaterThan(small.length);
      });
    });
  });
