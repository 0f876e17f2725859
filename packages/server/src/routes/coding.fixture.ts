import { describe, expect, test } from 'vitest';
import { TRANSCRIPT } from '../small-study.fixture.js';
import { change, get, led, refused, type Changed } from './led-study.fixture.js';

export const codingRoutes = () =>
  describe('coding', () => {
    test('codebook and coders', async () => {
      led.coderId = (await change('PUT', '/coding/coders', { name: 'Karen', initials: 'KT' })).id;
      led.codeId = (await change('PUT', '/coding/codes', { name: 'Samvær' })).id;
      const under = await change('PUT', '/coding/codes', {
        name: 'Kaffe',
        parentId: led.codeId,
        definition: 'drikke',
      });
      const last = await change('PUT', '/coding/codes', { name: 'Naboer' });
      await change(
        'POST',
        '/coding/codes/{id}/move',
        { parentId: null, before: led.codeId },
        { id: last.id },
      );
      const { codes } = await get<{ codes: { path: string }[] }>('GET', '/coding/codebook');
      expect(codes.map(({ path }) => path)).toEqual(['Naboer', 'Samvær', 'Samvær/Kaffe']);
      expect(
        (await refused('POST', `/coding/codes/${led.codeId}/move`, { parentId: under.id, before: null }))
          .code,
      ).toBe('code.own-descendant');
      expect((await refused('DELETE', `/coding/codes/${led.codeId}`)).code).toBe('row.in-use');
      await change('DELETE', '/coding/codes/{id}', undefined, { id: last.id });
    });

    test('a coding is trimmed to its words, undone and done again', async () => {
      const words = 'Jeg var hos Grethe i Nakskov.';
      const from = TRANSCRIPT.indexOf(words);
      const coding = {
        sourceId: led.ids.sourceId,
        version: 1,
        from: from - 1,
        to: from + words.length + 1,
        codeIds: [led.codeId],
        coderId: led.coderId,
      };
      led.codingId = (await change('POST', '/coding/codings', coding)).id;
      expect(led.served.study.state.codings.get(led.codingId)).toMatchObject({
        from,
        to: from + words.length,
      });
      expect((await refused('POST', '/coding/codings', coding)).code).toBe('row.exists');
      expect((await refused('POST', '/coding/codings', { ...coding, to: 9999 })).code).toBe(
        'span.outside-text',
      );
      expect((await refused('POST', '/coding/codings', { ...coding, version: 2 })).code).toBe(
        'span.other-version',
      );
      const { operation } = await get<Changed>('POST', '/history/undo', {});
      expect(operation.kind).toBe('coding.add');
      expect(led.served.study.state.codings.size).toBe(0);
      await get('POST', '/history/redo', {});
      expect(led.served.study.state.codings.has(led.codingId)).toBe(true);
    });

    test('a code is made and used as one act, and is gone when that is undone', async () => {
      const words = 'hos Grethe';
      const from = TRANSCRIPT.indexOf(words);
      const where = { sourceId: led.ids.sourceId, version: 1, from, to: from + words.length };
      const made = { ...where, newCode: { name: 'hos nogen', parentId: null }, coderId: led.coderId };
      const { codes, codings, codeEvents } = led.served.study.state;
      const before = [codes.size, codings.size, codeEvents.size];
      const { operation } = await get<Changed>('POST', '/coding/codings', made);
      expect(operation).toMatchObject({ kind: 'coding.add', subject: 'hos nogen' });
      const code = [...led.served.study.state.codes.values()].find(({ name }) => name === 'hos nogen');
      expect([...led.served.study.state.codings.values()].some(({ codeId }) => codeId === code?.id)).toBe(
        true,
      );
      await get('POST', '/history/undo', {});
      const now = led.served.study.state;
      expect([now.codes.size, now.codings.size, now.codeEvents.size]).toEqual(before);
      const none = { ...where, coderId: led.coderId };
      expect((await refused('POST', '/coding/codings', none)).code).toBe('input.invalid');
    });

    test('memos, and a coding that goes leaves its memo at the text', async () => {
      const memo = { title: 'Obs', body: 'Hun tøver', coderId: led.coderId };
      const kept = await change('PUT', '/coding/memos', { ...memo, about: 'coding', aboutId: led.codingId });
      const gone = await change('PUT', '/coding/memos', { ...memo, about: 'study', aboutId: '' });
      await change('DELETE', '/coding/memos/{id}', undefined, { id: gone.id });
      const read = await get<{ codings: unknown[]; memos: unknown[] }>(
        'GET',
        '/coding/sources/{sourceId}',
        undefined,
        led.ids,
      );
      await get('GET', '/coding/sources/{sourceId}/since/{seq}', undefined, { ...led.ids, seq: '0' });
      expect([read.codings.length, read.memos.length]).toEqual([1, 1]);
      await change('DELETE', '/coding/codings/{id}', undefined, { id: led.codingId });
      expect(led.served.study.state.memos.get(kept.id)).toMatchObject({
        about: 'source',
        aboutId: led.ids.sourceId,
      });
      await get('POST', '/history/undo', {});
    });
  });
