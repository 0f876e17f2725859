import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { readSurveyFile } from '@bagom/formats';
import { beforeAll, describe, expect, test } from 'vitest';
import { json, run, temporaryFolder } from '../run-line.fixture.js';

// Posteriors of new people by independent arithmetic; they live next to the repository, not in it.
const folder = new URL('../../../../../shared/reference/lca/', import.meta.url);
const present = existsSync(new URL('README.md', folder));

interface Scored {
  classes: number;
  rows: number;
  scores: {
    row: number;
    modal: number | null;
    posterior: number[] | null;
    certainty: string | null;
    answered: number;
    unlike: boolean;
    loglik: number;
  }[];
  unknown: { name: string; value: number | string; rows: number; firstRow: number }[];
}

const at = temporaryFolder();
const put = (name: string, text: string) => {
  writeFileSync(at(name), text);
  return at(name);
};
const model = at('model.json');

beforeAll(async () => {
  // Two kinds of people by a rule; the answers are words, 5 and 7, and 1 and 2.
  const rows = Array.from({ length: 120 }, (_, i) => {
    const apart = i % 3 === 0;
    const yes = (item: number) => ((i * 7 + item * 5) % 10 === 0 ? !apart : apart);
    return [yes(1) ? 'ja' : 'nej', yes(2) ? 7 : 5, yes(3) ? 1 : 2, yes(4) ? 1 : 2].join(',');
  });
  const data = put('data.csv', ['a,b,c,d', ...rows].join('\n'));
  await run('classes', data, '--items', 'a,b,c,d', '--classes', '1-2', '--starts', '20', '--json', model);
});

describe.skipIf(!present)('against posteriors computed elsewhere (skipped when ../shared is absent)', () => {
  const expected = JSON.parse(
    present ? readFileSync(new URL('scoring/expected_scoring.json', folder), 'utf8') : '{}',
  ) as Record<
    string,
    { items: string[]; new: { pattern: (number | null)[]; posterior: number[]; loglik: number }[] }
  >;

  test.each([
    ['gss82_k3', 'gss82.csv', 'fiml'],
    ['election_k3_fiml', 'election.csv', 'fiml'],
  ])('%s: people with and without all answers', async (name, data, missing) => {
    const { items, new: people } = expected[name]!;
    const file = at(`${name}.json`);
    const line = [new URL(data, folder).pathname, '--items', items.join(','), '--missing', missing];
    await run('classes', ...line, '--classes', '3', '--starts', '100', '--tol', '1e-12', '--json', file);
    const fresh = put(
      `${name}.csv`,
      [items.join(','), ...people.map(({ pattern }) => pattern.map((code) => code ?? '').join(','))].join(
        '\n',
      ),
    );
    const { scores } = await json<Scored>('score', file, fresh);
    // Classes stand by size there too; people unlike anyone are placed by how small a zero is, which is convention.
    for (const [i, { posterior, loglik }] of people.entries()) {
      const own = scores[i]!;
      if (own.unlike) continue;
      expect(own.posterior).toEqual(posterior.map((p) => expect.closeTo(p, 3)));
      expect(own.loglik).toBeCloseTo(loglik, 2);
    }
    expect(scores.some(({ answered }) => answered < items.length)).toBe(true);
  });
});

test('people are placed by name and value, whatever the order of the columns', async () => {
  const fresh = put('fresh.csv', 'd,c,b,a,more\n1,1,7,ja,x\n2,2,5,nej,y\n,,,,z\n2,,,nej,w\n');
  const { classes, rows, scores } = await json<Scored>('score', model, fresh, '--classes', '2');
  expect([classes, rows, scores.map(({ modal }) => modal)]).toEqual([2, 4, [2, 1, null, 1]]);
  expect(scores.map(({ answered }) => answered)).toEqual([4, 4, 0, 2]);
  // Who answered nothing has no class.
  expect([scores[2]!.posterior, scores[2]!.certainty]).toEqual([null, null]);
  expect(scores[0]!.certainty).toBe('sure');
  const { out } = await run('score', model, fresh, '--lang', 'en');
  expect(out).toContain('lowest BIC');
  expect(out).toContain('without any answer: 1');
});

test('a value that the model does not know is refused with variable, value and row, or taken as missing', async () => {
  const strange = put('strange.csv', 'a,b,c,d\nja,7,1,1\nmåske,7,1,3\nmåske,6,1,1\n');
  const { code, err } = await run('score', model, strange, '--lang', 'en', '--out', at('never.csv'));
  expect(code).toBe(1);
  for (const words of [
    'a has the value måske in row 2',
    'rows in all: 2',
    'ja, nej',
    'b 6',
    'd 3',
    '--unknown missing',
  ])
    expect(err).toContain(words);
  expect(existsSync(at('never.csv'))).toBe(false);
  const { unknown, scores } = await json<Scored>('score', model, strange, '--unknown', 'missing');
  expect(unknown).toEqual([
    { name: 'a', value: 'måske', rows: 2, firstRow: 2 },
    { name: 'b', value: 6, rows: 1, firstRow: 3 },
    { name: 'd', value: 3, rows: 1, firstRow: 2 },
  ]);
  expect(scores.map(({ answered }) => answered)).toEqual([4, 2, 2]);
});

test.each(['.csv', '.sav', '.dta'])('the data go home with their classes in a %s file', async (ending) => {
  const fresh = put('home.csv', 'id,a,b,c,d,klasse\n10,ja,7,1,1,3\n11,nej,5,2,2,4\n12,,,,,5\n');
  const out = at(`placed${ending}`);
  expect((await run('score', model, fresh, '--classes', '2', '--out', out)).code).toBe(0);
  const { columns, rows } = readSurveyFile(readFileSync(out), out);
  expect([rows, columns.map(({ name }) => name)]).toEqual([
    3,
    [
      'id',
      'a',
      'b',
      'c',
      'd',
      'klasse',
      'klasse_2',
      'p_klasse1',
      'p_klasse2',
      'sikkerhed',
      'besvaret',
      'ulig_alle',
    ],
  ]);
  expect([...(columns[6]!.values as Float64Array)]).toEqual([2, 1, NaN]);
  const labels = columns[6]!.kind === 'number' ? columns[6]!.labels.map(({ label }) => label) : [];
  expect(labels).toEqual(ending === '.csv' ? [] : ['Klasse 1', 'Klasse 2']);
});

describe('a model file is hostile until it is read', () => {
  const good = () =>
    JSON.parse(readFileSync(model, 'utf8')) as Record<string, unknown> & {
      models: Record<string, unknown>[];
      data: { items: Record<string, unknown>[] };
    };
  const cases: Record<string, [change: (file: ReturnType<typeof good>) => unknown, code: string]> = {
    'no JSON': [() => 'not json', 'models.damaged'],
    'JSON of something else': [() => ({ hello: 1 }), 'models.no-models'],
    'a newer version': [(file) => ({ ...file, version: 2 }), 'models.newer'],
    'no models': [(file) => ({ ...file, models: [] }), 'models.damaged'],
    'a model that is a number': [(file) => ({ ...file, models: [7] }), 'models.damaged'],
    'shares that do not sum to one': [
      (file) => ({ ...file, models: [{ ...file.models[1], shares: [0.5, 0.6] }] }),
      'models.damaged',
    ],
    'a probability of two': [
      (file) => ({ ...file, models: [{ ...file.models[1], probs: [[[2, -1]]] }] }),
      'models.damaged',
    ],
    'a billion classes': [
      (file) => ({ ...file, models: [{ ...file.models[1], classes: 1e9 }] }),
      'models.damaged',
    ],
    'two values alike': [
      (file) => ({ ...file, data: { items: file.data.items.map((item) => ({ ...item, values: [1, 1] })) } }),
      'models.damaged',
    ],
    'indicators without names': [
      (file) => ({ ...file, data: { items: [{}, {}, {}, {}] } }),
      'models.damaged',
    ],
    'a model that is not identified': [
      (file) => ({ ...file, models: [{ ...file.models[1], identified: false }] }),
      'classes.not-identified',
    ],
  };
  test.each(Object.entries(cases))('%s', async (_, [change, code]) => {
    const changed = change(good());
    const bad = put('bad.json', typeof changed === 'string' ? changed : JSON.stringify(changed));
    const fresh = put('any.csv', 'a,b,c,d\nja,7,1,1\nnej,5,2,2\n');
    const told = await run('score', bad, fresh, '--json');
    expect([told.code, (JSON.parse(told.out) as { error: { code: string } }).error.code]).toEqual([1, code]);
  });

  test('what the file calls the answers is never run, shown or followed', async () => {
    const file = good();
    const poisoned = {
      ...file,
      ['__proto__']: { polluted: true },
      models: [{ ...file.models[1], constructor: 'x' }],
    };
    const path = put('poisoned.json', JSON.stringify(poisoned));
    const fresh = put('any.csv', 'a,b,c,d\nja,7,1,1\nnej,5,2,2\n');
    expect((await run('score', path, fresh)).code).toBe(0);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

test('a model that is not in the file, data without its indicators, and an ending that is not written', async () => {
  const fresh = put('any.csv', 'a,b,c,d\nja,7,1,1\nnej,5,2,2\n');
  const none = put('none.csv', 'a,b\nja,7\nnej,5\n');
  const codes = [];
  for (const line of [
    [model, fresh, '--classes', '4'],
    [model, none],
    [model, fresh, '--out', at('x.xlsx')],
    [at('nothing.json'), fresh],
    [model, fresh, '--out', fresh],
  ]) {
    const { code, out } = await run('score', ...line, '--json');
    codes.push([code, (JSON.parse(out) as { error: { code: string } }).error.code]);
  }
  expect(codes).toEqual([
    [1, 'models.other-classes'],
    [1, 'score.absent-indicator'],
    [2, 'usage.bad-value'],
    [1, 'file.not-found'],
    [1, 'file.is-source'],
  ]);
});

test('a saved model and the file it came from place people alike; a name is known whatever its capitals', async () => {
  const { models, data } = JSON.parse(readFileSync(model, 'utf8')) as {
    models: Record<string, unknown>[];
    data: { items: { name: string; values: unknown[]; labels: string[] }[] };
  };
  const single = put(
    'single.model.json',
    JSON.stringify({
      format: 'bagom-latent-class-model',
      version: 1,
      values: data.items.map(({ values }) => values),
      model: {
        ...models[1],
        names: data.items.map(({ name }) => name),
        categories: data.items.map(({ values }) => values.length),
        labels: data.items.map(({ labels }) => labels),
      },
    }),
  );
  const fresh = put('capitals.csv', 'A,B,C,d\nja,7,1,1\nnej ,5,2,2\n,,,\n');
  const { scores } = await json<Scored>('score', model, fresh, '--classes', '2');
  expect((await json<Scored>('score', single, fresh)).scores).toEqual(scores);
  expect(scores.map(({ answered }) => answered)).toEqual([4, 4, 0]);
});
