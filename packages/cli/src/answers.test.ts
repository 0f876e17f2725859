import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withAnswers } from './answers.js';
import { namesAsked, readAsked, type AskedAnswers, type ClassesAsked } from './classes/asked.js';
import { run, temporaryFolder } from './run-line.fixture.js';

/** Indicators and weights as `bagom classes` reads them, of a file or a study. */
function readAnswers(name: string, items?: readonly string[], weights?: string): Promise<AskedAnswers> {
  const asked: ClassesAsked = {
    items,
    weights,
    strata: undefined,
    psu: undefined,
    fpc: undefined,
    'lonely-psu': undefined,
    ordinal: undefined,
    'missing-category': undefined,
    covariates: undefined,
    threestep: undefined,
    assignment: undefined,
    distal: undefined,
    errors: undefined,
  };
  const names = namesAsked(asked);
  return withAnswers(name, { names, texts: names !== undefined }, (opened) => readAsked(opened, asked));
}

const at = temporaryFolder();
const csv = at('svar.csv');
const LINES = ['1;2;5;x;0,5', '2;9;;y;1,5', '1;2;7;;1', ';9;5;x;2', '2;2;7;z;0,25'];
writeFileSync(csv, `ensom;hjælp;syn;ord;vægt\n${LINES.join('\n')}\n`);

test('a file’s answers are those of the study it is read into', async () => {
  const study = at('study.bagom');
  expect((await run('new', study)).code).toBe(0);
  expect((await run('import', study, csv)).code).toBe(0);
  const items = ['ensom', 'hjælp', 'syn'];
  const ofFile = await readAnswers(csv, items, 'vægt');
  expect(ofFile).toEqual(await readAnswers(study, items, 'vægt'));
  expect(ofFile.items.map(({ codes }) => [...codes])).toEqual([
    [1, 2, 1, 0, 2],
    [1, 2, 1, 2, 1],
    [1, 0, 2, 1, 2],
  ]);
  expect(ofFile.items.map(({ values }) => values)).toEqual([
    [1, 2],
    [2, 9],
    [5, 7],
  ]);
  expect([...(ofFile.weights ?? [])]).toEqual([0.5, 1.5, 1, 2, 0.25]);
});

test('of a file nobody has described, the columns of two to nine whole numbers are indicators', async () => {
  const { items, weights } = await readAnswers(csv);
  expect(items.map(({ name }) => name)).toEqual(['ensom', 'hjælp', 'syn']);
  expect(weights).toBeNull();
});

test('only the columns that are wanted are kept, and a text only where texts are', async () => {
  const wanted = { names: new Set(['syn', 'ord']), texts: false };
  const values = await withAnswers(csv, wanted, async ({ columns }) =>
    Promise.all(columns.map(async (column) => [column.name, (await column.values()) !== null])),
  );
  expect(values.filter(([, kept]) => kept)).toEqual([['syn', true]]);
});

test('words that are named are categories', async () => {
  const { items } = await readAnswers(csv, ['ord']);
  expect(items.map(({ codes }) => [...codes])).toEqual([[1, 2, 0, 1, 3]]);
});

test('what cannot be an indicator is told by name', async () => {
  await expect(readAnswers(csv, ['alder'])).rejects.toThrow('survey.unknown-variable');
  const many = at('mange.csv');
  writeFileSync(many, `nr;q\n${Array.from({ length: 300 }, (_, n) => `${n};${n % 2}`).join('\n')}\n`);
  await expect(readAnswers(many, ['nr', 'q'])).rejects.toThrow('classes.too-many-categories');
});
