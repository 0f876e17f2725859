import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { run, temporaryFolder } from './run-line.fixture.js';

const at = temporaryFolder();
const study = at('demo.bagom');

interface Answer {
  passages: {
    source: string;
    person: string;
    from: number;
    to: number;
    text: string;
    codes: string[];
    mayPrint: boolean;
  }[];
  total: number;
  persons: number;
}

const retrieved = async (...line: string[]): Promise<Answer> => {
  const { code, out } = await run('retrieve', study, ...line, '--json');
  expect(code).toBe(0);
  return JSON.parse(out) as Answer;
};

beforeAll(async () => {
  const { code, err } = await run('demo', study);
  if (code !== 0) throw new Error(err);
}, 60_000);

test('passages come with source, person, place, words and codes, and as many as are said', async () => {
  const { passages, total, persons } = await retrieved('--code', 'Relationer/Ensomhed');
  expect(passages).toHaveLength(total);
  expect(persons).toBe(new Set(passages.map(({ person }) => person)).size);
  for (const { from, to, text, codes } of passages) {
    expect(to).toBeGreaterThan(from);
    expect(text).not.toBe('');
    expect(codes.some((code) => code.startsWith('Relationer/Ensomhed'))).toBe(true);
  }
  const few = await retrieved('--code', 'Relationer/Ensomhed', '--limit', '3');
  expect([few.total, few.passages]).toEqual([total, passages.slice(0, 3)]);
});

test('a group is asked for in the words of the program or of the field', async () => {
  const adults = await retrieved('--code', 'Relationer', '--where', 'phase=adult');
  expect(adults.total).toBeGreaterThan(0);
  expect(await retrieved('--code', 'Relationer', '--where', 'phase=voksne')).toEqual(adults);
  expect(await retrieved('--code', 'Relationer', '--where', 'phase=Voksne,gender=kvinder')).toEqual(
    await retrieved('--code', 'Relationer', '--where', 'phase=adult', '--where', 'gender=f'),
  );
});

test('two codes mean either', async () => {
  const [one, other, both] = [
    await retrieved('--code', 'Helbred/Rusmidler'),
    await retrieved('--code', 'Helbred/Angst og uro'),
    await retrieved('--code', 'Helbred/Rusmidler', '--code', 'Helbred/Angst og uro'),
  ];
  const places = ({ passages }: Answer) => passages.map(({ source, from, to }) => `${source} ${from} ${to}`);
  expect(new Set(places(both))).toEqual(new Set([...places(one), ...places(other)]));
});

test('words are found in all inflections, in what may be printed', async () => {
  const all = await retrieved('--code', 'Relationer');
  const found = await retrieved('--code', 'Relationer', '--text', 'venner');
  expect(found.total).toBeGreaterThan(0);
  expect(found.passages).toEqual(
    all.passages.filter(({ text }) =>
      /(?<![\p{L}])ven(?:s|ner|nen|nens|ners|nerne|nernes)?(?![\p{L}])/iu.test(text),
    ),
  );
});

test('files hold the passages; what may not be quoted is held back and told', async () => {
  const all = await retrieved('--code', 'Ønsker');
  const csv = at('wishes.csv');
  const told = await run('retrieve', study, '--code', 'Ønsker', '--out', csv, '--json');
  const withheld = all.passages.filter(({ mayPrint }) => !mayPrint).length;
  expect(JSON.parse(told.out)).toEqual({ file: csv, total: all.total, persons: all.persons, withheld });
  const lines = readFileSync(csv, 'utf8').trimEnd().split('\r\n');
  expect(lines[0]).toBe('\uFEFFperson;age;source;version;from;to;codes;text');
  const html = at('wishes.html');
  expect((await run('retrieve', study, '--code', 'Ønsker', '--out', html)).code).toBe(0);
  const written = readFileSync(html, 'utf8');
  // Words without signs that HTML writes otherwise.
  const plain = all.passages.map(({ text, ...rest }) => ({
    ...rest,
    words: text.split('\n')[0]!.slice(0, 30),
  }));
  const shown = plain.filter(({ words }) => !/[<>&"']/.test(words));
  expect(shown.filter(({ words }) => !written.includes(words))).toEqual(
    shown.filter(({ mayPrint }) => !mayPrint),
  );
  const docx = at('wishes.docx');
  expect((await run('retrieve', study, '--code', 'Ønsker', '--out', docx)).code).toBe(0);
  expect(readFileSync(docx).subarray(0, 2).toString()).toBe('PK');
});

test('a name that nearly is one is answered with the one that is', async () => {
  for (const [line, nearest] of [
    [['--code', 'Relationer/Ensomed'], 'Relationer/Ensomhed'],
    [['--where', 'phase=vokse'], 'phase=voksen'],
    [['--coder', 'Signe Brun'], 'Signe Bruun'],
    [['--out', at('x.pdf')], '.csv, .docx, .html'],
  ] as const) {
    const { code, err } = await run('retrieve', study, ...line);
    expect(code).toBe(2);
    expect(err).toContain(nearest);
  }
});
