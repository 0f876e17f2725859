import { BagomError, insert, type Draft } from '@bagom/core';
import { blobOf, newId, type StudyFile } from '@bagom/store';
import { bytesOfColumn } from '../survey/columns.js';
import { describeWave, questionnaireOf } from '../survey/questionnaire.js';
import { readWave } from '../survey/wave-answers.js';
import { made, stem, type ImportOptions, type ImportSummary } from './import-summary.js';

/** Reads a survey into a wave of its own, with its questionnaire where one came with it: a variable a column, a blob of answers each. */
export async function importSurvey(
  study: StudyFile,
  bytes: Uint8Array,
  { fileName, dryRun, questionnaire: given }: ImportOptions,
): Promise<ImportSummary> {
  const waveId = newId();
  const read = readWave(bytes, fileName, waveId);
  const questionnaire = given && (await questionnaireOf(given, study.state));
  const described = questionnaire && describeWave(questionnaire, read, given);
  if (described?.matched.length === 0)
    throw new BagomError('questionnaire.nothing-matched', { file: given!.fileName });
  const { variables, values } = described ?? read;
  const summary = {
    as: 'survey' as const,
    fileName,
    made: made({
      respondents: read.respondents,
      variables: variables.length,
      questions: described?.matched.length ?? 0,
    }),
    notes: [...read.notes, ...(described?.notes ?? [])],
    ...(described ? { questionnaire: described.summary } : {}),
  };
  if (dryRun) return { ...summary, id: null };
  const blobs = values.map((column) => blobOf(bytesOfColumn(column)));
  const drafts: Draft[] = [
    insert('waves', {
      id: waveId,
      name: stem(fileName),
      year: yearIn(fileName),
      respondents: read.respondents,
      fileName,
      original: await study.keepOriginal(bytes),
      questionnaireFile: given?.fileName ?? null,
      questionnaire: given ? await study.keepOriginal(given.bytes) : null,
      design: null,
    }),
    ...variables.map((variable, at) => insert('variables', { ...variable, column: blobs[at]!.hash })),
  ];
  await study.commit('survey.import', fileName, drafts, blobs);
  return { ...summary, id: waveId };
}

function yearIn(fileName: string): number | null {
  const year = /(?<!\d)(19|20)\d{2}(?!\d)/.exec(fileName)?.[0];
  return year === undefined ? null : Number(year);
}
