import {
  applyQuestionnaire,
  type DescribedColumn,
  type Questionnaire,
  type StudyState,
  type Variable,
} from '@bagom/core';
import { choicesIn, readQuestionnaire } from '@bagom/formats';
import type { ImportNote } from '../imports/import-note.js';
import { codesAsNumbers, nameWith } from './codes-as-numbers.js';
import type { ColumnValues } from './columns.js';
import { short } from '../handlers/api.js';
import type { WaveAnswers } from './wave-answers.js';

/** A questionnaire as it was handed over. */
export interface QuestionnaireFile {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  /** The language wanted; else the study's. */
  readonly language?: string;
  /** Codes that mean no answer in any question, as REDCap's project settings have them: `-99, Don't know | UNK, Unknown`. */
  readonly missingCodes?: string;
  /** Leave answer codes in letters as text. */
  readonly keepCodes?: boolean;
}

/** What a questionnaire says of a wave's columns, for a person to look at. */
export interface QuestionnaireSummary {
  fileName: string;
  kind: Questionnaire['kind'];
  title: string;
  language: string;
  languages: string[];
  matched: { name: string; label: string; question: string; from: string; labels: number; missing: number }[];
}

/** A wave as a questionnaire describes it. */
interface DescribedWave extends WaveAnswers {
  readonly matched: readonly DescribedColumn[];
  readonly summary: QuestionnaireSummary;
}

/** Longer than any label is shown, and what a label may be in the study. */
const LONGEST_LABEL = 500;

/** Reads a questionnaire, in the language wanted of it, else in the study's. */
export function questionnaireOf(file: QuestionnaireFile, state: StudyState): Promise<Questionnaire> {
  return readAs(file, [...state.studies.values()][0]?.language ?? 'da');
}

/** Reads a questionnaire in the language wanted of it, else in this one, with the codes for no answer that go with it. */
export async function readAs(
  { bytes, fileName, language, missingCodes = '' }: QuestionnaireFile,
  otherwise: string,
): Promise<Questionnaire> {
  const questionnaire = await readQuestionnaire(bytes, fileName, { language: language ?? otherwise });
  return { ...questionnaire, missing: choicesIn(missingCodes) };
}

/**
 * A wave with a questionnaire's words: labels, answers, values that count as no answer, measurement levels, the weight. What the
 * questionnaire is silent on stays as it is. Answers in letter codes become numbers, because only numbers have labels and can be
 * counted on; `keepCodes`, and `isFixed` of a variable that something rests on, leave them as they are. Derived variables are not
 * asked of anybody.
 */
export function describeWave(
  questionnaire: Questionnaire,
  { respondents, variables, values, textCodes }: WaveAnswers,
  { fileName, keepCodes = false }: Pick<QuestionnaireFile, 'fileName' | 'keepCodes'>,
  isFixed: (variable: Variable) => boolean = () => false,
): DescribedWave {
  const notes: ImportNote[] = [];
  const note = (kind: string, text: string): void => void notes.push({ line: null, kind, text });
  const asked = variables.flatMap((variable, at) => (variable.recipe ? [] : [at]));
  const applied = applyQuestionnaire(
    questionnaire,
    asked.map((at) => ({ name: variables[at]!.name, values: values[at]! })),
  );
  const newVariables = [...variables];
  const newValues = [...values];
  const ofFile = new Map(textCodes);
  let hasWeight = variables.some(({ role }) => role === 'weight');
  for (const column of applied.matched) {
    const at = asked[column.at]!;
    const variable = variables[at]!;
    const stays = keepCodes || isFixed(variable);
    const { missing, kind } = column.variable;
    const numbered = stays
      ? null
      : codesAsNumbers(values[at]!, { labels: column.codes, missing }, kind === 'number');
    // The questionnaire's words for a column's codes stand before those of the file.
    if (column.codes.length > 0) ofFile.delete(variable.id);
    if (column.codes.length > 0 && !numbered)
      note('codes-stay-text', nameWith(column.name, column.unlabelled));
    else if (column.unlabelled.length > 0)
      note('answer-without-label', nameWith(column.name, column.unlabelled));
    if (hasOtherCodes(column, values[at]!)) note('other-codes', column.name);
    if (numbered && !numbered.same) note('codes-as-numbers', `${column.name}: ${numbered.told}`);
    const isNumber = numbered !== null || variable.kind === 'number';
    const role = roleFor(column, variable, isNumber, hasWeight);
    hasWeight ||= role === 'weight';
    newVariables[at] = {
      ...variable,
      kind: isNumber ? 'number' : variable.kind,
      label: short(column.label, LONGEST_LABEL) || variable.label,
      measure: isNumber ? (column.measure ?? (numbered ? 'nominal' : variable.measure)) : variable.measure,
      labels: merged(variable, numbered?.labels ?? column.labels),
      userMissing: union(variable.userMissing, numbered?.userMissing ?? column.userMissing),
      role,
    };
    if (numbered) newValues[at] = numbered.values;
  }
  notes.push(...questionnaire.notes);
  if (questionnaire.languages.length > 1) note('questionnaire-language', questionnaire.language);
  for (const name of applied.ambiguous) note('ambiguous-column', name);
  for (const name of applied.unmatchedColumns)
    if (!applied.ambiguous.includes(name)) note('column-without-question', name);
  for (const name of applied.ownColumns) note('own-column', name);
  for (const name of applied.unmatchedQuestions) note('question-without-column', name);
  return {
    respondents,
    variables: newVariables,
    values: newValues,
    notes,
    textCodes: ofFile,
    matched: applied.matched,
    summary: {
      fileName,
      kind: questionnaire.kind,
      title: questionnaire.title,
      language: questionnaire.language,
      languages: [...questionnaire.languages],
      matched: applied.matched.map(({ name, label, variable, labels, codes, userMissing }) => ({
        name,
        label,
        question: variable.question,
        from: variable.from,
        labels: Math.max(labels.length, codes.length),
        missing: userMissing.length,
      })),
    },
  };
}

/** Whether numbers were answered where the questionnaire has letters. */
const hasOtherCodes = ({ variable, labels }: DescribedColumn, values: ColumnValues): boolean =>
  values instanceof Float64Array &&
  variable.labels.length > 0 &&
  labels.length === 0 &&
  values.some((value) => !Number.isNaN(value));

/** A wave has one weight: the one it has stays. A weight below nothing is none. */
function roleFor(
  { variable: { role } }: DescribedColumn,
  variable: Variable,
  isNumber: boolean,
  hasWeight: boolean,
): Variable['role'] {
  if (variable.role !== 'none' || role === 'none') return variable.role;
  return role === 'weight' && (hasWeight || !isNumber) ? 'none' : role;
}

/** The questionnaire's words, and those of values it does not speak of. */
function merged({ labels }: Variable, given: DescribedColumn['labels']): Variable['labels'] {
  const known = new Set(given.map(({ value }) => value));
  return [
    ...given.filter(({ label }) => label !== ''),
    ...labels.filter(({ value }) => !known.has(value)),
  ].sort((a, b) => a.value - b.value);
}

const union = (a: readonly number[], b: readonly number[]): number[] =>
  [...new Set([...a, ...b])].sort((x, y) => x - y);
