import { CODER_HEADER } from '@bagom/contract';
import { CONSENSUS_CODER, insert, NO_PLACE, type Coding } from '@bagom/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bytesOf, servedStudy, type ServedStudy } from '../small-study.fixture.js';
import { importFile } from '../imports/import-file.js';

const TEXT = `Interviewer: Hvordan går det?

IP: Jeg er alene. Det er svært om aftenen.

IP: Jeg vil gerne have et arbejde.
`;

let served: ServedStudy;
let sourceIds: string[];
const at = (words: string) => ({ from: TEXT.indexOf(words), to: TEXT.indexOf(words) + words.length });

// Signe and Karen code two texts; what they coded in the first is a sample.
beforeEach(async () => {
  served = await servedStudy();
  const { study } = served;
  sourceIds = [];
  for (const name of ['01-asta.txt', '02-bo.txt'])
    sourceIds.push((await importFile(study, bytesOf(TEXT), { fileName: name })).id!);
  const code = {
    parentId: null,
    definition: '',
    use: '',
    useNot: '',
    example: '',
    origin: 'theory' as const,
  };
  await study.commit('code.save', 'codes', [
    ...['ensomhed', 'ønsker', 'kun-karens'].map((id, position) =>
      insert('codes', { ...code, id, name: id, position, hue: 0, shortName: null, status: null }),
    ),
    insert('coders', { id: 'signe', name: 'Signe', initials: 'S' }),
    insert('coders', { id: 'karen', name: 'Karen', initials: 'K' }),
  ]);
  await code1('signe', 'ensomhed', at('Jeg er alene'));
  await code1('karen', 'ensomhed', at('Jeg er alene'));
  await code1('signe', 'ønsker', at('gerne have et arbejde'));
  await code1('karen', 'ønsker', at('Jeg vil gerne have et arbejde'));
  await code1('karen', 'kun-karens', at('svært om aftenen'));
});
afterEach(() => served.close());

async function code1(coderId: string, codeId: string, span: { from: number; to: number }, source = 0) {
  const sourceId = sourceIds[source]!;
  const version = served.study.state.sources.get(sourceId)!.version;
  await served.get('POST', '/api/coding/codings', { sourceId, version, ...span, codeIds: [codeId], coderId });
}

async function sample(values: { blind?: boolean; sourceIds?: string[] } = {}): Promise<string> {
  await served.study.commit('double-coding.draw', 'Prøve', [
    insert('doubleCodings', {
      id: 'd',
      name: 'Prøve',
      seed: 1,
      sourceIds: [sourceIds[0]!],
      coderIds: ['signe', 'karen'],
      codeIds: [],
      blind: false,
      createdAt: '',
      doneCoderIds: null,
      ...values,
    }),
  ]);
  return 'd';
}

async function refused(method: string, path: string, body?: unknown): Promise<string> {
  const response = await served.ask(method, path, body);
  const { data } = (await response.json()) as { data: { code: string } };
  expect(response.status).toBe(422);
  return data.code;
}

interface Found {
  found: {
    coderIds: string[];
    silent: string[];
    codes: { codeId: string; percent: number; kappa: number | null; ci: { kappa: unknown } }[];
    overall: { percent: number; kappa: number; prevalenceOf: number[] };
  } | null;
  jobId: string | null;
}
async function compared(body: object): Promise<NonNullable<Found['found']>> {
  for (;;) {
    const { found } = await served.get<Found>('POST', '/api/coding/agreement', body);
    if (found) return found;
  }
}
const codingsOf = (coderId: string): Coding[] =>
  [...served.study.state.codings.values()].filter((one) => one.coderId === coderId);

describe('a sample', () => {
  const draw = { name: 'Første', coderIds: ['signe', 'karen'], count: 1, axis: null, seed: 3 };

  test('is looked at first, then drawn: the same texts', async () => {
    interface Drawn {
      strata: { drawn: string[] }[];
      operation: { kind: string } | null;
      id?: string;
    }
    const trial = await served.get<Drawn>('POST', '/api/coding/double-codings', { ...draw, preview: true });
    expect([trial.operation, served.study.state.doubleCodings.size]).toEqual([null, 0]);
    const drawn = await served.get<Drawn>('POST', '/api/coding/double-codings', draw);
    expect(drawn.operation?.kind).toBe('double-coding.draw');
    expect(drawn.strata).toEqual(trial.strata);
    const row = served.study.state.doubleCodings.get(drawn.id!)!;
    expect(row).toMatchObject({ blind: true, seed: 3, sourceIds: drawn.strata[0]!.drawn });
  });

  test('is done when each coder coded every text, or says they are done; then its blindness may end', async () => {
    await sample({ blind: true, sourceIds });
    interface Read {
      doubleCodings: { done: boolean; progress: { coderId: string; coded: number; done: boolean }[] }[];
    }
    const read = async () => (await served.get<Read>('GET', '/api/coding/double-codings')).doubleCodings[0]!;
    await code1('karen', 'ensomhed', at('Jeg er alene'), 1);
    expect(await read()).toMatchObject({
      done: false,
      progress: [
        { coderId: 'signe', coded: 1, done: false },
        { coderId: 'karen', coded: 2, done: true },
      ],
    });
    await served.get('POST', '/api/coding/double-codings/d/done', { coderId: 'signe', done: true });
    expect((await read()).done).toBe(true);
    await served.get('POST', '/api/coding/double-codings/d/done', { coderId: 'signe', done: false });
    expect((await read()).done).toBe(false);
    await served.get('PATCH', '/api/coding/double-codings/d', { blind: false });
    expect(served.study.state.doubleCodings.get('d')!.blind).toBe(false);
    await served.get('POST', '/api/history/undo', {});
    expect(served.study.state.doubleCodings.get('d')!.blind).toBe(true);
  });

  test('is removed with what was settled; codings stay', async () => {
    await sample();
    await settle({ decision: 'drop' });
    const codings = served.study.state.codings.size;
    await served.get('DELETE', '/api/coding/double-codings/d');
    const { state } = served.study;
    expect([state.doubleCodings.size, state.resolutions.size, state.codings.size]).toEqual([0, 0, codings]);
  });
});

describe('while it is blind', () => {
  /** Every route that the coding desk reads, asked as a coder. */
  async function asked(coderId: string): Promise<string> {
    const paths = [
      '/study',
      '/history?limit=100',
      '/transcripts',
      `/transcripts/${sourceIds[0]}`,
      '/coding/codebook',
      `/coding/sources/${sourceIds[0]}`,
      `/masking/${sourceIds[0]}`,
      `/transcripts/${sourceIds[0]}/lost`,
      '/fieldwork',
      '/coding/double-codings',
    ];
    const answers = await Promise.all(paths.map((path) => read(coderId, 'GET', path)));
    const passages = { codes: ['kun-karens', 'ensomhed', 'ønsker'], from: 0, count: 100 };
    answers.push(await read(coderId, 'POST', '/comparison/passages', passages));
    answers.push(
      await read(coderId, 'POST', '/search', { words: 'Karens', kinds: ['memo'], from: 0, count: 20 }),
    );
    const spec = { rows: 'code', cols: 'phase', codes: [] };
    answers.push(await read(coderId, 'POST', '/comparison/matrix', { spec }));
    return answers.join('\n');
  }
  async function read(coderId: string, method: string, path: string, body?: unknown): Promise<string> {
    const response = await served.ask(method, `/api${path}`, body, { [CODER_HEADER]: coderId });
    const text = await response.text();
    expect([path, response.status]).toEqual([path, 200]);
    return text;
  }

  test('no route of the desk tells a coder what another coded, wrote or how often', async () => {
    const [secret] = codingsOf('karen').filter(({ codeId }) => codeId === 'kun-karens');
    const memo = { title: 'Karens tanke', body: '', aboutId: secret!.id, createdAt: '', ...NO_PLACE };
    await served.study.commit('memo.save', 'Karens tanke', [
      insert('memos', { ...memo, id: 'm', about: 'coding', coderId: 'karen' }),
    ]);
    const open = await asked('signe');
    for (const { id } of codingsOf('karen')) expect(open).toContain(id);
    expect(open).toContain('Karens tanke');

    await sample({ blind: true });
    const blind = await asked('signe');
    for (const { id } of codingsOf('karen')) expect(blind).not.toContain(id);
    for (const { id } of codingsOf('signe')) expect(blind).toContain(id);
    expect(blind).not.toContain('Karens tanke');
    // The code's name stands in the codebook; that Karen used it, nowhere.
    const book = JSON.parse(await read('signe', 'GET', '/coding/codebook')) as {
      codes: { id: string; passages: number }[];
    };
    expect(book.codes.map(({ id, passages }) => [id, passages])).toEqual([
      ['ensomhed', 1],
      ['ønsker', 1],
      ['kun-karens', 0],
    ]);
    const history = await read('signe', 'GET', '/history?limit=100');
    expect(history).not.toContain('kun-karens');
    const list = JSON.parse(await read('signe', 'GET', '/transcripts')) as { id: string; codings: number }[];
    expect(list.find(({ id }) => id === sourceIds[0])!.codings).toBe(2);
    const study = JSON.parse(await read('signe', 'GET', '/study')) as { info: { codings: number } };
    expect(study.info.codings).toBe(2);
    // Karen sees hers; who asks as nobody sees what both may see: none of it.
    expect(await read('karen', 'GET', `/coding/sources/${sourceIds[0]}`)).toContain(secret!.id);
    const nobody = await served.get<{ codings: unknown[] }>('GET', `/api/coding/sources/${sourceIds[0]}`);
    expect(nobody.codings).toEqual([]);
  });

  test('a page on which nobody has chosen codes as the first coder, and is blind like them', async () => {
    await sample({ blind: true });
    expect(await read('-', 'GET', '/transcripts')).toBe(await read('signe', 'GET', '/transcripts'));
  });

  test('nothing is compared and nothing settled', async () => {
    await sample({ blind: true });
    const question = { doubleCodingId: 'd', unit: 'characters' };
    expect(await refused('POST', '/api/coding/agreement', question)).toBe('double-coding.blind');
    expect(await refused('POST', '/api/coding/disagreements', question)).toBe('double-coding.blind');
    expect(await refused('POST', '/api/coding/double-codings/d/consensus', {})).toBe('double-coding.blind');
  });
});

describe('agreement', () => {
  test('is told on each code and over all, with intervals', async () => {
    await sample();
    const found = await compared({ doubleCodingId: 'd', unit: 'sentences', replicates: 50 });
    expect(found.coderIds).toEqual(['signe', 'karen']);
    const by = new Map(found.codes.map((code) => [code.codeId, code]));
    expect(by.get('ensomhed')).toMatchObject({ percent: 1, kappa: 1 });
    expect(by.get('ønsker')).toMatchObject({ percent: 1, kappa: 1 });
    // Karen alone, one of four sentences.
    expect(by.get('kun-karens')).toMatchObject({ percent: 0.75, kappa: 0 });
    expect(found.overall.percent).toBeCloseTo(11 / 12, 12);
  });

  test('of a coder who coded nothing is no better than chance, and they are named', async () => {
    await served.get('PUT', '/api/coding/coders', { name: 'Tavs', initials: 'T' });
    const silent = [...served.study.state.coders.values()].find(({ name }) => name === 'Tavs')!.id;
    const found = await compared({
      coderIds: ['signe', silent],
      codeIds: ['ensomhed'],
      unit: 'sentences',
      replicates: 0,
    });
    expect(found.silent).toEqual([silent]);
    expect(found.overall).toMatchObject({ percent: 0.75, kappa: 0, prevalenceOf: [0.25, 0] });
  });

  test('long work can be followed and stopped, and is begun anew when it is asked for again', async () => {
    await sample();
    // Ten thousand draws of so many codes take seconds, an answer waits for less than one.
    const codeIds = Array.from({ length: 120 }, (_, i) => ['ensomhed', 'ønsker', 'kun-karens'][i % 3]);
    const body = { doubleCodingId: 'd', unit: 'characters', codeIds, replicates: 10_000 };
    const first = await served.get<Found>('POST', '/api/coding/agreement', body);
    const stopped = await served.get<{ state: string }>('DELETE', `/api/jobs/${first.jobId}`);
    expect(stopped.state).toBe('cancelled');
    expect((await compared({ ...body, replicates: 100 })).codes).toHaveLength(120);
    expect((await compared(body)).codes).toHaveLength(120);
  });

  test('needs two coders and a text that both judged', async () => {
    expect(
      await refused('POST', '/api/coding/agreement', { unit: 'turns', coderIds: ['signe', 'nobody'] }),
    ).toBe('row.missing');
    const { study } = served;
    const drafts = codingsOf('karen').map(({ id }) => ({
      do: 'update' as const,
      table: 'codings' as const,
      id,
      set: { sourceId: sourceIds[1]! },
    }));
    await study.commit('test', '', drafts);
    expect(await refused('POST', '/api/coding/agreement', { unit: 'turns' })).toBe('agreement.no-text');
  });
});

interface Differ {
  sourceId: string;
  version: number;
  from: number;
  to: number;
  codeId: string;
  kind: string;
  coded: ({ from: number; to: number }[] | null)[];
  resolution: { decision: string; reason: string } | null;
}
const differing = async () =>
  served.get<{ total: number; settled: number; disagreements: Differ[] }>(
    'POST',
    '/api/coding/disagreements',
    {
      doubleCodingId: 'd',
    },
  );

async function settle(values: { decision: 'keep' | 'drop'; spans?: unknown; carry?: boolean }, which = 1) {
  const { sourceId, version, from, to, codeId } = (await differing()).disagreements[which]!;
  const { spans = null, ...rest } = values;
  await served.get('POST', '/api/coding/double-codings/d/resolutions', {
    items: [{ sourceId, version, from, to, codeId, spans }],
    reason: 'talt igennem',
    by: 'Signe',
    ...rest,
  });
}

describe('disagreements', () => {
  beforeEach(async () => {
    await sample();
  });

  test('are listed in text order, with what each coded', async () => {
    const { total, disagreements } = await differing();
    expect(total).toBe(2);
    expect(disagreements.map(({ codeId, kind, coded }) => [codeId, kind, coded])).toEqual([
      ['kun-karens', 'presence', [[], [at('svært om aftenen')]]],
      ['ønsker', 'borders', [[at('gerne have et arbejde')], [at('Jeg vil gerne have et arbejde')]]],
    ]);
  });

  test('a decision is recorded with its reason, and changes no coding unless it is carried out', async () => {
    const before = served.study.state.codings.size;
    await settle({ decision: 'keep', spans: [at('gerne have et arbejde')] });
    const { settled, disagreements } = await differing();
    expect(settled).toBe(1);
    expect(disagreements[1]!.resolution).toMatchObject({ decision: 'keep', reason: 'talt igennem' });
    expect(served.study.state.codings.size).toBe(before);
  });

  test('carried out, it is the consensus coder’s coding; the originals stay, and one undo takes it all back', async () => {
    const originals = [...served.study.state.codings.values()];
    await settle({ decision: 'keep', spans: [at('gerne have et arbejde')], carry: true });
    expect(codingsOf(CONSENSUS_CODER)).toMatchObject([{ codeId: 'ønsker', ...at('gerne have et arbejde') }]);
    for (const coding of originals) expect(served.study.state.codings.get(coding.id)).toEqual(coding);
    // A second thought replaces the first.
    await settle({ decision: 'drop', carry: true });
    expect(codingsOf(CONSENSUS_CODER)).toEqual([]);
    await served.get('POST', '/api/history/undo', {});
    await served.get('POST', '/api/history/undo', {});
    const { state } = served.study;
    expect([state.resolutions.size, state.coders.has(CONSENSUS_CODER)]).toEqual([0, false]);
    expect([...state.codings.values()]).toEqual(originals);
    expect(await served.get('GET', '/api/study/check')).toEqual({ ok: true, problems: [] });
  });

  test('the consensus holds what both coded alike and what was settled, and is no coder that is compared', async () => {
    await settle({ decision: 'keep' });
    interface Made {
      operation: unknown;
      added: number;
      removed: number;
    }
    const made = await served.get<Made>('POST', '/api/coding/double-codings/d/consensus', {});
    expect([made.added, made.removed]).toEqual([2, 0]);
    expect(codingsOf(CONSENSUS_CODER).map(({ codeId, from, to }) => [codeId, { from, to }])).toEqual([
      ['ensomhed', at('Jeg er alene')],
      ['ønsker', at('Jeg vil gerne have et arbejde')],
    ]);
    const again = await served.get<Made>('POST', '/api/coding/double-codings/d/consensus', {});
    expect(again).toEqual({ operation: null, added: 0, removed: 0 });
    expect((await compared({ unit: 'turns', replicates: 0 })).coderIds).toEqual(['signe', 'karen']);
  });

  test('of another version of the text, or outside it, is refused', async () => {
    const [first] = (await differing()).disagreements;
    const { sourceId, version, from, to, codeId } = first!;
    const base = { reason: 'x', by: 'S', decision: 'keep' };
    const path = '/api/coding/double-codings/d/resolutions';
    const item = { sourceId, version, from, to, codeId };
    expect(await refused('POST', path, { ...base, items: [{ ...item, version: 9 }] })).toBe(
      'span.other-version',
    );
    expect(await refused('POST', path, { ...base, items: [{ ...item, to: 9999 }] })).toBe(
      'span.outside-text',
    );
    expect(await refused('POST', path, { ...base, items: [item], reason: ' ' })).toBe('input.invalid');
  });
});

test('a sample gets another name, is removed with what was settled in it, and either is undone', async () => {
  await sample();
  const { study } = served;
  const name = () => study.state.doubleCodings.get('d')?.name;
  await served.get('PATCH', '/api/coding/double-codings/d', { name: 'Første runde' });
  expect(name()).toBe('Første runde');
  expect((await study.operations({ limit: 1 }))[0]).toMatchObject({
    kind: 'double-coding.rename',
    subject: 'Prøve → Første runde',
  });
  await study.undo();
  expect(name()).toBe('Prøve');
  await served.get('POST', '/api/coding/double-codings/d/resolutions', {
    items: [{ sourceId: sourceIds[0], version: 1, ...at('svært om aftenen'), codeId: 'kun-karens' }],
    decision: 'drop',
    reason: 'for bred',
    by: 'Signe og Karen',
  });
  await served.get('DELETE', '/api/coding/double-codings/d');
  expect([study.state.doubleCodings.size, study.state.resolutions.size]).toEqual([0, 0]);
  await study.undo();
  expect([study.state.doubleCodings.size, study.state.resolutions.size]).toEqual([1, 1]);
});
