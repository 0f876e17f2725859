import { applyQuestionnaire } from '@bagom/core';
import { expect, test } from 'vitest';
import { readQuestionnaire } from '../questionnaire/read.js';
import { workbook } from '../xlsx/handmade.fixture.js';

const FORM = {
  survey: [
    ['type', 'name', 'label::Dansk (da)', 'label::English (en)', 'relevant'],
    ['start', 'start', null, null, null],
    ['begin_group', 'hverdag', 'Hverdag', 'Everyday life', null],
    ['select_one Beskaeftigelse or_other', 'arbejde', 'Hvad laver du?', 'What do you do?', null],
    ['select_multiple hjaelp', 'hjaelp', 'Hvem hjælper dig?', 'Who helps you?', "${arbejde} = 'hjem'"],
    ['end_group', null, null, null, null],
    ['note', 'tak', 'Tak', 'Thanks', null],
    ['integer', 'alder', 'Alder', 'Age', null],
    ['begin repeat', 'barn', 'Barn', 'Child', null],
    ['text', 'navn', 'Navn', 'Name', null],
    ['end repeat', null, null, null, null],
  ],
  choices: [
    ['list_name', 'name', 'label::Dansk (da)', 'label::English (en)'],
    ['Beskaeftigelse', 'arb', 'Arbejder', 'Work'],
    ['Beskaeftigelse', 'hjem', 'Hjemme', 'At home'],
    ['hjaelp', 1, 'Familie', 'Family'],
    ['hjaelp', 2, 'Venner', 'Friends'],
  ],
  settings: [
    ['form_title', 'default_language'],
    ['Hverdag', 'Dansk (da)'],
  ],
};
const read = async (language = '') => readQuestionnaire(await workbook(FORM), 'form.xlsx', { language });

test('groups are paths, several answers a column each, and the title and languages are known', async () => {
  const { kind, title, language, languages, variables } = await read();
  expect({ kind, title, language, languages }).toEqual({
    kind: 'xlsform',
    title: 'Hverdag',
    language: 'Dansk (da)',
    languages: ['Dansk (da)', 'English (en)'],
  });
  expect(variables.map(({ name }) => name)).toEqual([
    'hverdag/arbejde',
    'hverdag/arbejde_other',
    'hverdag/hjaelp',
    'hverdag/hjaelp/1',
    'hverdag/hjaelp/2',
    'alder',
    'barn/navn',
  ]);
  expect(variables[0]).toMatchObject({
    label: 'Hvad laver du?',
    from: 'Hverdag',
    labels: [
      { value: 'arb', label: 'Arbejder' },
      { value: 'hjem', label: 'Hjemme' },
      { value: 'other', label: 'Other' },
    ],
  });
  expect(variables[3]).toMatchObject({ label: 'Familie – Hvem hjælper dig?' });
});

test('a language is found by its code', async () => {
  const { variables, language } = await read('en');
  expect(language).toBe('English (en)');
  expect(variables[5]?.label).toBe('Age');
});

test('repeats, conditions and cells of several answers are told with their row', async () => {
  expect((await read()).notes).toEqual([
    { line: 5, kind: 'asked-on-condition', text: "hjaelp: ${arbejde} = 'hjem'" },
    { line: 5, kind: 'several-in-one-cell', text: 'hjaelp' },
    { line: 9, kind: 'repeated-group', text: 'barn' },
  ]);
});

test('columns are found with and without their group, and with dots or dashes between', async () => {
  const questionnaire = await read();
  const column = (name: string) => ({ name, values: ['arb'] });
  for (const names of [
    ['start', 'hverdag/arbejde', 'hverdag/hjaelp/1', '_id'],
    ['hverdag.arbejde', 'hverdag.hjaelp.1'],
    ['hverdag-arbejde', 'hverdag-hjaelp-1'],
    ['arbejde', 'hjaelp/1'],
  ]) {
    const { matched, unmatchedColumns } = applyQuestionnaire(questionnaire, names.map(column));
    expect(matched.map(({ variable }) => variable.name)).toEqual(['hverdag/arbejde', 'hverdag/hjaelp/1']);
    expect(unmatchedColumns).toEqual([]);
  }
});

test('a workbook that is no form is refused by what it lacks', async () => {
  const reason = async (sheets: Parameters<typeof workbook>[0]) =>
    readQuestionnaire(await workbook(sheets), 'x.xlsx').then(
      () => null,
      (error: { data: unknown }) => error.data,
    );
  expect(await reason({ Ark1: [['a']] })).toMatchObject({ reason: 'no-sheet', at: 'survey' });
  expect(await reason({ survey: [['type', 'label']] })).toMatchObject({
    reason: 'no-column',
    at: 'survey: name',
  });
  expect(await reason({ survey: [['type', 'name']] })).toMatchObject({ reason: 'no-questions' });
  const twice = [
    ['type', 'name'],
    ['text', 'a'],
    ['text', 'a'],
  ];
  expect(await reason({ survey: twice })).toMatchObject({ reason: 'duplicate-variable', at: 'a' });
});
