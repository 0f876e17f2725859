import { BagomError, update, type Draft, type Operation, type Variable } from '@bagom/core';
import { blobOf, type StudyFile } from '@bagom/store';
import { rowOf } from '../handlers/api.js';
import type { ImportNote } from '../imports/import-note.js';
import { bytesOfColumn, type SurveyColumns } from './columns.js';
import {
  describeWave,
  questionnaireOf,
  type QuestionnaireFile,
  type QuestionnaireSummary,
} from './questionnaire.js';
import { keptWave } from './wave-answers.js';

/** What putting a questionnaire to a wave came to. */
export interface AddedQuestionnaire {
  questionnaire: QuestionnaireSummary;
  notes: ImportNote[];
  /** Null in a dry run. */
  operation: Operation | null;
}

/** Puts a questionnaire to a wave that is there, as one operation; the file is kept. Its words take the place of those that stood. */
export async function addQuestionnaire(
  study: StudyFile,
  columns: SurveyColumns,
  waveId: string,
  given: QuestionnaireFile,
  dryRun: boolean,
): Promise<AddedQuestionnaire> {
  const wave = rowOf(study, 'waves', waveId);
  const questionnaire = await questionnaireOf(given, study.state);
  const before = await keptWave(study, columns, waveId);
  const used = usedVariables(study);
  const { variables, values, notes, matched, summary } = describeWave(
    questionnaire,
    before,
    given,
    ({ id }) => used.has(id),
  );
  if (matched.length === 0) throw new BagomError('questionnaire.nothing-matched', { file: given.fileName });
  if (dryRun) return { questionnaire: summary, notes: [...notes], operation: null };
  const blobs = [];
  const drafts: Draft[] = [
    update('waves', wave.id, {
      questionnaireFile: given.fileName,
      questionnaire: await study.keepOriginal(given.bytes),
    }),
  ];
  for (const [at, variable] of variables.entries()) {
    const old = before.variables[at]!;
    if (variable === old) continue;
    const { label, measure, labels, userMissing, role, kind } = variable;
    const set: Partial<Variable> = { label, measure, labels, userMissing, role, kind };
    if (kind !== old.kind) {
      const blob = blobOf(bytesOfColumn(values[at]!));
      blobs.push(blob);
      set.column = blob.hash;
    }
    drafts.push(update('variables', old.id, set));
  }
  const operation = await study.commit('survey.questionnaire', given.fileName, drafts, blobs);
  return { questionnaire: summary, notes: [...notes], operation };
}

/** Variables that a class model or a derived variable rests on: their answers must stay what they are. */
function usedVariables({ state }: StudyFile): Set<string> {
  const used = new Set<string>();
  for (const { indicators, weightId } of state.classModels.values()) {
    for (const id of indicators) used.add(id);
    if (weightId) used.add(weightId);
  }
  for (const { recipe } of state.variables.values()) if (recipe) used.add(recipe.from);
  return used;
}
