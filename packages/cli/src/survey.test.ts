import { readFileSync, writeFileSync } from 'node:fs';
import { readQuestionnaire, readSurveyFile } from '@bagom/formats';
import { expect, test } from 'vitest';
import { json, run, temporaryFolder } from './run-line.fixture.js';

const at = temporaryFolder();
const sample = (name: string) =>
  new URL(`../../../tests/samples/questionnaires/${name}`, import.meta.url).pathname;
const ANSWERS = sample('limesurvey-answers.csv');
const LSS = sample('limesurvey.lss');

interface Listing {
  file?: string;
  study?: string;
  wave?: string;
  waves?: string[];
  respondents: number;
  variables: {
    name: string;
    label: string;
    kind: string;
    measure: string;
    role: string;
    labels: { value: number; label: string; n: number }[];
    missing: { system: number; user: { value: number; label: string; n: number }[] };
    n: number;
  }[];
  weight: string | null;
  notes: { kind: string; text: string }[];
  out?: string;
  leftOut?: string[];
}
const named = ({ variables }: Listing, name: string) => variables.find((variable) => variable.name === name)!;

test('a CSV file is listed with the words of its questionnaire, and how often each answer was given', async () => {
  const listing = await json<Listing>('survey', ANSWERS, '--questionnaire', LSS);
  expect(Object.keys(listing)).toEqual(['file', 'respondents', 'variables', 'weight', 'notes']);
  expect(listing).toMatchObject({ file: ANSWERS, respondents: 3, weight: null });
  expect(named(listing, 'arbejde')).toEqual({
    name: 'arbejde',
    label: 'Hvad laver du til hverdag?',
    kind: 'number',
    measure: 'nominal',
    role: 'none',
    labels: [
      { value: 1, label: 'Arbejder', n: 1 },
      { value: 2, label: 'Studerer', n: 0 },
      { value: 3, label: 'Er hjemme', n: 1 },
      { value: 4, label: 'Andet', n: 1 },
    ],
    missing: { system: 0, user: [] },
    n: 3,
  });
  expect(named(listing, 'hjaelp[SQ001]')).toMatchObject({ n: 1, missing: { system: 2, user: [] } });
  const english = await json<Listing>(
    'survey',
    ANSWERS,
    '--questionnaire',
    LSS,
    '--questionnaire-language',
    'en',
  );
  expect(named(english, 'ensom').label).toBe('Do you feel lonely?');
});

test('it goes to SPSS and Stata with labels and missing values, and comes back the same', async () => {
  const records = [sample('redcap-records.csv'), '--questionnaire', sample('redcap-dictionary.csv')];
  const before = await json<Listing>('survey', ...records);
  for (const ending of ['sav', 'dta', 'csv']) {
    const out = at(`svar.${ending}`);
    const told = await json<Listing>('survey', ...records, '--out', out);
    expect(told).toMatchObject({ out, leftOut: ['record_id'] });
    expect(readSurveyFile(readFileSync(out), out).rows).toBe(3);
  }
  const sav = await json<Listing>('survey', at('svar.sav'));
  for (const variable of sav.variables)
    expect({ ...variable, role: named(before, variable.name).role }).toEqual(named(before, variable.name));
  const { variables } = await readQuestionnaire(
    readFileSync((await written('svar.xml', ...records)).out!),
    'x.xml',
  );
  expect(variables.find(({ name }) => name === 'bolig')?.labels).toHaveLength(4);
});

test('codes for no answer that are a setting of the whole survey count where they were answered', async () => {
  writeFileSync(
    at('ordbog.csv'),
    'field_name,field_type,field_label,text_validation_type_or_show_slider_number\nid,text,Id,\nalder,text,Alder,integer\n',
  );
  writeFileSync(at('poster.csv'), 'id,alder\n1,34\n2,UNK\n3,-99\n');
  const listing = await json<Listing>(
    'survey',
    at('poster.csv'),
    '--questionnaire',
    at('ordbog.csv'),
    '--missing-codes',
    '-99, Ved ikke | UNK, Ukendt',
  );
  expect(named(listing, 'alder')).toMatchObject({
    kind: 'number',
    n: 1,
    missing: {
      system: 0,
      user: [
        { value: -99, label: 'Ved ikke', n: 1 },
        { value: -1, label: 'Ukendt', n: 1 },
      ],
    },
  });
});

const written = (name: string, ...line: string[]) => json<Listing>('survey', ...line, '--out', at(name));

test('a study lists its waves, takes a questionnaire with --save, and the answers of its import are the same', async () => {
  const study = at('unge.bagom');
  await json('new', study);
  await json('import', study, ANSWERS);
  const plain = await json<Listing>('survey', study);
  expect(plain).toMatchObject({
    study,
    wave: 'limesurvey-answers',
    waves: ['limesurvey-answers'],
    respondents: 3,
  });
  const shown = await json<Listing>('survey', study, '--questionnaire', LSS);
  expect((await json<Listing>('survey', study)).variables).toEqual(plain.variables);
  await json('survey', study, '--questionnaire', LSS, '--save');
  const kept = await json<Listing>('survey', study);
  expect(kept.variables).toEqual(shown.variables);
  const other = at('andre.bagom');
  await json('new', other);
  await json('import', other, ANSWERS, '--questionnaire', LSS);
  expect((await json<Listing>('survey', other)).variables).toEqual(kept.variables);
  expect((await run('check', study)).code).toBe(0);
});

test('every path that is refused is told, and leaves no file', async () => {
  const study = at('afvist.bagom');
  await json('new', study);
  await json('import', study, ANSWERS);
  writeFileSync(at('ikke.lss'), '<!DOCTYPE a><document/>');
  const code = async (...line: string[]) => {
    const { out, code: exit } = await run('survey', ...line, '--json');
    return `${exit} ${(JSON.parse(out) as { error?: { code: string } }).error?.code}`;
  };
  expect(await code(ANSWERS, '--model', 'chosen')).toBe('1 survey.needs-study');
  expect(await code(ANSWERS, '--questionnaire', LSS, '--save')).toBe('1 survey.needs-study');
  expect(await code(study, '--save')).toBe('2 usage.missing-option');
  expect(await code(study, '--wave', '2022')).toBe('1 survey.unknown-wave');
  expect(await code(study, '--model', '3 klasser')).toBe('1 survey.unknown-model');
  expect(await code(study, '--out', at('x.xlsx'))).toBe('2 usage.bad-value');
  expect(await code(study, '--out', at('x.sav'), '--excel')).toBe('2 usage.bad-value');
  expect(await code(study, '--out', study)).toBe('1 file.is-study');
  expect(await code(ANSWERS, '--questionnaire', at('ikke.lss'), '--out', at('y.sav'))).toBe(
    '1 questionnaire.damaged',
  );
  expect(await code(ANSWERS, '--questionnaire', at('findes-ikke.lss'))).toBe('1 file.not-found');
  expect(await code(LSS)).toBe('1 questionnaire.needs-survey');
  expect(() => readFileSync(at('y.sav'))).toThrow('ENOENT');
});

test('the list in words names weight, roles and what counts as no answer, in both languages', async () => {
  writeFileSync(at('w.csv'), 'vægt;q\n0,5;1\n1,5;9\n');
  writeFileSync(
    at('w.xml'),
    '<codeBook><dataDscr><var name="q"><labl>Ensom?</labl><catgry missing="Y"><catValu>9</catValu><labl>Ved ikke</labl></catgry></var></dataDscr></codeBook>',
  );
  const { out } = await run('survey', at('w.csv'), '--questionnaire', at('w.xml'));
  expect(out).toContain('w: 2 respondenter, 2 variable, vægtet med vægt');
  expect(out).toMatch(/ {2}9 Ved ikke +intet svar +1/);
  expect((await run('survey', at('w.csv'), '--lang', 'en')).out).toContain('weighted by vægt');
});
