import { describe, expect, test } from 'vitest';
import { ended } from '../small-study.fixture.js';
import { change, get, led, refused } from './led-study.fixture.js';

export const classesRoutes = () =>
  describe('survey and classes', () => {
    test('waves, distributions, rows and roles', async () => {
      const read = await get<{
        variables: {
          id: string;
          name: string;
          frequencies: { n: number; weighted: number }[];
          bins: unknown[];
        }[];
      }>('GET', '/survey');
      const named = (name: string) => read.variables.find((variable) => variable.name === name)!;
      expect(named('ensom').frequencies.reduce((sum, { n }) => sum + n, 0)).toBe(60);
      expect(named('ensom').frequencies.reduce((sum, { weighted }) => sum + weighted, 0)).toBeCloseTo(1);
      expect(named('alder').bins).toHaveLength(20);
      const rows = await get<{ total: number; rows: unknown[][] }>(
        'GET',
        '/survey/waves/{waveId}/rows',
        undefined,
        led.ids,
      );
      expect([rows.total, rows.rows.length, rows.rows[5]]).toEqual([60, 60, [6, 1.5, 1, 2, null, 23]]);
      const page = await led.served.get<{ rows: unknown[] }>(
        'GET',
        `/api/survey/waves/${led.ids.waveId}/rows?from=58&count=10`,
      );
      expect(page.rows).toHaveLength(2);
      const codebook = '<codeBook><dataDscr><var name="alder"><labl>Alder</labl></var></dataDscr></codeBook>';
      const asked = new FormData();
      asked.append('file', new File([codebook], 'kodebog.xml'));
      asked.append('dryRun', 'true');
      const put = await get<{ questionnaire: { matched: { name: string }[] } }>(
        'POST',
        '/survey/waves/{waveId}/questionnaire',
        asked,
        led.ids,
      );
      expect(put.questionnaire.matched.map(({ name }) => name)).toEqual(['alder']);
      const exported = await led.served.get<{ fileName: string; leftOut: string[] }>(
        'GET',
        `/api/survey/waves/${led.ids.waveId}/export?format=sav`,
      );
      expect(exported).toMatchObject({ respondents: 60, leftOut: ['id'] });
      for (const name of ['ensom', 'udenfor', 'venner'])
        await change(
          'PATCH',
          '/survey/variables/{id}',
          { role: 'indicator', label: name },
          { id: named(name).id },
        );
      expect((await refused('PATCH', '/survey/variables/nobody', { label: 'x' })).code).toBe('row.missing');
    });

    test('a fit is a job that ends in one operation; the same seed gives the same models; a cancelled one leaves nothing', async () => {
      const indicators = [...led.served.study.state.variables.values()]
        .filter(({ role }) => role === 'indicator')
        .map(({ id }) => id);
      const request = {
        waveId: led.ids.waveId,
        indicators,
        from: 1,
        to: 2,
        starts: 20,
        seed: 7,
        weightId: null,
      };
      const before = await led.served.study.operationCount();
      const fits: string[] = [];
      for (let round = 0; round < 2; round++) {
        const { seconds } = await get<{ seconds: number }>('POST', '/classes/fit/time', request);
        expect(seconds).toBeGreaterThan(0);
        const started = await get<{ id: string; state: string }>('POST', '/classes/fit', request);
        const job = await ended(led.served, started.id);
        expect(job).toMatchObject({ state: 'done', progress: 1 });
        expect(job.made).toHaveLength(2);
        fits.push(JSON.stringify(job.made.map((id) => led.served.study.state.classModels.get(id)!.fit)));
      }
      expect(fits[1]).toBe(fits[0]);
      expect(await led.served.study.operationCount()).toBe(before + 2);
      const long = await get<{ id: string }>('POST', '/classes/fit', { ...request, to: 6, starts: 10000 });
      expect(await get('DELETE', '/jobs/{id}', undefined, long)).toMatchObject({ state: 'cancelled' });
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(await led.served.study.operationCount()).toBe(before + 2);
      expect((await refused('GET', '/jobs/nothing')).code).toBe('job.missing');
    });

    test('a model is chosen, named, looked into and removed', async () => {
      const { models } = await get<{
        models: {
          id: string;
          classes: number;
          indicators: { labels: string[] }[];
          fit: { compared: unknown[] };
        }[];
      }>('GET', '/classes');
      const [one, two] = models;
      expect(two!.fit.compared).toHaveLength(2);
      expect(two!.indicators[0]!.labels).toEqual(['1', '2']);
      await change('PATCH', '/classes/{id}', { chosen: true }, { id: one!.id });
      await change(
        'PATCH',
        '/classes/{id}',
        { chosen: true, classNames: ['flertal', 'udsatte'] },
        { id: two!.id },
      );
      expect([...led.served.study.state.classModels.values()].filter(({ chosen }) => chosen)).toHaveLength(1);
      expect((await refused('PATCH', `/classes/${two!.id}`, { classNames: ['en'] })).code).toBe(
        'input.invalid',
      );
      led.modelId = two!.id;
      type List = { total: number; counts: number[][]; rows: { row: number; posterior: number[] }[] };
      const list = (query: string) =>
        led.served.get<List>('GET', `/api/classes/${two!.id}/respondents?${query}`);
      const [first, second] = [await list('class=1&limit=5'), await list('class=2')];
      expect([first.total + second.total, first.rows.length]).toEqual([60, 5]);
      expect(first.counts.flat().reduce((sum, n) => sum + n, 0)).toBe(60);
      const sure = second.rows.map(({ posterior }) => posterior[1]!);
      expect(sure).toEqual(sure.toSorted((a, b) => b - a));
      const least = await list('class=2&reverse=true');
      expect(least.rows[0]!.posterior[1]).toBe(sure.at(-1));
      const lonely = [...led.served.study.state.variables.values()].find(({ name }) => name === 'ensom')!.id;
      const answered = (answer: number) =>
        list(`where[0][variableId]=${lonely}&where[0][answer]=${answer}`).then(({ total }) => total);
      expect((await answered(1)) + (await answered(2))).toBe(60);
      type Flow = { models: { shares: number[] }[]; flows: number[][][] };
      const flow = await get<Flow>('GET', '/classes/{id}/flow', undefined, two!);
      expect(flow.models.map(({ shares }) => shares.length)).toEqual([1, 2]);
      flow.models[1]!.shares.forEach((share, k) => expect(flow.flows[0]![0]![k]).toBeCloseTo(share, 12));
      expect(flow.models[1]!.shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
      await change('DELETE', '/classes/{id}', undefined, { id: one!.id });
    });

    test('an analysis of a model is a job that ends in one operation', async () => {
      const model = [...led.served.study.state.classModels.values()].find(({ classes }) => classes === 2)!;
      const asked = { kind: 'residuals', options: { replicates: 5 } };
      const started = await get<{ id: string }>(
        'POST',
        '/classes/{id}/analyses',
        { analysis: asked },
        { id: model.id },
      );
      await ended(led.served, started.id);
      const { analyses } = await get<{ analyses: { id: string; kind: string }[] }>(
        'GET',
        '/classes/{id}/analyses',
        undefined,
        { id: model.id },
      );
      expect(analyses).toMatchObject([{ kind: 'residuals', options: { replicates: 5, seed: 1 } }]);
      expect(await get('GET', '/classes/{id}/waves', undefined, { id: model.id })).toEqual({ waves: [] });
      await change('DELETE', '/classes/analyses/{id}', undefined, { id: analyses[0]!.id });
    });
  });
