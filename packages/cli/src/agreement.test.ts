import { insert } from '@bagom/core';
import { createStudy, newId } from '@bagom/store';
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { json, run, temporaryFolder } from './run-line.fixture.js';

const at = temporaryFolder();
const study = at('kodere.bagom');
const TEXT =
  'Hun bor helt alene her. Det er svært om aftenen. Hun savner nogen. Om dagen går det. Hun læser meget.';

interface Answer {
  unit: string;
  coders: string[];
  texts: number;
  codes: {
    code: string;
    prevalence: number;
    percent: number;
    kappa: number | null;
    ci: { kappa: { low: number; high: number } | null };
  }[];
  overall: { percent: number; kappa: number; alpha: number; units: number };
  silent: string[];
}

// One text, one of five sentences coded by Signe; Karen is a coder and has coded nothing.
beforeAll(async () => {
  const file = await createStudy(study, { title: 'Kodere', language: 'da', actor: 'test' });
  const hash = createHash('sha256').update(TEXT).digest('hex');
  const code = { definition: '', use: '', useNot: '', example: '', origin: 'theory' as const, hue: 0 };
  const rest = { ...code, shortName: null, status: null };
  const span = { from: 0, to: TEXT.indexOf('. Det') + 1 };
  await file.commit(
    'test',
    '',
    [
      insert('sources', {
        id: 's',
        title: 'Asta',
        kind: 'transcript',
        participantId: null,
        language: 'da',
        fileName: 'asta.txt',
        original: '',
        fromLine: null,
        toLine: null,
        version: 1,
      }),
      insert('sourceVersions', {
        id: newId(),
        sourceId: 's',
        number: 1,
        text: hash,
        length: TEXT.length,
        turns: [],
        marks: [],
        reason: '',
      }),
      insert('codes', { id: 'r', parentId: null, position: 0, name: 'Relationer', ...rest }),
      insert('codes', { id: 'e', parentId: 'r', position: 0, name: 'Ensomhed', ...rest }),
      insert('coders', { id: 'a', name: 'Signe', initials: 'S' }),
      insert('coders', { id: 'b', name: 'Karen', initials: 'K' }),
      insert('codings', {
        id: 'c',
        sourceId: 's',
        version: 1,
        ...span,
        codeId: 'e',
        coderId: 'a',
        quoteHash: createHash('sha256').update(TEXT.slice(span.from, span.to)).digest('hex'),
        createdAt: '',
      }),
    ],
    [{ hash, bytes: new TextEncoder().encode(TEXT) }],
  );
  await file.close();
});

describe('bagom agreement', () => {
  test('a silent coder agrees by chance only: kappa 0 where the percentage is 0.80', async () => {
    const found = await json<Answer>('agreement', study, '--unit', 'sentences');
    expect(found).toMatchObject({
      unit: 'sentences',
      coders: ['Signe', 'Karen'],
      texts: 1,
      silent: ['Karen'],
    });
    expect(found.codes.map(({ code }) => code)).toEqual(['Relationer/Ensomhed']);
    expect(found.overall.percent).toBeCloseTo(0.8, 12);
    expect(found.overall.kappa).toBeCloseTo(0, 12);
    // Krippendorff: 8 of 10 judgements alike; chance 9 * 8 of 10 * 9.
    expect(found.overall.alpha).toBeCloseTo(0, 12);
    expect(found.codes[0]!.prevalence).toBeCloseTo(0.1, 12);
    const text = await run('agreement', study, '--unit', 'sentences');
    expect(text.out).toContain('Har intet kodet i disse tekster');
    expect(text.out).toContain('Karen');
    expect((await run('agreement', study, '--lang', 'en')).out).toContain('unitized alpha');
  });

  test('--json has the fields that are promised, with each interval, its method and in how many draws it could be told', async () => {
    const found = await json<Answer>('agreement', study, '--unit', 'sentences', '--replicates', '50');
    expect(Object.keys(found)).toEqual(
      expect.arrayContaining(['unit', 'coders', 'codes', 'overall', 'intervals', 'seed', 'replicates']),
    );
    expect(found).toMatchObject({
      intervals: { method: 'percentile bootstrap', drawn: 'turns', level: 0.95 },
      replicates: 50,
    });
    const row = ['prevalence', 'percent', 'kappa', 'fleiss', 'alpha', 'ac1', 'ci'];
    expect(Object.keys(found.codes[0]!)).toEqual(expect.arrayContaining(['code', ...row]));
    expect(Object.keys(found.overall)).toEqual(expect.arrayContaining(row));
    // The text is one turn: there is nothing to draw from.
    expect(found.codes[0]!.ci.kappa).toBeNull();
  });

  test('with --under a top code stands for what is under it', async () => {
    const { codes } = await json<Answer>('agreement', study, '--under');
    expect(codes.map(({ code, prevalence }) => [code, prevalence > 0])).toEqual([['Relationer', true]]);
  });

  test('wrong coders, codes, texts, roles and a single coder are told of', async () => {
    const told = async (...line: string[]) => {
      const { code, err, out } = await run('agreement', study, ...line);
      expect(out).toBe('');
      return [code, err] as const;
    };
    expect(await told('--coders', 'Signe,Karin')).toEqual([2, expect.stringContaining('Karen')]);
    expect(await told('--coders', 'Signe')).toEqual([1, expect.stringContaining('mindst to kodere')]);
    expect(await told('--codes', 'Ensomhed')).toEqual([2, expect.stringContaining('Relationer/Ensomhed')]);
    expect(await told('--sources', 'Astta')).toEqual([2, expect.stringContaining('Asta')]);
    expect(await told('--roles', 'alle')).toEqual([2, expect.stringContaining('interviewee')]);
    expect(await told('--sample', 'ingen')).toEqual([2, expect.stringContaining('--sample')]);
    expect((await told('--unit', 'ord'))[0]).toBe(2);
  });
});
