import { describe, expect, test } from 'vitest';
import { change, get, led, refused } from './led-study.fixture.js';

export const comparisonRoutes = () =>
  describe('comparison and claims', () => {
    test('a matrix counts persons; its passages are the published words', async () => {
      const spec = { rows: 'code', cols: 'phase', codes: [] };
      expect(await get('POST', '/comparison/matrix', { spec })).toMatchObject({
        n: 1,
        cells: [{ col: 'young', persons: 1 }],
      });
      type Found = { total: number; persons: number; passages: { text: string; mayPrint: boolean }[] };
      const found = await get<Found>('POST', '/comparison/passages', {
        codes: [led.codeId],
        group: { phase: 'young' },
      });
      expect(found).toMatchObject({
        total: 1,
        persons: 1,
        passages: [{ text: 'Jeg var hos Ulla i [bynavn].', mayPrint: true }],
      });
    });

    test('wishes and barriers', async () => {
      const { from, to } = led.served.study.state.codings.get(led.codingId)!;
      const wish = {
        participantId: led.participantId,
        need: 'En havegang',
        arena: 'peers',
        status: 'unmet',
        elicitation: 'asked',
        sourceId: led.ids.sourceId,
        from,
        to,
      };
      const saved = await change('PUT', '/comparison/wishes', wish);
      const barrier = {
        participantId: led.participantId,
        barrier: 'Lukker tidligt',
        locus: 'offer',
        sourceId: null,
        from: null,
        to: null,
      };
      const other = await change('PUT', '/comparison/barriers', barrier);
      expect(await get('GET', '/comparison/wishes')).toMatchObject({
        wishes: [{ pseudonym: 'Asta', quote: 'Jeg var hos Ulla i [bynavn].' }],
        barriers: [{ quote: null }],
      });
      await change('DELETE', '/comparison/wishes/{id}', undefined, { id: saved.id });
      await change('DELETE', '/comparison/barriers/{id}', undefined, { id: other.id });
    });

    test('a claim with evidence and literature goes in one operation', async () => {
      const claim = {
        statement: 'Nogle ses over kaffe.',
        quantifier: 'nogle',
        group: { phase: 'young' },
        codes: [led.codeId],
        chapterId: null,
        surveyFigure: '',
      };
      led.claimId = (await change('PUT', '/claims', claim)).id;
      const tied = await change(
        'POST',
        '/claims/{claimId}/evidence',
        { codingId: led.codingId, stance: 'for' },
        { claimId: led.claimId },
      );
      const work = {
        authors: 'Putnam',
        year: 2000,
        title: 'Bowling Alone',
        about: '',
        targetGroup: '',
        intervention: '',
      };
      const reference = await change('PUT', '/claims/references', work);
      await change(
        'POST',
        '/claims/{claimId}/references',
        { referenceId: reference.id, relation: 'agrees' },
        { claimId: led.claimId },
      );
      const read = await get<{ claims: { assessment: object; evidence: { passage: { text: string } }[] }[] }>(
        'GET',
        '/claims',
      );
      expect(read.claims[0]).toMatchObject({
        number: 1,
        assessment: { of: 1, problems: ['quantifier-too-strong'] },
      });
      expect(read.claims[0]!.evidence[0]!.passage.text).toContain('Ulla');
      await change('DELETE', '/claims/evidence/{id}', undefined, { id: tied.id });
      await change(
        'POST',
        '/claims/{claimId}/evidence',
        { codingId: led.codingId, stance: 'against' },
        { claimId: led.claimId },
      );
      expect((await refused('DELETE', `/transcripts/${led.ids.sourceId}`)).en).toContain(
        'evidence of claims: 1',
      );
      expect((await refused('DELETE', `/claims/references/${reference.id}`)).code).toBe('reference.in-use');
      const [tie] = [...led.served.study.state.claimReferences.keys()];
      await change('DELETE', '/claims/reference-ties/{id}', undefined, { id: tie! });
      await change('DELETE', '/claims/references/{id}', undefined, { id: reference.id });
      expect(led.served.study.state.references.size).toBe(0);
      for (let step = 0; step < 2; step++) await change('POST', '/history/undo', {});
      const before = await led.served.study.operationCount();
      await change('DELETE', '/claims/{id}', undefined, { id: led.claimId });
      expect(await led.served.study.operationCount()).toBe(before + 1);
      expect([led.served.study.state.evidence.size, led.served.study.state.claimReferences.size]).toEqual([
        0, 0,
      ]);
      await get('POST', '/history/undo', {});
      expect(led.served.study.state.evidence.size).toBe(1);
    });
  });
