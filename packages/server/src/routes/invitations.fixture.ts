import { describe, expect, test } from 'vitest';
import { change, get, led, refused, type Changed } from './led-study.fixture.js';

export const invitationsRoutes = () =>
  describe('invitations', () => {
    type Cell = { names: string[]; wanted: number; available: number; listed: number; drawn: number };
    type Drawn = { cells: Cell[]; operation: { kind: string; subject: string } | null };
    type Listed = {
      id: string;
      row: number;
      respondent: string;
      quota: Record<string, string>;
      state: string;
    };
    const list = async () =>
      (await get<{ invitations: Listed[] }>('GET', '/fieldwork/invitations')).invitations;
    const person = {
      pseudonym: 'Rut',
      age: 41,
      phase: 'adult',
      gender: 'f',
      background: null,
      situation: '',
    };

    test('are drawn by quota and seed, looked at first; who is listed is not drawn again', async () => {
      const variables = [...led.served.study.state.variables.values()];
      const named = (name: string) => variables.find((one) => one.name === name)!.id;
      const draw = {
        modelId: led.modelId,
        class: 2,
        least: 0.5,
        axes: [
          {
            variableId: named('alder'),
            groups: [
              { name: '18-40', values: [], range: { from: 18, to: 40 } },
              { name: '41+', values: [], range: { from: 41, to: null } },
            ],
          },
          { variableId: named('ensom'), groups: [{ name: 'ja', values: [1], range: null }] },
        ],
        wanted: [2, 100],
        seed: 7,
      };
      const before = await led.served.study.operationCount();
      const preview = await get<Drawn>('POST', '/fieldwork/invitations', { ...draw, preview: true });
      expect([preview.operation, await led.served.study.operationCount()]).toEqual([null, before]);
      expect(preview.cells.map(({ names }) => names)).toEqual([
        ['18-40', 'ja'],
        ['41+', 'ja'],
      ]);
      const [young, old] = preview.cells;
      expect([young!.drawn, old!.drawn]).toEqual([2, old!.available]);
      expect(old!.available).toBeLessThan(100);
      const drawn = await get<Drawn>('POST', '/fieldwork/invitations', draw);
      expect(drawn.cells).toEqual(preview.cells);
      expect(drawn.operation).toMatchObject({
        kind: 'invitation.draw',
        subject: `udsatte: ${2 + old!.drawn}, mindst 50 %, frø 7`,
      });
      const first = await list();
      expect(first).toHaveLength(2 + old!.drawn);
      for (const { row, respondent, quota } of first) {
        expect(respondent).toBe(String(row + 1));
        expect(quota).toEqual({ alder: 18 + (row % 50) <= 40 ? '18-40' : '41+', ensom: 'ja' });
      }
      const rest = await get<Drawn>('POST', '/fieldwork/invitations', { ...draw, preview: true, seed: 8 });
      expect(rest.cells.map(({ available, listed }) => [available, listed])).toEqual([
        [young!.available - 2, 2],
        [0, old!.drawn],
      ]);
      expect((await refused('POST', '/fieldwork/invitations', { ...draw, wanted: [1] })).code).toBe(
        'input.invalid',
      );
      expect((await refused('POST', '/fieldwork/invitations', { ...draw, wanted: [0, 0] })).code).toBe(
        'invitations.none',
      );
      await get('POST', '/history/undo', {});
      expect(await list()).toEqual([]);
      await get('POST', '/history/redo', {});
      expect((await list()).map(({ row }) => row)).toEqual(first.map(({ row }) => row));
      expect((await refused('DELETE', `/classes/${led.modelId}`)).code).toBe('class-model.in-use');
    });

    test('go from listed to agreed; who was contacted stays on the list', async () => {
      const [one, two, three] = await list();
      await change('PATCH', '/fieldwork/invitations', { ids: [one!.id, two!.id], state: 'contacted' });
      await change('PATCH', '/fieldwork/invitations', {
        ids: [one!.id],
        state: 'agreed',
        note: 'ringer tirsdag',
      });
      expect((await list())[0]).toMatchObject({ state: 'agreed', note: 'ringer tirsdag' });
      expect((await refused('DELETE', `/fieldwork/invitations/${two!.id}`)).code).toBe(
        'invitation.contacted',
      );
      await change('DELETE', '/fieldwork/invitations/{id}', undefined, three);
      expect((await list()).map(({ id }) => id)).not.toContain(three!.id);
    });

    test('the office gets who is meant: no answers, and no class that it did not ask for', async () => {
      const rows = await list();
      const csv = async (query: string) =>
        (await led.served.ask('GET', `/files/invitations.csv?${query}`)).text();
      const plain = await csv('states=agreed,contacted');
      expect(plain).toBe(`respondent\r\n${rows[0]!.respondent}\r\n${rows[1]!.respondent}\r\n`);
      expect(await csv('states=contacted&class=true')).toBe(
        `respondent;klasse\r\n${rows[1]!.respondent};udsatte\r\n`,
      );
      expect(await csv('states=refused')).toContain('nobody on the list');
    });

    test('one who agreed becomes a participant; which respondent it was is in the key file alone', async () => {
      const [agreed, contacted] = await list();
      const join = (id: string, more: object = {}) =>
        [`/fieldwork/invitations/${id}/participant`, { ...person, ...more }] as const;
      expect((await refused('POST', ...join(contacted!.id))).code).toBe('invitation.not-agreed');
      await get('DELETE', '/fieldwork/names');
      expect((await refused('POST', ...join(agreed!.id))).code).toBe('invitation.no-link');
      const unlinked = await led.served.get<Changed & { link: null }>('POST', `/api${join(agreed!.id)[0]}`, {
        ...person,
        withoutLink: true,
      });
      expect(unlinked).toMatchObject({ link: null, operation: { kind: 'participant.save', subject: 'Rut' } });
      expect(led.served.study.state.participants.get(unlinked.id)).toMatchObject({
        channel: 'respondent',
        surveyClass: 'udsatte',
        siteId: null,
      });
      // Truth 3: the class says nothing about complexity.
      expect(
        [...led.served.study.state.judgements.values()].filter((j) => j.participantId === unlinked.id),
      ).toEqual([]);
      await get('POST', '/history/undo', {});
      await get('POST', '/fieldwork/names', { passphrase: 'hestehale' });
      const linked = await get<Changed & { link: string }>(
        'POST',
        '/fieldwork/invitations/{id}/participant',
        person,
        agreed,
      );
      expect(linked.link).toBe(`${led.ids.waveId} ${agreed!.row}`);
      const { names } = await get<{ names: { id: string; field: string; value: string }[] }>(
        'POST',
        '/fieldwork/names',
        { passphrase: 'hestehale' },
      );
      expect(names).toContainEqual({
        table: 'participants',
        id: linked.id,
        field: 'respondent',
        value: linked.link,
      });
      expect((await refused('POST', ...join(agreed!.id))).code).toBe('invitation.has-participant');
      // Nothing in the study, its history included, ties the two together.
      const told = (await led.served.study.operations())
        .filter(({ changes }) => changes.some(({ id }) => id === linked.id))
        .map((operation) => JSON.stringify(operation));
      expect(told).toHaveLength(1);
      expect(told[0]).not.toContain(agreed!.id);
      expect(told[0]).not.toContain(linked.link);
      const link = { table: 'participants', id: linked.id, field: 'respondent' };
      expect(
        (await refused('PUT', '/fieldwork/names', { ...link, value: `${led.ids.waveId} 60` })).code,
      ).toBe('input.invalid');
      await get('PUT', '/fieldwork/names', { ...link, value: null });
      await change('DELETE', '/fieldwork/participants/{id}', undefined, linked);
    });
  });
