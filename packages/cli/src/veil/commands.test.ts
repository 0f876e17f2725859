import { readDocxText } from '@bagom/formats';
import { existsSync } from 'node:fs';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { COMMANDS, type CommandName } from '../commands/index.js';
import { run, temporaryFolder } from '../run-line.fixture.js';
import { alike, blindStudy, ONE, OTHER, SECRET, TEXT, type HiddenWork } from './blind-study.fixture.js';

const at = temporaryFolder();
const STUDIES = { one: at('one.bagom'), other: at('other.bagom') };
const corrected = at('asta.txt');

/**
 * Every line on which a command tells of a study. `S` is the study, `F` a file that it writes; a line with `--as-it-is` is
 * run on a copy of its own, which it changes.
 */
const LINES: Record<CommandName, readonly (readonly string[])[]> = {
  info: [
    ['info', 'S'],
    ['info', 'S', '--json'],
  ],
  codes: [
    ['codes', 'S'],
    ['codes', 'S', '--json'],
    ['codes', 'S', '--out', 'F.txt'],
    ['codes', 'S', '--out', 'F.html'],
    ['codes', 'S', '--out', 'F.docx', '--json'],
  ],
  matrix: [
    ['matrix', 'S'],
    ['matrix', 'S', '--rows', 'person', '--cols', 'code', '--json'],
  ],
  agreement: [
    ['agreement', 'S', '--replicates', '0'],
    ['agreement', 'S', '--replicates', '0', '--json'],
    ['agreement', 'S', '--sample', 'Prøve', '--replicates', '0'],
    ['agreement', 'S', '--sources', 'asta,bo', '--coders', 'signe,karen', '--replicates', '0', '--json'],
  ],
  retrieve: [
    ['retrieve', 'S'],
    ['retrieve', 'S', '--json'],
    ['retrieve', 'S', '--coder', 'karen', '--json'],
    ['retrieve', 'S', '--code', 'savn', '--code', 'arbejde', '--text', 'venner', '--json'],
    ['retrieve', 'S', '--out', 'F.csv'],
    ['retrieve', 'S', '--out', 'F.html', '--json'],
    ['retrieve', 'S', '--out', 'F.docx'],
  ],
  report: [
    ['report', 'S', '--out', 'F.txt'],
    ['report', 'S', '--out', 'F.html', '--json'],
    ['report', 'S', '--out', 'F.docx'],
  ],
  audit: [
    ['audit', 'S'],
    ['audit', 'S', '--study', 'S', '--json'],
  ],
  import: [
    ['import', 'S', corrected, '--replace', 'asta', '--dry-run'],
    ['import', 'S', corrected, '--replace', 'asta', '--dry-run', '--json'],
    ['import', 'S', corrected, '--replace', 'asta'],
  ],
  merge: [
    ['merge', 'S', 'S-copy'],
    ['merge', 'S', 'S-copy', '--json'],
  ],
  conflicts: [
    ['conflicts', 'S'],
    ['conflicts', 'S', '--json'],
  ],
  // It hands the whole study over, and tells nothing of it but its size.
  copy: [],
  check: [
    ['check', 'S'],
    ['check', 'S', '--json'],
  ],
  survey: [
    ['survey', 'S'],
    ['survey', 'S', '--json'],
  ],
  classes: [
    ['classes', 'S'],
    ['classes', 'S', '--json'],
  ],
  // What these make or serve has no codings of the study's: `start` serves the routes, which have a test of their own.
  score: [],
  start: [],
  new: [],
  demo: [],
};

beforeAll(async () => {
  const build = async (location: string, hidden: HiddenWork) => (await blindStudy(location, hidden)).close();
  await build(STUDIES.one, ONE);
  await build(STUDIES.other, OTHER);
  await writeFile(corrected, TEXT.replace('venner', 'veninder').replace('arbejde', 'job'));
});

let files = 0;

/** What a line said, on both outputs and in its file, on a copy of a study. */
async function told(
  study: string,
  line: readonly string[],
): Promise<{ out: string; err: string; code: number }> {
  const own = at(`egen-${++files}.bagom`);
  await copyFile(study, own);
  const copy = at(`kopi-${files}.bagom`);
  await copyFile(study, copy);
  const places: Record<string, string> = { S: own, 'S-copy': copy };
  const words = line.map(
    (word) => places[word] ?? (word.startsWith('F.') ? at(`ud-${files}${word.slice(1)}`) : word),
  );
  const { out, err, code } = await run(...words);
  const file = words.find((word) => word.includes(`ud-${files}.`));
  let written = '';
  if (file !== undefined && existsSync(file)) {
    const bytes = await readFile(file);
    written = file.endsWith('.docx') ? await readDocxText(bytes, file) : bytes.toString('utf8');
  }
  const plain = (text: string) => alike(text).replaceAll(/[^\s"«»:]*(egen|kopi|ud)-\d+/g, '');
  return { out: plain(`${out}\n${written}`), err: plain(err), code };
}

const lines = Object.values(LINES).flat();
/** How many are left out is told, of which texts and why; that is all that may differ. */
const withoutCount = (text: string) =>
  text.replaceAll(/,"leftOut":\{.*?"why":"blind"\}/g, '').replaceAll(/Udeladt, fordi .*--unveil\.\n/g, '');

test('every command has its lines here', () => {
  expect(Object.keys(LINES).sort()).toEqual(Object.keys(COMMANDS).sort());
});

describe.each([[[]], [['--seen-by', 'signe']]])('looking with %s', (who: string[]) => {
  const looking = lines.filter(
    ([name]) => who.length === 0 || !['check', 'survey', 'classes'].includes(name!),
  );

  test.each(looking.map((line) => [line.join(' '), line] as const))(
    '%s tells nothing that depends on what another codes blind',
    async (_, line) => {
      const [seen, same] = [
        await told(STUDIES.one, [...line, ...who]),
        await told(STUDIES.other, [...line, ...who]),
      ];
      expect(seen.code).not.toBe(2);
      expect(`${seen.out}${seen.err}`).not.toContain(SECRET);
      expect(withoutCount(seen.out)).toBe(withoutCount(same.out));
      expect([withoutCount(seen.err), seen.code]).toEqual([withoutCount(same.err), same.code]);
    },
  );
});

const veiled = lines.filter(([name]) => !['check', 'survey', 'classes'].includes(name!));
test.each(veiled.map((line) => [line.join(' '), line] as const))(
  '%s says what it leaves out, and why',
  async (_, line) => {
    const { out, err } = await told(STUDIES.one, line);
    expect(err).toContain(
      'Udeladt, fordi det stadig kodes blindt: 4 kodninger og 7 memoer (asta: 2, bo: 2; stikprøve »Prøve«)',
    );
    const answers = line.includes('--json') ? [JSON.parse(out.split('\n')[0]!) as object] : [];
    const leftOut = {
      codings: 4,
      texts: [
        { source: 'asta', codings: 2, samples: ['Prøve'] },
        { source: 'bo', codings: 2, samples: ['Prøve'] },
      ],
      why: 'blind',
    };
    // A refusal says why itself.
    for (const answer of answers.filter((one) => !('error' in one)))
      expect(answer).toMatchObject({ leftOut });
  },
);

test('who leads the study sees all with --unveil, a coder their own; not both', async () => {
  const total = async (...who: string[]) =>
    (JSON.parse((await told(STUDIES.one, ['retrieve', 'S', '--json', ...who])).out) as { total: number })
      .total;
  expect(await total()).toBe(1);
  expect(await total('--seen-by', 'signe')).toBe(2);
  const { out, err } = await told(STUDIES.one, ['retrieve', 'S', '--json', '--unveil']);
  expect([JSON.parse(out), err]).toMatchObject([{ total: 4 }, '']);
  expect(out).not.toContain('leftOut');
  const both = await told(STUDIES.one, ['retrieve', 'S', '--unveil', '--seen-by', 'signe']);
  expect([both.code, both.err]).toEqual([2, expect.stringContaining('--seen-by og --unveil')]);
  expect((await told(STUDIES.one, ['matrix', 'S', '--seen-by', 'sine'])).err).toContain('signe');
});

test('agreement on a sample that is still coded blind is told to who leads the study alone', async () => {
  const line = ['agreement', 'S', '--sample', 'Prøve', '--replicates', '0'];
  const refused = await told(STUDIES.one, line);
  expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('kodes stadig blindt')]);
  const led = await told(STUDIES.one, [...line, '--unveil']);
  expect([led.code, led.out]).toEqual([0, expect.stringContaining('Kodes stadig blindt: Prøve')]);
});
