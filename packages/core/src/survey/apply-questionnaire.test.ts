import { expect, test } from 'vitest';
import { applyQuestionnaire } from './apply-questionnaire.js';
import { numberedCodes } from './numbered-codes.js';
import { questionnaireVariable, type Questionnaire, type QuestionnaireVariable } from './questionnaire.js';

const asked = (...variables: QuestionnaireVariable[]): Questionnaire => ({
  kind: 'ddi',
  title: '',
  language: '',
  languages: [],
  variables,
  own: ['_id'],
  missing: [],
  notes: [],
});
const numbers = (name: string, ...values: number[]) => ({ name, values: Float64Array.from(values) });
const words = (name: string, ...values: string[]) => ({ name, values });

test('a column of numbers gets labels, missing numbers one by one, and its answers stay as they are', () => {
  const variable = questionnaireVariable('q', {
    labels: [
      { value: '02', label: 'nej' },
      { value: '1', label: 'ja' },
      { value: 'A', label: 'kan ikke stå i tal' },
      { value: '99', label: 'ved ikke' },
    ],
    missing: ['99', 'UNK'],
    missingRange: { from: -9, to: -1 },
  });
  const column = numbers('q', 1, 2, -3, 7, NaN);
  const [described] = applyQuestionnaire(asked(variable), [column]).matched;
  expect(described).toMatchObject({
    labels: [
      { value: 1, label: 'ja' },
      { value: 2, label: 'nej' },
      { value: 99, label: 'ved ikke' },
    ],
    userMissing: [-3, 99],
    codes: [],
    unlabelled: ['7'],
  });
  expect(column.values).toEqual(Float64Array.of(1, 2, -3, 7, NaN));
});

test('what has no counterpart is told on either side, the platform’s own columns apart', () => {
  const questionnaire = asked(questionnaireVariable('a'), questionnaireVariable('b'));
  expect(
    applyQuestionnaire(questionnaire, [words('a', ''), words('c', ''), words('_id', '1')]),
  ).toMatchObject({
    unmatchedColumns: ['c'],
    ownColumns: ['_id'],
    unmatchedQuestions: ['b'],
    ambiguous: [],
  });
});

test('a name that could mean two questions, or two columns that could be one, decide nothing', () => {
  const two = asked(questionnaireVariable('g1/a'), questionnaireVariable('g2/a'), questionnaireVariable('b'));
  const { matched, ambiguous } = applyQuestionnaire(two, [words('a'), words('B_'), words('b.')]);
  expect(matched).toEqual([]);
  expect(ambiguous).toEqual(['B_', 'b.']);
  const exact = applyQuestionnaire(two, [words('b'), words('b.')]);
  expect(exact.matched.map(({ name }) => name)).toEqual(['b']);
});

test('no question is given to two columns, whatever the names', () => {
  const names = ['q', 'Q', 'q[1]', 'q_1', 'q.1', 'x/q', 'q. Hvad?', 'q1'];
  const questionnaire = asked(...names.map((name) => questionnaireVariable(name, { aliases: [`${name}#`] })));
  const { matched } = applyQuestionnaire(
    questionnaire,
    [...names, ...names.map((name) => `${name}#`)].map((name) => words(name)),
  );
  expect(new Set(matched.map(({ variable }) => variable)).size).toBe(matched.length);
  for (const name of names) expect(matched.find((one) => one.name === name)?.variable.name).toBe(name);
});

test('where only missing values have words, answers lack none', () => {
  const variable = questionnaireVariable('q', {
    labels: [{ value: '9', label: 'ved ikke' }],
    missing: ['9'],
  });
  expect(applyQuestionnaire(asked(variable), [numbers('q', 1, 2, 9)]).matched[0]?.unlabelled).toEqual([]);
  expect(applyQuestionnaire(asked(variable), [words('q', '1', '9')]).matched[0]?.unlabelled).toEqual([]);
});

test('a range without ends of its own marks no answer that lies outside it', () => {
  const variable = questionnaireVariable('q', { missingRange: { from: 97, to: Infinity } });
  const { matched } = applyQuestionnaire(asked(variable), [numbers('q', 1, 97, 1e9, NaN)]);
  expect(matched[0]?.userMissing).toEqual([97, 1e9]);
});

test('letter codes become numbers: a number keeps itself, others follow in the questionnaire’s order', () => {
  const codes = ['1', '3', '-oth-', 'A2'].map((value) => ({ value, label: `svar ${value}` }));
  const numbered = numberedCodes(['3', '', '-oth-', 'A2', 'UNK'], codes, ['UNK']);
  expect([...numbered!.values]).toEqual([3, NaN, 4, 5, 6]);
  expect(numbered!.labels.map(({ value }) => value)).toEqual([1, 3, 4, 5]);
  expect(numbered!.userMissing).toEqual([6]);
});

test('codes for no answer of the whole survey count where they were answered, and nowhere else', () => {
  const missing = [
    { value: '-99', label: 'ved ikke' },
    { value: 'UNK', label: 'ukendt' },
  ];
  const choice = questionnaireVariable('valg', { labels: [{ value: '1', label: 'ja' }] });
  const age = questionnaireVariable('alder', { kind: 'number' });
  const open = questionnaireVariable('andet', { kind: 'string' });
  const { matched } = applyQuestionnaire({ ...asked(choice, age, open), missing }, [
    numbers('valg', 1, -99),
    words('alder', '34', 'UNK', '-1'),
    words('andet', 'UNK'),
  ]);
  expect(matched[0]).toMatchObject({
    userMissing: [-99],
    labels: [{ value: -99 }, { value: 1 }],
    unlabelled: [],
  });
  expect(matched[1]).toMatchObject({
    codes: [{ value: 'UNK' }],
    variable: { missing: ['UNK'] },
    unlabelled: [],
  });
  expect(matched[2]).toMatchObject({ codes: [], unlabelled: [] });
  const { codes, variable } = matched[1]!;
  const numbered = numberedCodes(['34', 'UNK', '-1', ''], codes, variable.missing, true);
  expect([...numbered!.values]).toEqual([34, -2, -1, NaN]);
  expect(numbered).toMatchObject({ userMissing: [-2], labels: [{ value: -2, label: 'ukendt' }] });
  expect(numberedCodes(['34', 'mange'], codes, variable.missing, true)).toBeNull();
});

test('a column with one answer that is no code stays words, and codes that are one number stay apart', () => {
  const codes = [
    { value: '1', label: 'a' },
    { value: '01', label: 'b' },
  ];
  expect(numberedCodes(['1', 'andet'], codes)).toBeNull();
  expect(numberedCodes(['1'], [])).toBeNull();
  expect([...numberedCodes(['1', '01'], codes)!.values]).toEqual([1, 2]);
});
