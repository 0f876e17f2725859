import { describe, expect, test } from 'vitest';
import { TRANSCRIPT } from '../small-study.fixture.js';
import { change, get, led, refused } from './led-study.fixture.js';

export const studyRoutes = () =>
  describe('the study itself', () => {
    test('overview, name, history and check', async () => {
      await change('PATCH', '/study', { title: 'Naboer & kaffe' });
      const overview = await get<object>('GET', '/study');
      expect(overview).toMatchObject({
        info: { title: 'Naboer & kaffe', respondents: 60 },
        hasKey: true,
        undo: { kind: 'study.rename' },
        redo: null,
      });
      const history = await get<{ seq: number }[]>('GET', '/history');
      expect(history).toHaveLength(50);
      expect(await led.served.get<{ seq: number }[]>('GET', `/api/history?limit=2&before=3`)).toMatchObject([
        { seq: 2 },
        { seq: 1 },
      ]);
      expect(await get('GET', '/study/check')).toEqual({ ok: true, problems: [] });
    });

    test('a file is read over HTTP, tried first and then for good', async () => {
      const form = () => {
        const data = new FormData();
        data.set('file', new File([TRANSCRIPT], 'ny.txt', { type: 'text/plain' }));
        return data;
      };
      const trial = form();
      trial.set('dryRun', 'true');
      expect(await get('POST', '/import', trial)).toMatchObject({ as: 'transcript', id: null });
      expect(led.served.study.state.sources.size).toBe(1);
      const summary = await get<{ id: string }>('POST', '/import', form());
      expect(led.served.study.state.sources.has(summary.id)).toBe(true);
      const words = {
        sourceId: summary.id,
        version: 1,
        from: 0,
        to: 11,
        codeIds: [led.codeId],
        coderId: led.coderId,
      };
      await change('POST', '/coding/codings', words);
      await get('POST', '/masking/{sourceId}/propose', {}, { sourceId: summary.id });
      const before = await led.served.study.operationCount();
      await change('DELETE', '/transcripts/{id}', undefined, summary);
      expect(await led.served.study.operationCount()).toBe(before + 1);
      const { state } = led.served.study;
      const left = [state.codings, state.mentions, state.sourceVersions].flatMap((table) =>
        [...table.values()].filter(({ sourceId }) => sourceId === summary.id),
      );
      expect([left, state.sources.has(summary.id)]).toEqual([[], false]);
      await get('POST', '/history/undo', {});
      expect(await get('GET', '/transcripts/{id}', undefined, summary)).toMatchObject({ text: TRANSCRIPT });
      expect(await get('GET', '/study/check')).toEqual({ ok: true, problems: [] });
    });

    test('words are found in all inflections, over the whole study', async () => {
      const found = await get<object>('POST', '/search', { words: 'kaffe' });
      expect(JSON.stringify(found)).toContain('kaffe');
    });

    test('what cannot be understood is said in both languages, without the values', async () => {
      const wrong = await refused('PUT', '/coding/codes', { name: 7 });
      expect(wrong.code).toBe('input.invalid');
      expect(wrong.en).toContain('name');
      const broken = await led.served.app.request('/api/coding/codes', {
        method: 'PUT',
        headers: { host: '127.0.0.1:4840', cookie: led.served.cookie, 'content-type': 'application/json' },
        body: '{',
      });
      expect(broken.status).toBe(422);
      const huge = await led.served.ask('PUT', '/api/coding/memos', { body: 'x'.repeat(3_000_000) });
      expect(((await huge.json()) as { data: { code: string } }).data.code).toBe('input.invalid');
      expect((await led.served.ask('GET', '/api/nothing')).status).toBe(404);
    });
  });
