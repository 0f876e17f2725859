import { describe, expect, test } from 'vitest';
import { TRANSCRIPT } from '../small-study.fixture.js';
import { change, get, led, refused } from './led-study.fixture.js';

export const reportRoutes = () =>
  describe('report', () => {
    test('chapters and blocks are made, moved and removed', async () => {
      led.chapterId = (await change('PUT', '/report/chapters', { parentId: null, title: 'Fund' })).id;
      const first = await change('PUT', '/report/chapters', {
        parentId: null,
        title: 'Indledning',
        position: 0,
      });
      const section = await change('PUT', '/report/chapters', { parentId: led.chapterId, title: 'Kaffe' });
      const empty = {
        chapterId: led.chapterId,
        kind: 'prose',
        text: 'En <b>indledning</b>.',
        sourceId: null,
        from: null,
        to: null,
        claimId: null,
        matrix: null,
      };
      const { from, to } = led.served.study.state.codings.get(led.codingId)!;
      await change('PUT', '/report/blocks', empty);
      led.blockId = (
        await change('PUT', '/report/blocks', {
          ...empty,
          kind: 'excerpt',
          text: 'Hun siger:',
          sourceId: led.ids.sourceId,
          from,
          to: to + 40,
        })
      ).id;
      await change('PUT', '/report/blocks', {
        ...empty,
        kind: 'matrix',
        text: 'Tabel',
        matrix: { rows: 'code', cols: 'phase', codes: [] },
      });
      await change('PUT', '/report/blocks', { ...empty, kind: 'classes', text: 'Klasser' });
      await change('PUT', '/report/blocks', { ...empty, kind: 'claim', text: '', claimId: led.claimId });
      await change('POST', '/report/blocks/{id}/move', { by: -1 }, { id: led.blockId });
      expect((await refused('POST', `/report/blocks/${led.blockId}/move`, { by: -1 })).code).toBe(
        'input.invalid',
      );
      const spare = await change('PUT', '/report/blocks', { ...empty, chapterId: section.id });
      await change('DELETE', '/report/blocks/{id}', undefined, { id: spare.id });
      type Printed = {
        chapters: { number: string; title: string; blocks: { kind: string }[] }[];
        excerpts: number;
      };
      const printed = await get<Printed>('GET', '/report');
      expect(printed.chapters.map(({ number, title }) => `${number} ${title}`)).toEqual([
        '1 Indledning',
        '2 Fund',
        '2.1 Kaffe',
      ]);
      expect(printed.chapters[1]!.blocks.map(({ kind }) => kind)).toEqual([
        'excerpt',
        'prose',
        'matrix',
        'classes',
        'claim',
      ]);
      await change('DELETE', '/report/chapters/{id}', undefined, { id: first.id });
    });

    test('a quote is traced to consent and original; the printed text is audited', async () => {
      const { steps } = await get<{ steps: { what: string; data: Record<string, unknown> }[] }>(
        'GET',
        '/report/trace/{blockId}',
        undefined,
        { blockId: led.blockId },
      );
      expect(steps.map(({ what }) => what)).toEqual([
        'block',
        'passage',
        'source',
        'participant',
        'consent',
        'operation',
        'original',
      ]);
      expect(steps[5]!.data).toMatchObject({ kind: 'transcript.import', actor: 'test' });
      expect(await get('GET', '/report/audit')).toHaveProperty('findings');
    });

    test('the printed page escapes what was said, counts persons and carries provenance', async () => {
      const response = await led.served.ask('GET', '/files/report.html');
      const page = await response.text();
      expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
      expect(page).not.toContain('<script');
      expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
      expect(page).toContain('En &lt;b&gt;indledning&lt;/b&gt;.');
      expect(page).toContain('(Asta, 24 år)');
      expect(page).toContain(`data-participant="${led.participantId}"`);
      expect(page).toContain('<td>få</td>');
      expect(page).toContain('<svg class="chart"');
      expect(page).not.toMatch(/Grethe|Nakskov|IP:/);
    });

    test('Word, plain text and the original can be saved', async () => {
      const word = new Uint8Array(await (await led.served.ask('GET', '/files/report.docx')).arrayBuffer());
      expect([...word.subarray(0, 2)]).toEqual([0x50, 0x4b]);
      const text = await (await led.served.ask('GET', '/files/report.txt')).text();
      expect(text).toContain('1 Fund');
      expect(text.replace(/\s+/g, ' ')).toContain('(Asta, 24 år)');
      const original = await led.served.ask('GET', `/files/originals/${led.ids.sourceId}`);
      expect(await original.text()).toBe(TRANSCRIPT);
      expect(original.headers.get('content-disposition')).toMatch(/^attachment; filename="01-asta.txt"/);
      expect((await led.served.ask('GET', '/files/originals/nothing')).status).toBe(404);
    });

    test('a chapter goes with its sections and blocks, and comes back', async () => {
      const before = await led.served.study.operationCount();
      await change('DELETE', '/report/chapters/{id}', undefined, { id: led.chapterId });
      expect(await led.served.study.operationCount()).toBe(before + 1);
      expect([led.served.study.state.chapters.size, led.served.study.state.blocks.size]).toEqual([0, 0]);
      await get('POST', '/history/undo', {});
      expect(led.served.study.state.blocks.size).toBe(5);
    });
  });
