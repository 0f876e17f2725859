import { describe, expect, test } from 'vitest';
import { answered, TRANSCRIPT } from '../small-study.fixture.js';
import { change, get, led, refused } from './led-study.fixture.js';

export const transcriptsRoutes = () =>
  describe('transcripts and masking', () => {
    const at = (words: string) => ({
      from: TRANSCRIPT.indexOf(words),
      to: TRANSCRIPT.indexOf(words) + words.length,
    });

    test('a source is tied to its person', async () => {
      await change(
        'PATCH',
        '/transcripts/{id}',
        { title: 'Asta', participantId: led.participantId },
        { id: led.ids.sourceId },
      );
      expect(await get('GET', '/transcripts')).toMatchObject([
        { pseudonym: 'Asta', phase: 'young', turns: 4 },
      ]);
      const { text, turns } = await get<{ text: string; turns: unknown[] }>(
        'GET',
        '/transcripts/{id}',
        undefined,
        { id: led.ids.sourceId },
      );
      expect([text, turns.length]).toEqual([TRANSCRIPT, 4]);
    });

    test('a corrected text is a version more, and undo takes it back', async () => {
      const own = { id: led.ids.sourceId };
      const end = { from: TRANSCRIPT.length - 1, to: TRANSCRIPT.length - 1, insert: ' Ja.' };
      const text = { version: 1, changes: [end], reason: 'glemt' };
      expect(await get('POST', '/transcripts/{id}/correct', text, own)).toMatchObject({ version: 2 });
      type Versions = { shown: number; versions: { id: string }[] };
      const { shown, versions } = await get<Versions>('GET', '/transcripts/{id}/versions', undefined, own);
      expect([shown, versions.length]).toEqual([2, 2]);
      const [last, first] = versions;
      await get('GET', `/transcripts/{id}/difference?from=${first!.id}&to=${last!.id}`, undefined, own);
      expect(await get('GET', '/transcripts/{id}/lost', undefined, own)).toEqual([]);
      for (const act of ['place', 'drop'] as const) {
        const wish = act === 'place' ? { version: 2, from: 0, to: 1 } : { reason: 'x' };
        expect((await refused('POST', `/lost/none/${act}`, wish)).code).toBe('row.missing');
        answered.add(`POST /api/lost/none/${act}`);
      }
      await led.served.get('POST', '/api/history/undo', {});
    });

    test('a name masked everywhere is masked in the genitive too; proposals find the rest', async () => {
      const { sourceId } = led.ids;
      await change('POST', '/masking/mentions', {
        sourceId,
        ...at('Grethe'),
        kind: 'person',
        replacement: 'Inger',
        everywhere: true,
      });
      expect(led.served.study.state.mentions.size).toBe(3);
      const proposed = await get<{ added: number; operation: { kind: string } }>(
        'POST',
        '/masking/{sourceId}/propose',
        {},
        led.ids,
      );
      expect([proposed.added, proposed.operation.kind]).toEqual([1, 'mention.propose']);
      expect(await get('POST', '/masking/{sourceId}/propose', {}, led.ids)).toEqual({
        added: 0,
        operation: null,
      });
      type Masked = {
        mentions: { id: string; decision: string }[];
        entities: { id: string; mentions: number }[];
        published: { text: string }[];
      };
      const read = await get<Masked>('GET', '/masking/{sourceId}', undefined, led.ids);
      expect(read.published[3]!.text).toBe('Det var rart, Inger laver kaffe. Ingers hund var der også.');
      expect(read.published[1]!.text).toContain('i […].');
      expect(read.entities[0]!.mentions).toBe(3);
      // A reader and a coder of the text are told what is not printed as it stands.
      for (const path of ['/transcripts/{id}', '/coding/sources/{sourceId}'])
        expect(await get('GET', path, undefined, { id: sourceId, sourceId })).toMatchObject({
          mentions: [
            { ...at('Grethe'), decision: 'mask', printed: 'Inger' },
            { ...at('Nakskov'), decision: 'open', printed: '[navn]' },
            { decision: 'mask', printed: 'Inger' },
            { decision: 'mask', printed: 'Inger' },
          ],
        });
      const open = read.mentions.filter(({ decision }) => decision === 'open').map(({ id }) => id);
      await change('POST', '/masking/decide', {
        ids: open,
        decision: 'mask',
        kind: 'place',
        replacement: '[bynavn]',
      });
      await change('PUT', '/masking/entities', {
        id: read.entities[0]!.id,
        kind: 'person',
        replacement: 'Ulla',
        note: '',
      });
      const extra = await change('POST', '/masking/mentions', {
        sourceId,
        ...at('kaffe'),
        kind: 'other',
        decision: 'keep',
      });
      await change('DELETE', '/masking/mentions/{id}', undefined, { id: extra.id });
      // The words that were masked stand nowhere in the history.
      const subjects = (await led.served.study.operations({ limit: 50 })).map(({ subject }) => subject);
      expect(subjects.join(' ')).not.toMatch(/Grethe|Nakskov/);
    });
  });
