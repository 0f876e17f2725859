import {
  extendedMissing,
  numberColumn,
  stringColumn,
  writeDta,
  writeSav,
  type SurveyTable,
} from '@bagom/formats';
import { afterEach, beforeEach, expect, test } from 'vitest';
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

test('half an SPSS file changes nothing', async () => {
  const before = await served.study.operationCount();
  const half = writeSav(table).bytes.slice(0, 400);
  await expect(importFile(served.study, half, { fileName: 'fil.sav' })).rejects.toMatchObject({
    code: 'sav.damaged',
  });
  expect(await served.study.operationCount()).toBe(before);
});
