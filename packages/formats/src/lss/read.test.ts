import { applyQuestionnaire, type QuestionnaireVariable } from '@bagom/core';
import { expect, test } from 'vitest';
import { readSurvey } from '../csv/read.js';
import { readQuestionnaire } from '../questionnaire/read.js';
import { sample } from '../questionnaire/samples.fixture.js';
import { readLss } from './read.js';
import { refuseQuestionnaire } from '../questionnaire/damage.js';

const read = (language = 'da') => readQuestionnaire(sample('limesurvey.lss'), 'a.lss', { language });
const named = (variables: readonly QuestionnaireVariable[], name: string) =>
  variables.find((variable) => variable.name === name);

test('questions come in the order of their groups, an array as a column an item', async () => {
  const { kind, title, language, languages, variables } = await read();
  expect({ kind, title, language, languages }).toEqual({
    kind: 'limesurvey',
    title: 'Hverdag og fællesskab',
    language: 'da',
    languages: ['da', 'en'],
  });
  expect(variables.map(({ name }) => name)).toEqual([
    'arbejde',
    'arbejde[other]',
    'samvaer[SQ001]',
    'samvaer[SQ002]',
    'hjaelp[SQ001]',
    'hjaelp[SQ002]',
    'hjaelp[other]',
    'tilfreds',
    'ensom',
    'alder',
    'andet',
    'vigtig[SQ001][1]',
    'vigtig[SQ001][2]',
    'timer[M_H]',
    'timer[M_U]',
    'raekke[1]',
    'raekke[2]',
  ]);
  expect(named(variables, 'samvaer[SQ002]')).toMatchObject({
    label: 'venner – Hvor ofte er du sammen med …',
    question: 'Hvor ofte er du sammen med …',
    from: 'Hverdag',
    measure: 'ordinal',
    labels: [
      { value: '1', label: 'Dagligt' },
      { value: '2', label: 'Ugentligt' },
      { value: '3', label: 'Sjældnere' },
    ],
  });
});

test('tags are no words, and the answer that is none of those listed has its code', async () => {
  const { variables } = await read();
  expect(named(variables, 'arbejde')).toMatchObject({
    question: 'Hvad laver du til hverdag?',
    labels: [
      { value: 'A1', label: 'Arbejder' },
      { value: 'A2', label: 'Studerer' },
      { value: 'A3', label: 'Er hjemme' },
      { value: '-oth-', label: 'Andet' },
    ],
  });
  expect(named(variables, 'andet')?.question).toBe('Er der andet, du vil fortælle? (<200 tegn)');
});

test('the other language is read when it is wanted, and the first where it is not there', async () => {
  const english = await read('en');
  expect(english.title).toBe('Everyday life and community');
  expect(named(english.variables, 'ensom')).toMatchObject({
    label: 'Do you feel lonely?',
    labels: [
      { value: 'Y', label: 'Yes' },
      { value: 'N', label: 'No' },
    ],
  });
  expect((await read('fr')).language).toBe('da');
});

test('the two scales of one item have labels of their own', async () => {
  const { variables } = await read();
  expect(named(variables, 'vigtig[SQ001][1]')?.labels[0]?.label).toBe('Ofte');
  expect(named(variables, 'vigtig[SQ001][2]')?.labels[0]?.label).toBe('Vigtigt');
});

test('what has no form here is told: conditions, and boxes that were not ticked', async () => {
  const { notes } = await read();
  expect(notes).toEqual([
    { line: null, kind: 'ticked-or-empty', text: 'hjaelp' },
    { line: null, kind: 'asked-on-condition', text: 'hjaelp: arbejde.NAOK != "A1"' },
  ]);
});

test('every column of an export finds its question, under each way of naming columns', async () => {
  const questionnaire = await read();
  const { columns } = readSurvey(sample('limesurvey-answers.csv'), 'a.csv');
  const { matched, unmatchedColumns, ownColumns, unmatchedQuestions, ambiguous } = applyQuestionnaire(
    questionnaire,
    columns,
  );
  expect(matched.map(({ name, variable }) => [name, variable.name]).filter(([a, b]) => a !== b)).toEqual([]);
  expect(matched).toHaveLength(17);
  expect(unmatchedColumns).toEqual([]);
  expect(ownColumns).toEqual(['id', 'submitdate', 'lastpage', 'startlanguage']);
  expect([unmatchedQuestions, ambiguous]).toEqual([[], []]);
  expect(matched.find(({ name }) => name === 'samvaer[SQ002]')?.unlabelled).toEqual(['9']);
  const namings = {
    'low lines': (name: string) => name.replaceAll('][', '_').replaceAll('[', '_').replaceAll(']', ''),
    'survey, group and question numbers': (name: string) =>
      name === 'samvaer[SQ001]' ? '123456X1X2SQ001' : name,
    'code and words': (name: string) => (name === 'ensom' ? 'ensom. Føler du dig ensom?' : name),
    'whole words': (name: string) =>
      name === 'samvaer[SQ001]' ? 'Hvor ofte er du sammen med … [familie]' : name,
  };
  for (const [naming, rename] of Object.entries(namings)) {
    const renamed = columns
      .filter(({ name }) => naming !== 'low lines' || !name.startsWith('vigtig'))
      .map((column) => ({ ...column, name: rename(column.name) }));
    expect([naming, applyQuestionnaire(questionnaire, renamed).unmatchedColumns]).toEqual([naming, []]);
  }
  const dual = applyQuestionnaire(questionnaire, [
    { name: 'vigtig_SQ001_0', values: Float64Array.of(1) },
    { name: 'vigtig_SQ001_1', values: Float64Array.of(1) },
  ]);
  expect(dual.matched.map(({ variable }) => variable.name)).toEqual(['vigtig[SQ001][1]', 'vigtig[SQ001][2]']);
});

test('a file of the old form is read as the new one', async () => {
  const old = await readQuestionnaire(sample('limesurvey-old.lss'), 'old.lss', { language: 'en' });
  const [work] = (await read('en')).variables;
  expect(old.variables[0]).toEqual({ ...work, aliases: old.variables[0]!.aliases });
  expect(old.variables[0]!.from).toBe('Everyday life');
});

test('two questions of one code are refused by their name', () => {
  const text = new TextDecoder().decode(sample('limesurvey.lss')).replaceAll('[ensom]', '[alder]');
  expect(() => readLss(text, refuseQuestionnaire('a.lss'))).toThrow(
    'questionnaire.damaged {"file":"a.lss","reason":"duplicate-variable","at":"alder"}',
  );
});
