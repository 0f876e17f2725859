import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { servedStudy, type ServedStudy } from '../small-study.fixture.js';

const TEXT =
  'Interviewer: Hvor bor du?\n\nIP: Jeg bor i Aarhus med Anders.\n\nInterviewer: Og så?\n\nIP: Det er svært.\n';

const idOf = (number: number) => {
  for (const version of served.study.state.sourceVersions.values())
    if (version.sourceId === sourceId && version.number === number) return version.id;
  throw new Error(`version ${number}`);
};

interface Report {
  counts: { same: number; changed: number; moved: number; lost: number };
  rows: {
    table: string;
    name: string;
    is: string;
    before: { words: string };
    after: { words: string } | null;
  }[];
  changes: number;
  turns: { before: number; after: number; how: string };
}
interface Corrected {
  report: Report;
  version: number;
  operation: { kind: string; subject: string } | null;
}

let served: ServedStudy;
let sourceId: string;
beforeAll(async () => {
  served = await servedStudy();
});
afterAll(async () => served.close());

const get = <T>(method: string, path: string, body?: unknown) => served.get<T>(method, `/api${path}`, body);
const form = (text: string, values: Record<string, string> = {}) => {
  const body = new FormData();
  body.append('file', new File([text], 'line.txt'));
  for (const [name, value] of Object.entries({ as: 'transcript', ...values })) body.append(name, value);
  return body;
};
async function refusal(path: string, body: unknown): Promise<string> {
  const response = await served.ask('POST', `/api${path}`, body);
  return ((await response.json()) as { data: { code: string } }).data.code;
}
async function codedText(): Promise<void> {
  sourceId = (await get<{ id: string }>('POST', '/import', form(TEXT))).id;
  const coder = await get<{ id: string }>('POST', '/coders', { name: 'Ida', initials: 'I' }).catch(
    () => null,
  );
  const { study } = served;
  await study.commit('test.codes', '', [
    ...(coder
      ? []
      : [{ do: 'insert' as const, table: 'coders' as const, row: { id: 'i', name: 'Ida', initials: 'I' } }]),
    {
      do: 'insert',
      table: 'codes',
      row: {
        id: 'c',
        parentId: null,
        position: 0,
        name: 'bolig',
        definition: '',
        use: '',
        useNot: '',
        example: '',
        origin: 'inductive',
        hue: 0,
        shortName: null,
        status: null,
      },
    },
  ]);
  const coderId = coder?.id ?? 'i';
  for (const words of ['Jeg bor i Aarhus', 'Det er svært.']) {
    const from = TEXT.indexOf(words);
    await study.commit('test.code', words, [
      {
        do: 'insert',
        table: 'codings',
        row: {
          id: words.slice(0, 3),
          sourceId,
          version: 1,
          from,
          to: from + words.length,
          codeId: 'c',
          coderId,
          quoteHash: (await import('./api.js')).quoteHash(words),
          createdAt: '2026-01-01T00:00:00Z',
        },
      },
    ]);
  }
}

describe('a coded text is corrected', () => {
  beforeAll(codedText);
  const at = TEXT.indexOf('Aarhus');
  const changes = [{ from: at, to: at + 6, insert: 'Odense' }];

  test('a dry run tells what becomes of the codings, and changes nothing', async () => {
    const before = await served.study.operationCount();
    const told = await get<Corrected>('POST', `/transcripts/${sourceId}/correct`, {
      version: 1,
      changes,
      reason: 'hørt forkert',
      dryRun: true,
    });
    expect(told.operation).toBeNull();
    expect(told.report.counts).toEqual({ same: 1, changed: 1, moved: 0, lost: 0 });
    expect(told.report.rows).toMatchObject([
      {
        table: 'codings',
        name: 'bolig',
        before: { words: 'Jeg bor i Aarhus' },
        after: { words: 'Jeg bor i Odense' },
      },
    ]);
    expect(await served.study.operationCount()).toBe(before);
  });

  test('the correction is one operation; undo brings text and codings back as they were', async () => {
    const codings = JSON.stringify([...served.study.state.codings.values()]);
    const { operation, version } = await get<Corrected>('POST', `/transcripts/${sourceId}/correct`, {
      version: 1,
      changes,
      reason: 'hørt forkert',
    });
    expect([operation?.kind, operation?.subject, version]).toEqual([
      'transcript.correct',
      'line – hørt forkert',
      2,
    ]);
    expect((await get<{ text: string }>('GET', `/transcripts/${sourceId}`)).text).toContain('Odense');
    expect(await served.study.verify()).toEqual([]);
    expect(await get('GET', `/transcripts/${sourceId}/versions`)).toMatchObject({
      shown: 2,
      versions: [{ number: 2, reason: 'hørt forkert', turns: 4 }, { number: 1 }],
    });
    const difference = await get<{ changes: object[] }>(
      'GET',
      `/transcripts/${sourceId}/difference?from=${idOf(1)}&to=${idOf(2)}`,
    );
    expect(difference.changes).toEqual(changes);
    await get('POST', '/history/undo', {});
    expect((await get<{ text: string }>('GET', `/transcripts/${sourceId}`)).text).toBe(TEXT);
    expect(JSON.stringify([...served.study.state.codings.values()])).toBe(codings);
    await get('POST', '/history/redo', {});
    expect(await served.study.verify()).toEqual([]);
  });

  test('a text that was corrected meanwhile, one without change and changes that overlap are refused', async () => {
    const path = `/transcripts/${sourceId}/correct`;
    expect(await refusal(path, { version: 1, changes, reason: '' })).toBe('span.other-version');
    expect(await refusal(path, { version: 2, changes: [], reason: '' })).toBe('version.same');
    expect(await refusal(path, { version: 2, text: ' \n', reason: '' })).toBe('version.empty');
    expect(await refusal(path, { version: 2, reason: '' })).toBe('input.invalid');
    const overlap = [
      { from: 0, to: 9, insert: '' },
      { from: 5, to: 12, insert: '' },
    ];
    expect(await refusal(path, { version: 2, changes: overlap, reason: '' })).toBe('version.overlapping');
  });

  test('a corrected file becomes the next version; what it lost is listed, placed again or given up', async () => {
    const corrected = TEXT.replace('Aarhus', 'Odense').replace('\n\nIP: Det er svært.', '');
    const dry = await get<{ version: Corrected; id: null }>(
      'POST',
      '/import',
      form(corrected, { replaces: sourceId, dryRun: 'true' }),
    );
    expect([dry.id, dry.version.report.counts.lost]).toEqual([null, 1]);
    const kept = await get<{ id: string }>('POST', '/import', form(corrected, { replaces: sourceId }));
    expect(kept.id).toBe(sourceId);
    const [lost] = await get<{ id: string; name: string; quote: string; state: string }[]>(
      'GET',
      `/transcripts/${sourceId}/lost`,
    );
    expect(lost).toMatchObject({ name: 'bolig', quote: 'Det er svært.', state: 'open' });
    const from = corrected.indexOf('Og så?');
    await get('POST', `/lost/${lost!.id}/place`, { version: 3, from, to: from + 6 });
    expect(await served.study.verify()).toEqual([]);
    expect(served.study.state.codings.get('Det')).toMatchObject({ from, version: 3 });
    expect(await refusal(`/lost/${lost!.id}/drop`, { reason: 'x' })).toBe('lost.not-open');
    await get('POST', '/history/undo', {});
    await get('POST', `/lost/${lost!.id}/drop`, { reason: 'handler ikke om det mere' });
    const listed = await get<object[]>('GET', `/transcripts/${sourceId}/lost`);
    expect(listed.at(-1)).toMatchObject({ state: 'dropped', dropped: 'handler ikke om det mere' });
  });

  test('a coding on other words is listed with old and new words until it was looked at', async () => {
    const path = `/transcripts/${sourceId}/lost`;
    const [changed] = await get<{ id: string; state: string }[]>('GET', path);
    expect(changed).toMatchObject({
      state: 'changed',
      table: 'codings',
      name: 'bolig',
      quote: 'Jeg bor i Aarhus',
      now: { words: 'Jeg bor i Odense' },
      toVersion: 2,
    });
    await get('POST', '/lost/check', { ids: [changed!.id] });
    expect(await get<object[]>('GET', path)).toContainEqual({ ...changed, state: 'checked' });
    expect(await refusal('/lost/check', { ids: [changed!.id] })).toBe('lost.not-changed');
    await get('POST', '/history/undo', {});
    expect((await get<object[]>('GET', path))[0]).toMatchObject({ id: changed!.id, state: 'changed' });
  });
});
