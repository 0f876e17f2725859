import type { Variable } from '@bagom/core';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { importFile } from '../imports/import-file.js';
import { bytesOf, fill, servedStudy, type ServedStudy } from '../small-study.fixture.js';
import { SurveyColumns } from './columns.js';

let served: ServedStudy;
beforeEach(async () => {
  served = await servedStudy();
});
afterEach(() => served.close());

const sample = (name: string): Uint8Array =>
  readFileSync(new URL(`../../../../tests/samples/questionnaires/${name}`, import.meta.url));
const named = (name: string): Variable =>
  [...served.study.state.variables.values()].find((variable) => variable.name === name)!;
const form = (fields: Record<string, string | File>): FormData => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
};
const file = (name: string, bytes: Uint8Array = sample(name)) => new File([new Uint8Array(bytes)], name);

describe('answers with their questionnaire', () => {
  test('come as one operation with labels, codes as numbers, and both files kept', async () => {
    const before = await served.study.operationCount();
    const summary = await served.get<{
      made: { what: string; n: number }[];
      notes: { kind: string; text: string }[];
      questionnaire: { language: string; matched: { name: string }[] };
    }>(
      'POST',
      '/api/import',
      form({ file: file('limesurvey-answers.csv'), questionnaire: file('limesurvey.lss') }),
    );
    expect(await served.study.operationCount()).toBe(before + 1);
    expect(summary.made).toEqual([
      { what: 'respondents', n: 3 },
      { what: 'variables', n: 21 },
      { what: 'questions', n: 17 },
    ]);
    expect(summary.questionnaire.language).toBe('da');
    const told = (kind: string) => summary.notes.filter((note) => note.kind === kind).map(({ text }) => text);
    expect(told('codes-as-numbers')).toContain('arbejde: A1 = 1, A2 = 2, A3 = 3, -oth- = 4');
    expect(told('answer-without-label')).toEqual(['samvaer[SQ002]: 9']);
    expect(told('own-column')).toEqual(['id', 'submitdate', 'lastpage', 'startlanguage']);
    expect(named('arbejde')).toMatchObject({
      kind: 'number',
      measure: 'nominal',
      label: 'Hvad laver du til hverdag?',
      labels: [
        { value: 1, label: 'Arbejder' },
        { value: 2, label: 'Studerer' },
        { value: 3, label: 'Er hjemme' },
        { value: 4, label: 'Andet' },
      ],
    });
    expect(await new SurveyColumns().values(served.study, named('arbejde'))).toEqual(
      Float64Array.of(1, 4, 3),
    );
    expect(named('hjaelp[SQ001]')).toMatchObject({
      kind: 'number',
      label: 'familien – Hvem har du fået hjælp af?',
    });
    expect(named('andet')).toMatchObject({ kind: 'string' });
    const [wave] = [...served.study.state.waves.values()];
    expect(await served.study.original(wave!.questionnaire!)).toEqual(
      new Uint8Array(sample('limesurvey.lss')),
    );
    expect(await served.study.verify()).toEqual([]);
  });

  test('keep their codes as text where that is asked for, and it is told that labels do not fit there', async () => {
    const { notes } = await importFile(served.study, sample('limesurvey-answers.csv'), {
      fileName: 'svar.csv',
      questionnaire: { bytes: sample('limesurvey.lss'), fileName: 'a.lss', keepCodes: true },
    });
    expect(named('arbejde')).toMatchObject({
      kind: 'string',
      labels: [],
      label: 'Hvad laver du til hverdag?',
    });
    expect(notes).toContainEqual({ line: null, kind: 'codes-stay-text', text: 'arbejde' });
  });

  test('of a platform in which the first field is the record have it as the respondent', async () => {
    await importFile(served.study, sample('redcap-records.csv'), {
      fileName: 'svar.csv',
      questionnaire: { bytes: sample('redcap-dictionary.csv'), fileName: 'd.csv' },
    });
    expect(named('record_id').role).toBe('respondent');
    expect(named('ensom')).toMatchObject({
      labels: [
        { value: 0, label: 'No' },
        { value: 1, label: 'Yes' },
      ],
    });
    expect(named('bolig').labels.at(0)).toEqual({ value: -9, label: 'Vil ikke svare' });
  });

  test('are not read at all where the questionnaire is refused or another survey’s', async () => {
    const read = (bytes: Uint8Array, as?: 'transcript') =>
      importFile(served.study, sample('limesurvey-answers.csv'), {
        fileName: 'svar.csv',
        ...(as ? { as } : {}),
        questionnaire: { bytes, fileName: 'q' },
      });
    const before = await served.study.operationCount();
    await expect(read(bytesOf('<!DOCTYPE x><document/>'))).rejects.toMatchObject({
      code: 'questionnaire.damaged',
    });
    const another = '<codeBook><dataDscr><var name="noget-andet"/></dataDscr></codeBook>';
    await expect(read(bytesOf(another))).rejects.toMatchObject({
      code: 'questionnaire.nothing-matched',
    });
    await expect(read(sample('limesurvey.lss'), 'transcript')).rejects.toMatchObject({
      code: 'questionnaire.needs-survey',
    });
    for (const name of ['limesurvey.lss', 'redcap-dictionary.csv', 'codebook.xml'])
      await expect(importFile(served.study, sample(name), { fileName: name })).rejects.toMatchObject({
        code: 'questionnaire.needs-survey',
      });
    expect(await served.study.operationCount()).toBe(before);
    expect(served.study.state.waves.size).toBe(0);
  });
});

describe('a questionnaire put to a wave that is there', () => {
  const CODEBOOK = `<codeBook version="2.5"><dataDscr>
    <var ID="V1" name="ensom"><labl>Ensomhed</labl><catgry><catValu>1</catValu><labl>Ja</labl></catgry>
      <catgry missing="Y"><catValu>9</catValu><labl>Uoplyst</labl></catgry></var>
    <var ID="V2" name="alder" wgt="wgt"><labl>Alder</labl></var>
    <var ID="V3" name="findes-ikke"/></dataDscr></codeBook>`;
  const put = (waveId: string, more: Record<string, string> = {}) =>
    served.get<{
      operation: { kind: string } | null;
      notes: { kind: string; text: string }[];
      questionnaire: object;
    }>(
      'POST',
      `/api/survey/waves/${waveId}/questionnaire`,
      form({ file: file('kodebog.xml', bytesOf(CODEBOOK)), ...more }),
    );

  test('is shown first, and is one operation that undo takes back whole', async () => {
    const { waveId } = await fill(served);
    const before = named('ensom');
    expect(await put(waveId, { dryRun: 'true' })).toMatchObject({
      operation: null,
      questionnaire: { matched: [{ name: 'ensom', labels: 2, missing: 1 }, { name: 'alder' }] },
      notes: [
        { kind: 'answer-without-label', text: 'ensom: 2' },
        { kind: 'column-without-question', text: 'id' },
        { kind: 'column-without-question' },
        { kind: 'column-without-question' },
        { kind: 'column-without-question' },
        { kind: 'question-without-column', text: 'findes-ikke' },
      ],
    });
    expect(named('ensom')).toEqual(before);
    expect((await put(waveId)).operation).toMatchObject({
      kind: 'survey.questionnaire',
      subject: 'kodebog.xml',
    });
    expect(named('ensom')).toMatchObject({
      label: 'Ensomhed',
      userMissing: [9],
      labels: [{ value: 1 }, { value: 9 }],
    });
    expect(served.study.state.waves.get(waveId)?.questionnaireFile).toBe('kodebog.xml');
    await served.study.undo();
    expect(named('ensom')).toEqual(before);
    expect(served.study.state.waves.get(waveId)?.questionnaireFile).toBeNull();
  });

  test('in other codes than the answers gives no answer a name, and it is told', async () => {
    const { waveId } = await fill(served);
    const letters =
      '<codeBook><dataDscr><var name="ensom"><catgry><catValu>Y</catValu><labl>Ja</labl></catgry></var></dataDscr></codeBook>';
    const { notes } = await served.get<{ notes: { kind: string; text: string }[] }>(
      'POST',
      `/api/survey/waves/${waveId}/questionnaire`,
      form({ file: file('x.xml', bytesOf(letters)) }),
    );
    expect(notes[0]).toMatchObject({ kind: 'other-codes', text: 'ensom' });
    expect(named('ensom').labels).toEqual([]);
  });

  test('leaves a wave its own weight', async () => {
    const { waveId } = await fill(served);
    await put(waveId);
    expect([named('vægt').role, named('alder').role]).toEqual(['weight', 'none']);
  });

  test('that is refused changes nothing', async () => {
    const { waveId } = await fill(served);
    const before = await served.study.operationCount();
    const answer = await served.ask(
      'POST',
      `/api/survey/waves/${waveId}/questionnaire`,
      form({
        file: file(
          'x.xml',
          bytesOf('<codeBook><dataDscr><var name="a"/><var name="a"/></dataDscr></codeBook>'),
        ),
      }),
    );
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ data: { data: { reason: 'duplicate-variable', at: 'a' } } });
    expect(await served.study.operationCount()).toBe(before);
  });
});
