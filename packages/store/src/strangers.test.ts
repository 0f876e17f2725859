import {
  FIRST_HASH,
  hashedPart,
  insert,
  TABLE_NAMES,
  type BagomError,
  type Change,
  type Operation,
} from '@bagom/core';
import { sha256 } from './blobs.js';
import {
  chmod,
  copyFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINES } from './databases.fixture.js';
import { checkedVersion } from './migrations/index.js';
import { newId } from './new-id.js';
import { openSqliteDatabase } from './node-sqlite.js';
import { createStudy, openStudy } from './open-study.js';
import { openPostgres } from './postgres.js';
import { columnsOf } from './schema.js';
import { openSqlite } from './sqlite.js';

const STUDY = { title: 't', language: 'da', actor: 'x' } as const;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bagom-strangers-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What refused to open, and that it touched nothing. */
async function refusal(path: string, mode: 'write' | 'read'): Promise<BagomError> {
  const before = [await readdir(join(path, '..')), await readFile(path).catch(() => null)];
  const error = await openStudy(path, { mode }).then(
    () => Promise.reject(new Error('it was opened')),
    (refused: BagomError) => refused,
  );
  expect([await readdir(join(path, '..')), await readFile(path).catch(() => null)]).toEqual(before);
  return error;
}

describe.each(['write', 'read'] as const)('opening to %s what is no study changes nothing', (mode) => {
  const at = (name: string): string => join(folder, name);
  it.each<[string, (path: string) => Promise<unknown>, string]>([
    ['nothing', async () => {}, 'study.not-found'],
    ['an empty file', (path) => writeFile(path, ''), 'study.not-a-study'],
    ['a text', (path) => writeFile(path, 'Hej. '.repeat(100)), 'study.not-a-study'],
    ['a folder', (path) => mkdir(path), 'study.not-a-study'],
    [
      'another SQLite database',
      async (path) => {
        const database = await openSqliteDatabase(path);
        database.exec('create table t (a)');
        database.close();
      },
      'study.not-a-study',
    ],
    [
      'a study cut short',
      async (path) => {
        await (await createStudy(path, STUDY)).close();
        await truncate(path, 40_000);
      },
      'study.not-a-study',
    ],
    [
      'a study with its inside overwritten',
      async (path) => {
        await (await createStudy(`${path}.whole`, STUDY)).close();
        const bytes = await readFile(`${path}.whole`);
        await writeFile(path, bytes.fill(0xab, 100));
      },
      'study.not-a-study',
    ],
  ])('%s', async (name, make, code) => {
    const path = at(`${mode} ${name}`);
    await make(path);
    expect(await refusal(path, mode)).toMatchObject({ code, data: { location: path } });
  });
});

describe('a study file', () => {
  it('is one plain file when it is closed', async () => {
    const path = join(folder, 'alone', 'a.bagom');
    await mkdir(join(folder, 'alone'));
    const study = await createStudy(path, STUDY);
    expect((await readdir(join(folder, 'alone'))).sort()).toEqual([
      'a.bagom',
      'a.bagom-shm',
      'a.bagom-wal',
      'a.bagom.lock',
    ]);
    await study.keepOriginal(new TextEncoder().encode('x'));
    await study.close();
    expect((await readdir(join(folder, 'alone'))).sort()).toEqual(['a.bagom', 'a.media']);
  });

  it('is copied with its media, and an original that was changed is told', async () => {
    const study = await createStudy(join(folder, 'm.bagom'), STUDY);
    const hash = await study.keepOriginal(new TextEncoder().encode('words'));
    const path = join(folder, 'm.media', hash.slice(0, 2), hash);
    expect(await readFile(path, 'utf8')).toBe('words');
    await writeFile(path, 'other');
    await expect(study.original(hash)).rejects.toMatchObject({ code: 'blob.damaged' });
    await study.close();
  });

  it('is not made in a folder that is not there, and leaves nothing behind', async () => {
    const path = join(folder, 'no', 'such', 'a.bagom');
    await expect(createStudy(path, STUDY)).rejects.toMatchObject({ code: 'database.unreachable' });
  });

  it.skipIf(process.getuid?.() === 0)('is read where nothing may be written', async () => {
    const inside = join(folder, 'archive');
    await mkdir(inside);
    await (await createStudy(join(folder, 'r.bagom'), STUDY)).close();
    await copyFile(join(folder, 'r.bagom'), join(inside, 'r.bagom'));
    await chmod(join(inside, 'r.bagom'), 0o444);
    await chmod(inside, 0o555);
    const study = await openStudy(join(inside, 'r.bagom'), { mode: 'read' });
    expect(study.state.studies.size).toBe(1);
    await study.close();
    await chmod(inside, 0o755);
  });
});

it('a PostgreSQL that does not answer is told, without the password', async () => {
  const error = await openStudy('postgres://me:secret@127.0.0.1:9/none').catch(
    (refused: BagomError) => refused,
  );
  expect(error).toMatchObject({ code: 'database.unreachable' });
  expect(JSON.stringify(error)).not.toContain('secret');
});

it('migrations count up by one from one', () => {
  expect(checkedVersion([{ number: 1 }, { number: 2 }])).toBe(2);
  expect(() => checkedVersion([{ number: 1 }, { number: 3 }])).toThrow('3 stands where 2 belongs');
});

it('ids sort in the order in which they were made, and never meet', () => {
  const ids = Array.from({ length: 20_000 }, newId);
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids[0]).toMatch(/^[0-9a-z]{26}$/);
});

describe.each(ENGINES.map((engine) => engine()))('the migrations on $name', (engine) => {
  afterAll(() => engine.end());

  it('make exactly the columns of the study: a changed table needs a migration', async () => {
    const at = await engine.fresh();
    await (await createStudy(at, STUDY)).close();
    const place = engine.name === 'SQLite' ? await openSqlite(at as string, 'read') : await openPostgres(at);
    const schema = typeof at === 'string' ? (/schema=(.*)/.exec(at)?.[1] ?? undefined) : at.schema;
    const there = await place.database.introspection.getTables();
    await place.close();
    for (const name of TABLE_NAMES) {
      const table = there.find(
        (found) => found.name === name && (schema === undefined || found.schema === schema),
      );
      const columns = Object.fromEntries(
        table?.columns.map((column) => [column.name, column.isNullable]) ?? [],
      );
      delete columns.ordinal;
      expect({ name, columns }).toEqual({
        name,
        columns: Object.fromEntries(
          columnsOf(name).map(([column, { nullable = false }]) => [column, nullable]),
        ),
      });
    }
  });

  it('bring a study of version 1 up: it is whole, and what was done before can be undone and done again', async () => {
    const at = await engine.fresh();
    const study = await createStudy(at, STUDY);
    const wave = {
      id: 'w',
      name: '2017',
      year: 2017,
      respondents: 0,
      fileName: '',
      original: '',
      questionnaireFile: null,
      questionnaire: null,
      design: null,
    };
    await study.commit('survey.import', 'x.csv', [insert('waves', wave)]);
    const operations = (await study.operations()).toReversed();
    await study.close();
    await engine.tamper(at, asVersion1(operations));

    const later = await openStudy(at);
    expect(later.state.waves.get('w')).toEqual(wave);
    expect(await later.verify()).toEqual([]);
    await later.undo();
    expect(later.state.waves.size).toBe(0);
    await later.redo();
    expect(later.state.waves.get('w')).toEqual(wave);
    expect(await later.verify()).toEqual([]);
    await later.close();
  });
});

/** SQL that makes a study what a program of version 1 would have left: no later column, nor in the history. */
function asVersion1(operations: readonly Operation[]): string {
  const quoted = (value: string) => `'${value.replaceAll("'", "''")}'`;
  const lines = [
    ...[
      'examples',
      '"mergeConflicts"',
      '"mergedCopies"',
      'resolutions',
      '"doubleCodings"',
      'bookmarks',
      '"memoLinks"',
      '"codeEvents"',
      '"lostSpans"',
      'recordings',
    ]
      .concat('invitations', '"classAnalyses"')
      .map((table) => `drop table ${table}`),
    ...['version', 'from', 'to', 'quoteHash'].map((column) => `alter table memos drop column "${column}"`),
    ...['shortName', 'status'].map((column) => `alter table codes drop column "${column}"`),
    ...['design', 'questionnaire', '"questionnaireFile"'].map(
      (column) => `alter table waves drop column ${column}`,
    ),
    'alter table variables drop column recipe',
    'alter table "classModels" drop column settings',
    'alter table "classModels" drop column reason',
  ];
  let previous = FIRST_HASH;
  for (const operation of operations) {
    const changes = JSON.parse(
      JSON.stringify(operation.changes).replaceAll(/,"(design|questionnaire|questionnaireFile)":null/g, ''),
    ) as Change[];
    const hash = sha256(hashedPart({ ...operation, changes, previous }));
    lines.push(
      `update operations set changes = ${quoted(JSON.stringify(changes))}, previous = '${previous}', hash = '${hash}' where seq = ${operation.seq}`,
    );
    previous = hash;
  }
  const head = JSON.stringify({ seq: operations.length, hash: previous });
  lines.push(`update meta set value = ${quoted(head)} where key = 'head'`);
  lines.push(`update meta set value = '1' where key = 'version'`);
  return lines.join('; ');
}
