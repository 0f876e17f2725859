import { questionnaireVariable, type Questionnaire } from '@bagom/core';
import { expect, test } from 'vitest';
import { readQuestionnaire } from '../questionnaire/read.js';
import { sample } from '../questionnaire/samples.fixture.js';
import { seeded } from '../survey/random-table.fixture.js';
import { writeDdi } from './write.js';

test('variables, questions, categories, invalid values and the weight of an archive’s codebook', async () => {
  const { kind, title, languages, variables } = await readQuestionnaire(
    sample('codebook.xml'),
    'kodebog.xml',
  );
  expect({ kind, title, languages }).toEqual({
    kind: 'ddi',
    title: 'Fællesskab i hverdagen',
    languages: ['da', 'en'],
  });
  expect(variables).toEqual([
    questionnaireVariable('vgt', {
      aliases: ['V1'],
      label: 'Vægt',
      kind: 'number',
      measure: 'scale',
      role: 'weight',
    }),
    questionnaireVariable('ensom', {
      aliases: ['V2'],
      label: 'Ensomhed',
      question: 'De næste spørgsmål handler om ensomhed. Hvor ofte føler du dig ensom?',
      measure: 'ordinal',
      labels: [
        { value: '1', label: 'Ofte' },
        { value: '2', label: 'Sjældent' },
        { value: '8', label: 'Ved ikke' },
      ],
      missing: ['8', '9'],
      missingRange: { from: 97, to: 99 },
    }),
    questionnaireVariable('kommentar', {
      aliases: ['V3'],
      label: 'Andet, du vil sige?',
      question: 'Andet, du vil sige?',
      kind: 'string',
    }),
  ]);
  const english = await readQuestionnaire(sample('codebook.xml'), 'kodebog.xml', { language: 'en' });
  expect(english.variables[1]).toMatchObject({
    label: 'Loneliness',
    labels: [{ label: 'Often' }, { label: 'Seldom' }, { label: "Don't know" }],
  });
});

test('what is written is read again, whatever words and codes there are', async () => {
  const words = ['', 'Ensom?', 'a < b & "c"', "d'", 'æøå 語 😀', ']]>', 'x&amp;y'];
  for (let seed = 1; seed <= 60; seed++) {
    const random = seeded(seed);
    const oneOf = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)]!;
    const variables = Array.from({ length: 1 + Math.floor(random() * 6) }, (_, n) => {
      const question = oneOf(words);
      const labels = ['1', '-2', '3.5', 'A1']
        .filter(() => random() < 0.5)
        .map((value) => ({ value, label: oneOf(words) || 'ja' }));
      const codes = labels.map(({ value }) => value);
      return questionnaireVariable(`q ${n}<`, {
        aliases: [`V${n + 1}`],
        label: oneOf(words) || question,
        question,
        kind: oneOf(['number', 'string', null] as const),
        measure: oneOf(['nominal', 'ordinal', 'scale', null] as const),
        labels,
        missing: [...codes.filter(() => random() < 0.4), ...(random() < 0.3 ? ['99'] : [])],
        missingRange: oneOf([
          null,
          { from: 90, to: Infinity },
          { from: -3, to: -1.5 },
          { from: -Infinity, to: -9 },
        ]),
        role: n === 1 && random() < 0.5 ? 'weight' : 'none',
      });
    });
    const about = {
      title: 'Titel & mere',
      language: 'da',
      respondents: 3,
      fileName: 'a.csv',
      date: '2024-05-01',
    };
    const expected: Questionnaire = {
      kind: 'ddi',
      title: about.title,
      language: 'da',
      languages: ['da'],
      own: [],
      missing: [],
      variables,
      notes: [],
    };
    expect(await readQuestionnaire(writeDdi({ variables }, about), 'ud.xml')).toEqual(expected);
  }
});
