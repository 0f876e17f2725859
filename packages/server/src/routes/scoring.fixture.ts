import { describe, expect, test } from 'vitest';
import { get, led } from './led-study.fixture.js';

export const scoringRoutes = () =>
  describe('scoring', () => {
    type Scored = {
      rows: number;
      counts: number[][];
      unanswered: number;
      indicators: { name: string; column: string | null; unknown: unknown[] }[];
      first: { posterior: number[] | null; respondent: string | null }[];
    };
    const newcomers = 'id;ensom;udenfor;venner\n1;1;1;1\n2;2;2;2\n3;;;\n4;8;1;\n';
    const form = (fields: Record<string, string | File>) => {
      const data = new FormData();
      for (const [name, value] of Object.entries(fields)) data.set(name, value);
      return data;
    };
    const people = () => new File([newcomers], 'nye.csv');

    test('another wave of the study, a data file, and a saved model give the same classes', async () => {
      const own = await get<Scored>('POST', '/classes/score', {
        modelId: led.modelId,
        waveId: led.ids.waveId,
      });
      const list = await led.served.get<{ rows: { row: number; posterior: number[] }[] }>(
        'GET',
        `/api/classes/${led.modelId}/respondents`,
      );
      for (const { row, posterior } of list.rows)
        expect(own.first[row]!.posterior![0]).toBeCloseTo(posterior[0]!, 3);
      const scored = await get<Scored>(
        'POST',
        '/classes/score',
        form({ modelId: led.modelId, file: people() }),
      );
      expect(scored).toMatchObject({ rows: 4, unanswered: 1 });
      expect(scored.indicators[0]).toMatchObject({
        column: 'ensom',
        unknown: [{ value: 8, rows: 1, firstRow: 3 }],
      });
      expect(scored.first[2]).toMatchObject({ posterior: null, respondent: '3' });
      const saved = await led.served.ask('GET', `/files/models/${led.modelId}`);
      expect(saved.headers.get('content-disposition')).toContain('.model.json');
      const modelFile = new File([await saved.text()], 'to.model.json');
      const again = await get<Scored>('POST', '/classes/score', form({ modelFile, file: people() }));
      expect(again.first).toEqual(scored.first);
      const broken = await led.served.ask(
        'POST',
        '/api/classes/score',
        form({ modelFile: new File(['{}'], 'x.json'), file: people() }),
      );
      expect(await broken.json()).toMatchObject({ data: { code: 'models.no-models' } });
    });

    test('the placed are saved as a file, with who they are or with all they answered', async () => {
      const file = async (more: Record<string, string | File>) =>
        (
          await led.served.ask(
            'POST',
            '/api/classes/score/file',
            form({ modelId: led.modelId, file: people(), format: 'csv', ...more }),
          )
        ).text();
      const lines = (await file({})).trim().split('\r\n');
      expect(lines[0]).toBe('id,klasse,p_klasse1,p_klasse2,sikkerhed,besvaret,ulig_alle');
      expect(lines).toHaveLength(5);
      expect(lines[3]).toBe('3,,,,,0,0');
      const nameless = new File([newcomers.replaceAll(/^[^;]*;/gm, '')], 'uden.csv');
      expect(
        (await file({ file: nameless }))
          .split('\r\n')
          .slice(0, 2)
          .map((line) => line.slice(0, 8)),
      ).toEqual(['raekke,k', expect.stringMatching(/^1,[12],/)]);
      expect((await file({ all: 'true' })).split('\r\n')[0]).toBe(
        'id,ensom,udenfor,venner,klasse,p_klasse1,p_klasse2,sikkerhed,besvaret,ulig_alle',
      );
    });
  });
