import { CODER_HEADER } from '@bagom/contract';
import { readDocxText } from '@bagom/formats';
import { createApp, newSession, openApi, serverContext } from '@bagom/server';
import type { StudyFile } from '@bagom/store';
import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../run-line.fixture.js';
import { alike, at, blindStudy, ONE, OTHER, SECRET, TEXT, type HiddenWork } from './blind-study.fixture.js';

const HOST = '127.0.0.1:4840';
const folder = temporaryFolder();

interface Served {
  study: StudyFile;
  app: ReturnType<typeof createApp>;
  /** The words of an answer, whatever its status. */
  ask(route: string, coder: string | null, body?: unknown): Promise<string>;
  close(): Promise<void>;
}

async function served(name: string, hidden: HiddenWork): Promise<Served> {
  const study = await blindStudy(folder(`${name}.bagom`), hidden);
  const session = newSession();
  const logged: string[] = [];
  const context = serverContext(study, null, folder('settings.json'));
  // Where a study lies is no secret and differs.
  const app = createApp({
    context: { ...context, location: 'blind' },
    session,
    port: () => 4840,
    log: (line) => logged.push(line),
  });
  return {
    study,
    app,
    async ask(route, coder, body) {
      const [method = '', path = ''] = route.split(' ');
      const form = body instanceof FormData;
      const response = await app.request(path, {
        method,
        headers: {
          host: HOST,
          cookie: `bagom-4840=${session.cookie}`,
          ...(coder === null ? {} : { [CODER_HEADER]: coder }),
          ...(body === undefined || form ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
      });
      const bytes = new Uint8Array(await response.arrayBuffer());
      const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b;
      const text = zipped ? await readDocxText(bytes, 'answer.docx') : new TextDecoder().decode(bytes);
      return `${response.status} ${text}`;
    },
    async close() {
      expect(logged).toEqual([]);
      context.jobs.close();
      await study.close();
    },
  };
}

let one: Served;
let other: Served;
let made = 0;
// What is refused to one may be done by another: each who asks has studies of their own.
beforeEach(async () => {
  one = await served(`one-${++made}`, ONE);
  other = await served(`other-${made}`, OTHER);
});
afterEach(() => Promise.all([one.close(), other.close()]));

const CODES = ['c-alene', 'c-svært', 'c-savn', 'c-arbejde'];
const SOURCES = ['tekst-asta', 'tekst-bo', 'tekst-cille'];

/** What stands in the places of a path that is read. Stations that know no codings are asked for what is not there. */
function ids(path: string): string[][] | null {
  const open = path.split('{').length - 1;
  if (open === 0) return [[]];
  if (/^\/api\/coding\/sources\/[^/]+\/since/.test(path))
    return SOURCES.flatMap((id) => [1, 3, 10].map((seq) => [id, String(seq)]));
  if (path.endsWith('/difference')) return [['tekst-asta']];
  if (/^\/api\/(coding\/sources|masking|transcripts)\//.test(path)) return SOURCES.map((id) => [id]);
  if (path.startsWith('/api/coding/codes/')) return CODES.map((id) => [id]);
  if (path.startsWith('/api/fieldwork/participants/')) return [['asta'], ['bo']];
  if (path.startsWith('/api/report/trace/')) return [['b-1'], ['b-2'], ['b-3']];
  if (/^\/api\/(survey|classes|jobs|recordings|recognised)\//.test(path)) return [['none', 'none']];
  return null;
}

const filled = (path: string, values: readonly string[]): string => {
  const left = [...values];
  const query = path.endsWith('/difference') ? '?from=udgave-asta&to=udgave-asta' : '';
  return path.replaceAll(/\{\w+\}/g, () => encodeURIComponent(left.shift() ?? 'none')) + query;
};

/** Questions that are put in a body. Those that would change something are refused, or change nothing. */
const words = { from: 0, count: 200 };
const spec = (rows: string, cols: string) => ({ spec: { rows, cols, codes: [] } });
const corrected = [
  { ...at('aftenen'), insert: 'natten' },
  { ...at('savner'), insert: 'mangler' },
];
const key = `${SECRET}-k0`;
const QUESTIONS: readonly [route: string, body?: unknown][] = [
  ['POST /api/comparison/matrix', spec('code', 'phase')],
  ['POST /api/comparison/matrix', spec('person', 'code')],
  ['POST /api/comparison/matrix', { ...spec('code', 'person'), coderId: 'karen' }],
  ['POST /api/comparison/passages', { codes: CODES, ...words }],
  ['POST /api/comparison/passages', { codes: [], coderId: 'karen', ...words }],
  ['POST /api/search', { words: SECRET, kinds: ['memo', 'text', 'code', 'claim'], ...words, count: 50 }],
  ['POST /api/search', { words: 'venner', kinds: [], ...words, count: 50 }],
  ['POST /api/coding/proposals', { by: 'words', query: 'venner arbejde', codeId: 'c-savn' }],
  ['POST /api/coding/proposals', { by: 'words', query: 'arbejde', codeId: 'c-arbejde', coderId: 'karen' }],
  ['POST /api/coding/agreement', { unit: 'characters', replicates: 0 }],
  ['POST /api/coding/agreement', { doubleCodingId: 'prøve', unit: 'characters', replicates: 0 }],
  ['POST /api/coding/agreement', { sourceIds: SOURCES, unit: 'turns', replicates: 0 }],
  ['POST /api/coding/disagreements', {}],
  ['POST /api/coding/disagreements', { sourceIds: SOURCES, coderIds: ['signe', 'karen'] }],
  ['POST /api/coding/double-codings/pr%C3%B8ve/consensus', {}],
  [
    'POST /api/coding/double-codings',
    { name: 'x', coderIds: ['signe', 'karen'], count: 2, axis: null, seed: 1, preview: true },
  ],
  ['POST /api/transcripts/tekst-asta/correct', { version: 1, changes: corrected, reason: '', dryRun: true }],
  ['DELETE /api/transcripts/tekst-asta'],
  ['DELETE /api/coding/codes/c-savn', {}],
  ['DELETE /api/coding/codes/c-arbejde', {}],
  [`DELETE /api/coding/codings/${key}`],
  [`DELETE /api/coding/memos/${SECRET}-m1`],
  [`DELETE /api/coding/examples/${SECRET}-eksempel`],
  ['POST /api/lost/check', { ids: [`${SECRET}-tabt`] }],
  [`DELETE /api/coding/bookmarks/${SECRET}-b`],
  [`DELETE /api/claims/evidence/${SECRET}-e`],
  ['POST /api/coding/recode', { codingIds: [key], codeId: 'c-alene' }],
  ['POST /api/coding/codes/c-savn/split', { codingIds: [key], name: 'ny', under: true }],
  ['POST /api/coding/codes/c-arbejde/split', { codingIds: [key], name: 'ny', under: true }],
  [`POST /api/claims/p%C3%A5stand/evidence`, { codingId: key, stance: 'for', note: '' }],
  [`POST /api/lost/${SECRET}-tabt/drop`, { reason: 'x' }],
  [`POST /api/lost/${SECRET}-tabt/place`, { version: 1, ...at('alene') }],
  [`POST /api/merge/conflicts/${SECRET}-x`, { choose: 'ours' }],
  [
    'PUT /api/coding/memos',
    {
      id: `${SECRET}-m1`,
      title: 'x',
      body: '',
      about: 'study',
      aboutId: '',
      coderId: 'signe',
      version: null,
      from: null,
      to: null,
    },
  ],
  ['GET /api/history/entries?row=p%C3%A5stand'],
  [`GET /api/history/entries?table=codings&row=${key}`],
];

/** Routes that answer with more than the operation they made, and know nothing of codings. */
const NO_CODINGS =
  /^\w+ \/(survey|classes|jobs|recordings|recogni|fieldwork|transcripts\/\{id\}\/draft|transcripts$|masking|study$|study\/copy|merge\/originals)/;
/** Routes that change the study, and are asked by a test of their own below. */
const CHANGING = [
  'POST /import',
  'POST /merge',
  'POST /coding/codings',
  'POST /coding/codes/{id}/merge',
  'POST /coding/proposals/accept',
  'POST /history/undo',
  'POST /history/redo',
];

async function asked(at: Served, coder: string | null): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  const put = async (route: string, body?: unknown) => {
    const question = `${route} ${JSON.stringify(body) ?? ''}`;
    let answer = await at.ask(route, coder, body);
    // Agreement is worked out on a thread, and asked for until it is there.
    while (answer.includes('"found":null')) answer = await at.ask(route, coder, body);
    // A question that is not understood tells nothing of what it would have told.
    const understood = question.includes('none') || !answer.includes('input.invalid');
    expect([question, understood]).toEqual([question, true]);
    answers.set(question, alike(answer));
  };
  const { paths = {} } = await openApi();
  for (const [path, methods] of Object.entries(paths)) {
    // A copy is offered a place beside the study, which lies elsewhere for each.
    if (!methods || !('get' in methods) || path === '/study/copy') continue;
    if (path === '/history/entries/{id}') {
      for (const { seq, id } of (await at.study.operations({ limit: 100 })).toReversed())
        answers.set(`operation ${seq}`, alike(await at.ask(`GET /api/history/entries/${id}`, coder)));
      continue;
    }
    const values = ids(`/api${path}`);
    expect(values, `say in this test how GET ${path} is asked`).not.toBeNull();
    for (const value of values ?? []) await put(`GET ${filled(`/api${path}`, value)}`);
  }
  for (const { method, path } of at.app.routes)
    if (method === 'GET' && path.startsWith('/files/')) await put(`GET ${path.replaceAll(/:\w+/g, 'none')}`);
  for (const [route, body] of QUESTIONS) await put(route, body);
  return answers;
}

test('every route that tells more than the operation it made is asked here', async () => {
  const { paths = {} } = await openApi();
  const left = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods ?? {}).flatMap(([method, operation]) => {
      const route = `${method.toUpperCase()} ${path}`;
      if (method === 'get' || NO_CODINGS.test(route) || CHANGING.includes(route)) return [];
      const answer = JSON.stringify((operation as { responses?: { 200?: unknown } }).responses?.[200] ?? {});
      const told = [...answer.matchAll(/"required":(\[[^\]]*\])/g)].flatMap(
        ([, names]) => JSON.parse(names ?? '[]') as string[],
      );
      const more = told.filter((name) => !['operation', 'id', 'seq', 'kind', 'subject'].includes(name));
      const pattern = new RegExp(`^${method.toUpperCase()} /api${path.replaceAll(/\{\w+\}/g, '[^/?]+')}$`);
      return more.length === 0 || QUESTIONS.some(([question]) => pattern.test(question)) ? [] : [route];
    }),
  );
  expect(left).toEqual([]);
});

describe.each(['signe', null])('to %s', (coder) => {
  test('no route tells anything that depends on what another codes blind', async () => {
    const [seen, same] = [await asked(one, coder), await asked(other, coder)];
    expect(seen.size).toBeGreaterThan(100);
    expect(
      [...seen].flatMap(([route, answer]) =>
        answer.includes(SECRET) && !route.includes(SECRET) ? [route] : [],
      ),
    ).toEqual([]);
    const differing = [...seen].flatMap(([route, answer]) =>
      answer === same.get(route) ? [] : [[route, answer, same.get(route)]],
    );
    expect(differing).toEqual([]);
  });

  test('a corrected file tells of nobody else’s codings, nor how many follow', async () => {
    const form = () => {
      const body = new FormData();
      body.append(
        'file',
        new File([TEXT.replace('venner', 'veninder').replace('arbejde', 'job')], 'asta.txt'),
      );
      body.append('replaces', 'tekst-asta');
      body.append('dryRun', 'true');
      return body;
    };
    const told = alike(await one.ask('POST /api/import', coder, form()));
    expect(told).toMatch(/^200 /);
    expect(told).not.toContain(SECRET);
    expect(alike(await other.ask('POST /api/import', coder, form()))).toBe(told);
  });

  test('merging a copy tells of no conflict that may not be seen', async () => {
    const merged = async (served: Served) => {
      const body = new FormData();
      body.append('file', new File([await readFile(served.study.location)], 'kopi.bagom'));
      body.append('dryRun', 'true');
      return alike(await served.ask('POST /api/merge', coder, body));
    };
    expect(await merged(one)).toBe(await merged(other));
  });
});

test.each(['karen', 'otto'])('%s, whose work it is or who is outside the sample, sees it', async (coder) => {
  const answers = await asked(one, coder);
  const telling = [...answers].filter(([, answer]) => answer.includes(SECRET)).map(([route]) => route);
  for (const route of [
    'GET /api/claims',
    'GET /api/coding/memos',
    'GET /api/coding/bookmarks',
    'GET /api/merge',
  ])
    expect(telling.some((asked) => asked.startsWith(`${route} `))).toBe(true);
  expect(answers.get('GET /api/coding/codebook ')).not.toBe(
    (await asked(other, coder)).get('GET /api/coding/codebook '),
  );
});

test('what a coder changes tells them nothing either', async () => {
  const acts: [string, unknown?][] = [
    [
      'POST /api/coding/codings',
      { sourceId: 'tekst-asta', version: 1, ...at('arbejde'), codeIds: ['c-arbejde'], coderId: 'signe' },
    ],
    [
      'POST /api/coding/proposals/accept',
      { codeId: 'c-savn', coderId: 'signe', spans: [{ sourceId: 'tekst-bo', version: 1, ...at('venner') }] },
    ],
    ['POST /api/coding/codes/c-alene/merge', { codeIds: ['c-savn', 'c-arbejde'] }],
    ['GET /api/history/entries'],
    ['GET /api/coding/codes/c-alene/history'],
    ['POST /api/history/undo', {}],
    ['POST /api/history/redo', {}],
    ['GET /api/study'],
    ['GET /files/history.csv'],
    ['GET /files/codebook.txt'],
  ];
  for (const [route, body] of acts) {
    const told = alike(await one.ask(route, 'signe', body));
    expect([route, told]).toEqual([route, alike(await other.ask(route, 'signe', body))]);
    expect([route, told.slice(0, 3), told.includes(SECRET)]).toEqual([route, '200', false]);
  }
});
