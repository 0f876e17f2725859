import {
  extendedMissing,
  numberColumn,
  stringColumn,
  writeDta,
  writeSav,
  type StringColumn,
  type SurveyTable,
} from '@bagom/formats';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SurveyColumns } from '../survey/columns.js';
import { servedStudy, type ServedStudy } from '../small-study.fixture.js';
import { importFile } from './import-file.js';

let served: ServedStudy;
beforeEach(async () => {
  served = await servedStudy();
});
afterEach(() => served.close());

const table: SurveyTable = {
  columns: [
    numberColumn('ensom', Float64Array.from([1, 2, 9, NaN]), {
      label: 'Føler du dig ensom?',
      measure: 'nominal',
      labels: [
        { value: 1, label: 'ja' },
        { value: 9, label: 'vil ikke svare' },
      ],
      missing: { values: [9], range: null },
    }),
    numberColumn('tal', Float64Array.from([0.5, 1, 1.5, 2]), { measure: 'scale' }),
    stringColumn('svar', ['æ', 'ø', 'å', '']),
  ],
  rows: 4,
  label: '',
  documents: [],
  weight: 'tal',
  encoding: 'UTF-8',
  notes: [],
};
const variables = () =>
  [...served.study.state.variables.values()]
    .filter(({ waveId }) => served.study.state.waves.get(waveId)?.fileName.startsWith('fil.'))
    .map(({ name, label, measure, labels, userMissing, role }) => ({
      name,
      label,
      measure,
      labels,
      userMissing,
      role,
    }));

test('an SPSS file comes with its labels, user-missing values, measures and weight', async () => {
  await importFile(served.study, writeSav(table).bytes, { fileName: 'fil.sav' });
  expect(variables()).toMatchObject([
    {
      name: 'ensom',
      label: 'Føler du dig ensom?',
      measure: 'nominal',
      labels: [
        { value: 1, label: 'ja' },
        { value: 9, label: 'vil ikke svare' },
      ],
      userMissing: [9],
      role: 'none',
    },
    { name: 'tal', measure: 'scale', role: 'weight' },
    { name: 'svar' },
  ]);
});

test("Stata's letters for no answer become numbers that are no answer, and it is told", async () => {
  const a = extendedMissing('a');
  const lettered = numberColumn('ensom', Float64Array.from([1, -1, a, NaN]), {
    missing: { values: [a], range: null },
  });
  const { bytes } = writeDta({ ...table, columns: [lettered], weight: null });
  const { notes } = await importFile(served.study, bytes, { fileName: 'fil.dta' });
  expect(notes).toContainEqual({ line: null, kind: 'missing-letters', text: 'ensom: .a = -2' });
  expect(variables()).toMatchObject([{ userMissing: [-2], labels: [{ value: -2, label: '.a' }] }]);
});

const lettered = (values: string[], more: Partial<StringColumn> = {}) =>
  writeSav({
    ...table,
    columns: [
      stringColumn('bor', values, {
        label: 'Hvor bor du?',
        labels: [
          { value: 'L', label: 'på landet' },
          { value: 'B', label: 'i byen' },
          { value: 'X', label: 'vil ikke svare' },
        ],
        missing: ['X'],
        ...more,
      }),
    ],
    weight: null,
  }).bytes;

test('texts of an SPSS file that have value labels become numbers with them, and it is told', async () => {
  const { notes } = await importFile(served.study, lettered(['B', 'L', 'X', '']), { fileName: 'fil.sav' });
  expect(notes).toEqual([{ line: null, kind: 'codes-as-numbers', text: 'bor: L = 1, B = 2, X = 3' }]);
  expect(variables()).toEqual([
    {
      name: 'bor',
      label: 'Hvor bor du?',
      measure: 'nominal',
      labels: [
        { value: 1, label: 'på landet' },
        { value: 2, label: 'i byen' },
        { value: 3, label: 'vil ikke svare' },
      ],
      userMissing: [3],
      role: 'none',
    },
  ]);
  const variable = [...served.study.state.variables.values()].find(({ name }) => name === 'bor')!;
  expect(variable.kind).toBe('number');
  expect([...(await new SurveyColumns().values(served.study, variable))]).toEqual([2, 1, 3, NaN]);
});

test('value labels of texts longer than SPSS keeps with the others come too', async () => {
  const long = 'i en lejlighed i en stor by';
  const labels = [
    { value: long, label: 'lejlighed' },
    { value: 'hus', label: 'hus' },
  ];
  const bytes = lettered([long, 'hus', '', 'hus'], { labels, missing: [] });
  await importFile(served.study, bytes, { fileName: 'fil.sav' });
  expect(variables()).toMatchObject([
    { labels: [{ label: 'lejlighed' }, { label: 'hus' }], userMissing: [] },
  ]);
});

test('texts with an answer that has no label stay texts, and what is lost is told', async () => {
  const { notes } = await importFile(served.study, lettered(['B', 'L', 'på en båd', 'X']), {
    fileName: 'fil.sav',
  });
  expect(notes).toEqual([
    { line: null, kind: 'codes-stay-text', text: 'bor: på en båd' },
    { line: null, kind: 'missing-words', text: 'bor: X' },
  ]);
  expect(variables()).toMatchObject([{ labels: [], userMissing: [] }]);
});

test('a questionnaire beside the file has the first word on its codes, and can ask for them to be kept', async () => {
  const codebook = `<codeBook><dataDscr><var name="bor"><labl>Bolig</labl>
    <catgry><catValu>B</catValu><labl>by</labl></catgry><catgry><catValu>L</catValu><labl>land</labl></catgry>
    </var></dataDscr></codeBook>`;
  const questionnaire = { bytes: new TextEncoder().encode(codebook), fileName: 'kodebog.xml' };
  const bytes = lettered(['B', 'L', 'L', ''], { missing: [] });
  await importFile(served.study, bytes, { fileName: 'fil.sav', questionnaire });
  expect(variables()[0]!.labels).toEqual([
    { value: 1, label: 'by' },
    { value: 2, label: 'land' },
  ]);
  const kept = await importFile(served.study, bytes, {
    fileName: 'fil.sav',
    questionnaire: { ...questionnaire, keepCodes: true },
    dryRun: true,
  });
  expect(kept.notes.map(({ kind }) => kind)).toEqual(['codes-stay-text']);
});

test('half an SPSS file changes nothing', async () => {
  const before = await served.study.operationCount();
  const half = writeSav(table).bytes.slice(0, 400);
  await expect(importFile(served.study, half, { fileName: 'fil.sav' })).rejects.toMatchObject({
    code: 'sav.damaged',
  });
  expect(await served.study.operationCount()).toBe(before);
});
