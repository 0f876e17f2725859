import { applyQuestionnaire } from '@bagom/core';
import { expect, test } from 'vitest';
import { readSurvey } from '../csv/read.js';
import { readQuestionnaire } from '../questionnaire/read.js';
import { sample } from '../questionnaire/samples.fixture.js';
import { choicesIn } from './choices.js';

const read = () => readQuestionnaire(sample('redcap-dictionary.csv'), 'ordbog.csv');

test('a field is a column, a checkbox a column a choice, and each form has its status', async () => {
  const { kind, variables } = await read();
  expect(kind).toBe('redcap');
  expect(variables.map(({ name }) => name)).toEqual(
    'record_id navn alder bolig hjaelp___1 hjaelp___2 hjaelp____1 ensom rask bmi noter baggrund_complete trivsel_complete'.split(
      ' ',
    ),
  );
  expect(variables[0]).toMatchObject({ role: 'respondent', label: 'Løbenummer' });
  expect(variables[3]).toMatchObject({ question: 'Hvordan bor du?', from: 'baggrund / Hvor du bor' });
  expect(variables[4]).toMatchObject({ label: 'Familie – Hvem hjælper dig?', kind: 'number' });
});

test('a choice may have commas in its words, and a code may be negative', async () => {
  const { variables } = await read();
  expect(variables[3]?.labels).toEqual([
    { value: '1', label: 'Alene' },
    { value: '2', label: 'Med andre, fx familie' },
    { value: '3', label: 'På bosted' },
    { value: '-9', label: 'Vil ikke svare' },
  ]);
  expect(choicesIn('ja | nej, Nej | ja, igen |')).toEqual([
    { value: 'ja', label: 'ja' },
    { value: 'nej', label: 'Nej' },
  ]);
});

test('fields that identify somebody, conditions and calculations are told with their line', async () => {
  expect((await read()).notes).toEqual([
    { line: 3, kind: 'identifying-field', text: 'navn' },
    { line: 6, kind: 'asked-on-condition', text: 'hjaelp: [alder] > 25' },
    { line: 9, kind: 'calculated-field', text: 'bmi' },
  ]);
});

test('every column of a record export finds its field', async () => {
  const { columns } = readSurvey(sample('redcap-records.csv'), 'a.csv');
  const { unmatchedColumns, ownColumns, unmatchedQuestions, matched } = applyQuestionnaire(
    await read(),
    columns,
  );
  expect([unmatchedColumns, ownColumns, unmatchedQuestions]).toEqual([[], ['redcap_event_name'], []]);
  expect(matched.find(({ name }) => name === 'hjaelp____1')?.label).toBe('Ingen – Hvem hjælper dig?');
});

test('the columns of the API are the same columns', async () => {
  const text =
    'field_name,form_name,field_type,field_label,select_choices_or_calculations\nq,f,radio,Hvad?,"1, A | 2, B"\n';
  const { variables } = await readQuestionnaire(new TextEncoder().encode(text), 'x.csv');
  expect(variables[0]).toMatchObject({
    name: 'q',
    labels: [
      { value: '1', label: 'A' },
      { value: '2', label: 'B' },
    ],
  });
});
