import { insert, NO_PLACE, remove, update, type BagomError, type Draft } from '@bagom/core';
import { afterAll, describe, expect, it } from 'vitest';
import { blobOf } from './blobs.js';
import { ENGINES, POSTGRES } from './databases.fixture.js';
import { VERSION } from './migrations/index.js';
import { createStudy, openStudy, type Location } from './open-study.js';
import { code, coding, participant, source, TEXT } from './rows.fixture.js';
import type { StudyFile } from './study-file.js';

const STUDY = { title: 'Hjælp og håb', language: 'da', actor: 'Anna' } as const;
const codeOf = (work: Promise<unknown>): Promise<BagomError> =>
  work.then(
    () => Promise.reject(new Error('nothing was refused')),
    (error: BagomError) => error,
  );
const add = (study: StudyFile, id: string, parentId: string | null = null) =>
  study.commit('code.add', id, [insert('codes', code(id, { parentId }))]);

// Among the skipped when there is none: the store's tests then ran on SQLite and PGlite only.
it.skipIf(!POSTGRES)('a real PostgreSQL is named by BAGOM_TEST_POSTGRES', () => {
  expect(POSTGRES).toMatch(/^postgres(ql)?:/);
});

describe.each(ENGINES.map((engine) => engine()))('a study on $name', (engine) => {
  const open: StudyFile[] = [];
  const make = async (): Promise<{ at: Location; study: StudyFile }> => {
    const at = await engine.fresh();
    const study = await createStudy(at, STUDY);
    open.push(study);
    return { at, study };
  };
  const again = async (at: Location, mode: 'write' | 'read' = 'write'): Promise<StudyFile> => {
    const study = await openStudy(at, { mode, actor: 'Bo' });
    open.push(study);
    return study;
  };
  afterAll(async () => {
    await Promise.all(open.map((study) => study.close()));
    await engine.end();
  });

  it('begins with the operation that made it, which is never undone', async () => {
    const { study } = await make();
    expect([...study.state.studies.values()]).toMatchObject([{ title: 'Hjælp og håb', smallCell: 3 }]);
    expect(await study.operations()).toMatchObject([{ seq: 1, kind: 'study.create', actor: 'Anna' }]);
    expect(await study.undoable()).toBeNull();
    expect(await study.undo()).toBeNull();
    expect(await study.undo((await study.operations())[0]?.id)).toBeNull();
  });

  it('is there again, in the same order, after it was closed', async () => {
    const { at, study } = await make();
    await study.commit(
      'code.add',
      'three',
      ['c', 'a', 'b'].map((id) => insert('codes', code(id))),
    );
    await study.commit('code.remove', 'c', [remove('codes', 'c')]);
    await study.undo();
    const before = study.state;
    await study.close();
    const opened = await again(at);
    expect(opened.state).toEqual(before);
    expect([...opened.state.codes.keys()]).toEqual(['a', 'b', 'c']);
    expect(opened.location).toBe(study.location);
    expect(opened.actor).toBe('Bo');
  });

  it('takes the changes of one operation in any order, and all of them or none', async () => {
    const { study } = await make();
    await study.commit('code.add', 'child first', [
      insert('codes', code('child', { parentId: 'parent' })),
      insert('codes', code('parent')),
    ]);
    expect(study.state.codes.size).toBe(2);
    const drafts: Draft[] = [insert('codes', code('x')), insert('codes', code('y', { parentId: 'nobody' }))];
    expect(await codeOf(study.commit('code.add', 'x', drafts))).toMatchObject({
      code: 'row.missing',
      data: { id: 'nobody' },
    });
    expect(study.state.codes.size).toBe(2);
    expect(await study.operationCount()).toBe(2);
    await study.commit('code.remove', 'both', [remove('codes', 'parent'), remove('codes', 'child')]);
    expect(study.state.codes.size).toBe(0);
    expect(await study.verify()).toEqual([]);
  });

  it('refuses what does not fit the rows that are there', async () => {
    const { study } = await make();
    await add(study, 'a');
    await add(study, 'b', 'a');
    const refused = (draft: Draft) => codeOf(study.commit('code.edit', '', [draft]));
    expect(await refused(insert('codes', code('a')))).toMatchObject({
      code: 'row.exists',
      data: { table: 'codes', id: 'a' },
    });
    expect(await refused(update('codes', 'z', { name: 'z' }))).toMatchObject({ code: 'row.missing' });
    expect(await refused(remove('codes', 'z'))).toMatchObject({ code: 'row.missing' });
    expect(await refused(remove('codes', 'a'))).toMatchObject({
      code: 'row.in-use',
      data: { table: 'codes', id: 'a', by: 'codes' },
    });
    for (const name of ['half \uD83D', 'nul \0', 7, undefined]) {
      expect(await refused(update('codes', 'a', { name: name as string }))).toMatchObject({
        code: 'row.bad-value',
      });
    }
    expect(await refused(update('codes', 'a', { stranger: 1 } as never))).toMatchObject({
      code: 'row.bad-value',
    });
    expect(await refused(update('codes', 'a', { id: 'q' }))).toMatchObject({ code: 'row.bad-value' });
    expect(await study.operationCount()).toBe(3);
  });

  it('keeps every kind of value as it was', async () => {
    const { at, study } = await make();
    const original = await study.keepOriginal(new Uint8Array([1, 2, 3]));
    const column = blobOf(new Uint8Array(new Float64Array([1.5, Number.NaN]).buffer));
    const drafts: Draft[] = [
      insert('waves', {
        id: 'w',
        name: 'ø',
        year: null,
        respondents: 2,
        fileName: 'w.csv',
        original,
        questionnaireFile: null,
        questionnaire: null,
        design: null,
      }),
      insert('variables', {
        id: 'v',
        waveId: 'w',
        position: 0,
        name: 'q1',
        label: '“æ”\n🙂',
        kind: 'number',
        measure: 'nominal',
        labels: [{ value: 0.1, label: 'nul\0' }],
        userMissing: [-9],
        role: 'none',
        column: column.hash,
        recipe: null,
      }),
      insert('claims', {
        id: 'c',
        number: Number.MAX_SAFE_INTEGER,
        statement: '',
        quantifier: 'mange',
        group: { phase: 'young' },
        codes: [],
        chapterId: null,
        surveyFigure: '',
      }),
      insert('participants', participant('p')),
      insert('interviews', {
        id: 'i',
        participantId: 'p',
        heldAt: '2026-01-01',
        minutes: -0,
        place: '',
        interviewer: '',
        language: 'da',
        giftCard: true,
        state: 'held',
      }),
      insert('chapters', { id: 'ch', parentId: null, position: 1, title: 'Et' }),
      insert('blocks', {
        id: 'b',
        chapterId: 'ch',
        position: 1,
        kind: 'prose',
        text: '',
        sourceId: null,
        from: null,
        to: null,
        claimId: null,
        matrix: null,
      }),
    ];
    await study.commit('survey.import', 'half \uD83D.csv', drafts, [column]);
    const { state } = study;
    await study.close();
    const opened = await again(at);
    expect(opened.state).toEqual(state);
    expect(opened.state.variables.get('v')?.labels).toEqual([{ value: 0.1, label: 'nul\0' }]);
    expect(opened.state.interviews.get('i')?.giftCard).toBe(true);
    expect(await opened.original(original)).toEqual(new Uint8Array([1, 2, 3]));
    expect((await opened.blob(column.hash)).length).toBe(16);
    expect(await opened.verify()).toEqual([]);
  });

  it('gives rows that nobody can change behind the history', async () => {
    const { study } = await make();
    const mine = code('a');
    await study.commit('code.add', 'a', [insert('codes', mine)]);
    mine.name = 'changed afterwards';
    expect(study.state.codes.get('a')?.name).toBe('a');
    expect(() => study.state.studies.values().next().value?.quantifiers.pop()).toThrow(TypeError);
  });

  it('undoes and redoes step by step, over restarts', async () => {
    const { at, study } = await make();
    for (const id of ['a', 'b', 'c']) await add(study, id);
    expect(await study.undoable()).toMatchObject({ kind: 'code.add', subject: 'c' });
    expect(await study.undo()).toMatchObject({ sense: -1, subject: 'c' });
    expect(await study.undo()).toMatchObject({ sense: -1, subject: 'b' });
    await study.close();
    const opened = await again(at);
    expect([...opened.state.codes.keys()]).toEqual(['a']);
    expect(await opened.redoable()).toMatchObject({ subject: 'b' });
    expect(await opened.redo()).toMatchObject({ sense: 1, subject: 'b' });
    expect(await opened.redo()).toMatchObject({ subject: 'c' });
    expect(await opened.redo()).toBeNull();
    expect([...opened.state.codes.keys()]).toEqual(['a', 'b', 'c']);
    await opened.undo();
    await add(opened, 'd');
    expect(await opened.redoable()).toBeNull();
    expect(await opened.undo()).toMatchObject({ subject: 'd' });
    expect(await opened.undo()).toMatchObject({ subject: 'b' });
    expect(await opened.verify()).toEqual([]);
  });

  it('undoes any operation by its id, unless its rows were changed since', async () => {
    const { study } = await make();
    const first = await add(study, 'a');
    const second = await add(study, 'b');
    const edit = await study.commit('code.edit', 'a', [update('codes', 'a', { name: 'A' })]);
    expect(await codeOf(study.undo(first.id))).toMatchObject({
      code: 'history.changed-since',
      data: { kind: 'code.add', subject: 'a', table: 'codes', id: 'a' },
    });
    expect(await study.undo(second.id)).toMatchObject({ root: second.id, sense: -1 });
    expect(await study.undo(second.id)).toBeNull();
    expect(await study.undo(edit.id)).toMatchObject({ root: edit.id });
    await study.undo(first.id);
    expect(study.state.codes.size).toBe(0);
    await study.redo(first.id);
    expect(study.state.codes.get('a')?.name).toBe('a');
    expect(await codeOf(study.undo('nobody'))).toMatchObject({ code: 'row.missing' });
    await add(study, 'child', 'a');
    expect(await codeOf(study.undo(first.id))).toMatchObject({
      code: 'row.in-use',
      data: { id: 'a', by: 'codes' },
    });
  });

  it('notes down what changes no row, and passes over it when undoing', async () => {
    const { study } = await make();
    await add(study, 'a');
    await study.undo();
    await study.commit('report.export', 'report.docx', []);
    expect(await study.redo()).toMatchObject({ subject: 'a' });
    await study.commit('code.edit', 'nothing', [update('codes', 'a', { name: 'a' })]);
    expect(await study.undo()).toMatchObject({ subject: 'a', sense: -1 });
  });

  it('does commits that come at once one after the other', async () => {
    const { study } = await make();
    await Promise.all(Array.from({ length: 20 }, (_, i) => add(study, `c${i}`)));
    expect([...study.state.codes.keys()]).toEqual(Array.from({ length: 20 }, (_, i) => `c${i}`));
    expect((await study.operations({ limit: 3, before: 20 })).map(({ seq }) => seq)).toEqual([19, 18, 17]);
    expect(await study.verify()).toEqual([]);
  });

  it('leaves nothing behind when the database itself refuses, and goes on', async () => {
    const { at, study } = await make();
    await add(study, 'a');
    await engine.tamper(at, `delete from codes where id = 'a'`);
    expect(await codeOf(add(study, 'b', 'a'))).toMatchObject({ code: 'row.in-use' });
    const edit = study.commit('code.edit', 'a', [update('codes', 'a', { name: 'A' })]);
    expect(await codeOf(edit)).toMatchObject({ code: 'row.missing' });
    await add(study, 'c');
    expect([...study.state.codes.keys()]).toEqual(['a', 'c']);
    expect(await study.verify()).toMatchObject([{ code: 'row.lost', id: 'a' }]);
  });

  it.skipIf(engine.name !== 'PostgreSQL')(
    'takes the lock again after its connections were cut off',
    async () => {
      const { at, study } = await make();
      const cut = `select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'bagom ${process.pid} %'`;
      await engine.tamper(at, cut);
      await new Promise((resolve) => setTimeout(resolve, 100));
      const other = await again(at);
      await add(other, 'theirs');
      expect(await codeOf(add(study, 'mine'))).toMatchObject({ code: 'study.locked' });
      await other.close();
      await add(study, 'mine');
      expect([...study.state.codes.keys()]).toEqual(['theirs', 'mine']);
      expect(await study.verify()).toEqual([]);
    },
  );

  it('gives texts by source and version', async () => {
    const { study } = await make();
    const { drafts, blobs } = source('s');
    await study.commit('transcript.import', 's', drafts, blobs);
    expect(await study.sourceText('s')).toBe(TEXT);
    expect(await study.texts()).toEqual(new Map([['s', TEXT]]));
    expect(await codeOf(study.sourceText('s', 2))).toMatchObject({ code: 'row.missing' });
    expect(await codeOf(study.blob('0'.repeat(64)))).toMatchObject({ code: 'blob.missing' });
    expect(await codeOf(study.original('../../etc/passwd'))).toMatchObject({ code: 'blob.missing' });
    expect(await codeOf(study.commit('transcript.import', 't', source('t', 'other').drafts))).toMatchObject({
      code: 'blob.missing',
    });
    const forged = { hash: blobOf('a').hash, bytes: new TextEncoder().encode('b') };
    expect(await codeOf(study.commit('x.y', '', [], [forged]))).toMatchObject({ code: 'blob.damaged' });
  });

  it('lets others read beside the writer, and only read', async () => {
    const { at, study } = await make();
    await add(study, 'a');
    const reader = await again(at, 'read');
    expect(await codeOf(add(reader, 'b'))).toMatchObject({ code: 'study.read-only' });
    expect(await codeOf(reader.keepOriginal(new Uint8Array()))).toMatchObject({ code: 'study.read-only' });
    await add(study, 'b');
    expect(reader.state.codes.size).toBe(1);
    expect(await reader.refresh()).toBe(true);
    expect(await reader.refresh()).toBe(false);
    expect(reader.state).toEqual(study.state);
    expect(await reader.verify()).toEqual([]);
  });

  it.skipIf(!engine.sessions)('has one writer at a time, who is named', async () => {
    const { at, study } = await make();
    const refused = await codeOf(openStudy(at));
    expect(refused).toMatchObject({ code: 'study.locked', data: { pid: process.pid } });
    expect(String(refused.data.since)).toMatch(/^\d{4}-\d\d-\d\dT/);
    expect(refused.data.host).toBeTruthy();
    await study.close();
    await add(await again(at), 'a');
  });

  it('is not made where one is, and not found where none is', async () => {
    const { at, study } = await make();
    expect(await codeOf(createStudy(at, STUDY))).toMatchObject({ code: 'study.exists' });
    await add(study, 'still whole');
    expect(await codeOf(openStudy(await engine.fresh()))).toMatchObject({ code: 'study.not-found' });
  });

  it('is refused when it is of a newer version, or of none', async () => {
    const { at, study } = await make();
    await study.close();
    await engine.tamper(at, `update meta set value = '99' where key = 'version'`);
    expect(await codeOf(openStudy(at))).toMatchObject({
      code: 'study.newer-version',
      data: { version: 99, known: VERSION },
    });
    await engine.tamper(at, `update meta set value = 'other' where key = 'format'`);
    expect(await codeOf(openStudy(at))).toMatchObject({ code: 'study.not-a-study' });
  });

  describe('verify', () => {
    const whole = async (): Promise<{ at: Location; study: StudyFile }> => {
      const { at, study } = await make();
      const { drafts, blobs } = source('s');
      await study.commit('transcript.import', 's', drafts, blobs);
      await study.commit('code.add', 'a', [
        insert('codes', code('a')),
        insert('coders', { id: 'A', name: 'A', initials: 'A' }),
      ]);
      await study.commit('coding.add', 'a', [insert('codings', coding('k', { from: 57, to: 62 }))]);
      expect(await study.verify()).toEqual([]);
      return { at, study };
    };
    const found = async (sql: string) => {
      const { at, study } = await whole();
      await engine.tamper(at, sql);
      return study.verify();
    };

    it.each([
      [
        'a changed row',
        `update codes set name = 'other'`,
        { code: 'row.tampered', table: 'codes', id: 'a', data: { columns: ['name'] } },
      ],
      ['a lost row', `delete from codings`, { code: 'row.lost', table: 'codings', id: 'k' }],
      [
        'a row from nowhere',
        `insert into coders (id, name, initials) values ('X', 'X', 'X')`,
        { code: 'row.unexplained', id: 'X' },
      ],
      [
        'a changed actor',
        `update operations set actor = 'Eve' where seq = 3`,
        { code: 'history.chain-broken', seq: 3 },
      ],
      [
        'an operation cut out',
        `delete from operations where seq = 3`,
        { code: 'history.chain-broken', seq: 4 },
      ],
      [
        'an operation cut off',
        `delete from operations where seq = 4`,
        { code: 'history.chain-broken', seq: 4, data: { why: 'end' } },
      ],
      ['a lost blob', `delete from blobs`, { code: 'blob.missing', table: 'sourceVersions', id: 's-1' }],
      [
        'a pointer to nothing',
        `delete from codes`,
        {
          code: 'row.dangling',
          table: 'codings',
          id: 'k',
          data: { column: 'codeId', to: 'codes', toId: 'a' },
        },
      ],
    ])('finds %s', async (_, sql, problem) => {
      expect(await found(sql)).toContainEqual(expect.objectContaining(problem));
    });

    it('finds a changed blob', async () => {
      const bytes = engine.name === 'SQLite' ? `x'00'` : `'\\x00'`;
      const problems = await found(`update blobs set bytes = ${bytes}`);
      expect(problems.map(({ code }) => code)).toContain('blob.damaged');
    });

    it('finds spans outside of their text or on other words, and memos about nothing', async () => {
      const { study } = await whole();
      const memo = { title: '', body: '', coderId: null, createdAt: '', ...NO_PLACE };
      const wish = { need: '', arena: 'general', status: 'dream', elicitation: 'asked' } as const;
      await study.commit('x.y', 'wrong', [
        insert('participants', participant('p')),
        insert('codings', coding('outside', { from: 70, to: 700 })),
        insert('codings', coding('words', { quoteHash: 'x' })),
        insert('codings', coding('version', { version: 2 })),
        insert('memos', { id: 'm', about: 'code', aboutId: 'gone', ...memo }),
        insert('wishes', { id: 'w', participantId: 'p', sourceId: 's', from: 5, to: 5, ...wish }),
        insert('waves', {
          id: 'w',
          name: '',
          year: null,
          respondents: 0,
          fileName: '',
          original: 'f'.repeat(64),
          questionnaireFile: null,
          questionnaire: null,
          design: null,
        }),
      ]);
      expect((await study.verify()).map(({ code, id }) => `${code} ${id}`)).toEqual([
        'span.outside-text outside',
        'span.other-words words',
        'span.no-version version',
        'span.outside-text w',
        'memo.orphan m',
        'original.missing w',
      ]);
    });
  });
});
