import { BagomError, type CodeLabel, type StudyState, type Variable } from '@bagom/core';
import {
  isQuestionnaireText,
  missingCodes,
  missingLetter,
  readSurveyFile,
  type NumberColumn,
  type StringColumn,
  type SurveyColumn,
} from '@bagom/formats';
import { newId, type StudyFile } from '@bagom/store';
import type { ImportNote } from '../imports/import-note.js';
import type { ColumnValues, SurveyColumns } from './columns.js';

/** A wave with its answers, wherever it lies: a variable and its values stand at the same place in both lists. */
export interface WaveAnswers {
  readonly respondents: number;
  readonly variables: readonly Variable[];
  readonly values: readonly ColumnValues[];
  readonly notes: readonly ImportNote[];
  /** What the file says of columns of texts, by the variable's id, until `withTextCodes` has used it. */
  readonly textCodes?: ReadonlyMap<string, TextCodes>;
}

/** What a file says of a column of texts: the codes it is answered in, and those that count as no answer. */
export interface TextCodes {
  readonly labels: readonly CodeLabel[];
  readonly missing: readonly string[];
}

const WEIGHT = /^(v(æ|ae)gt(e|ning)?|weights?|wgt)$/i;
const RESPONDENT = /^(id|resp(ondent)?_?(id|nr|no)?|l(ø|oe?)be_?nr)$/i;

/**
 * A survey file as a wave: a variable a column. Nothing is kept yet, so no variable has a blob. Texts stand as they are, for a
 * questionnaire to speak of first; then `withTextCodes` gives them the labels of the file.
 */
export function readWave(bytes: Uint8Array, fileName: string, waveId = ''): WaveAnswers {
  if (isQuestionnaireText(Buffer.from(bytes.subarray(0, 4000)).toString('latin1')))
    throw new BagomError('questionnaire.needs-survey', { file: fileName });
  const table = readSurveyFile(bytes, fileName);
  const notes: ImportNote[] = [...table.notes];
  const columns = table.columns.map((column) =>
    column.kind === 'number' ? withoutLetters(column, notes) : column,
  );
  const variables = columns.map((column, position): Variable => {
    const role = roleOf(column, table.weight);
    if (role !== 'none') notes.push({ line: 1, kind: `taken-as-${role}`, text: column.name });
    return {
      id: newId(),
      waveId,
      position,
      name: column.name,
      label: column.label,
      kind: column.kind,
      measure: column.measure ?? measureOf(column),
      labels: column.kind === 'number' ? [...column.labels] : [],
      userMissing: column.kind === 'number' ? missingCodes(column) : [],
      role,
      column: '',
      recipe: null,
    };
  });
  const values = columns.map((column) => (column.kind === 'number' ? column.values : [...column.values]));
  const textCodes = new Map(
    columns.flatMap((column, at) => {
      const codes = column.kind === 'string' ? textCodesOf(column) : null;
      return codes ? [[variables[at]!.id, codes] as const] : [];
    }),
  );
  return { respondents: table.rows, variables, values, notes, textCodes };
}

/** An empty text is no answer already, whatever the file calls it. */
function textCodesOf(column: StringColumn): TextCodes | null {
  const labels = column.labels.filter(({ value }) => value !== '');
  const missing = column.missing.filter((value) => value !== '');
  return labels.length + missing.length > 0 ? { labels, missing } : null;
}

/** A wave of a study, derived variables with the values they have now. */
export async function keptWave(
  study: StudyFile,
  columns: SurveyColumns,
  waveId: string,
): Promise<WaveAnswers> {
  const variables = variablesOf(study.state, waveId);
  const values: ColumnValues[] = [];
  for (const variable of variables) values.push(await columns.values(study, variable));
  return { respondents: study.state.waves.get(waveId)?.respondents ?? 0, variables, values, notes: [] };
}

/** A wave's variables in their order. */
export const variablesOf = ({ variables }: StudyState, waveId: string): Variable[] =>
  [...variables.values()]
    .filter((variable) => variable.waveId === waveId)
    .sort((a, b) => a.position - b.position);

function measureOf(column: SurveyColumn): Variable['measure'] {
  if (column.kind === 'string') return 'nominal';
  const values = new Set<number>();
  for (const value of column.values) {
    if (Number.isNaN(value)) continue;
    if (!Number.isInteger(value)) return 'scale';
    values.add(value);
    if (values.size > 12) return 'scale';
  }
  return values.size === 2 ? 'nominal' : 'ordinal';
}

/**
 * Stata's letters for no answer (`.a` to `.z`) as the numbers -1, -2 and on, with their labels: what a researcher can read, and
 * any program can keep. Numbers that are answers are passed over.
 */
function withoutLetters(column: NumberColumn, notes: ImportNote[]): NumberColumn {
  const letters = missingCodes(column).filter((value) => missingLetter(value) !== null);
  if (letters.length === 0) return column;
  const taken = new Set(column.values);
  const codes = new Map<number, number>();
  let code = 0;
  for (const letter of letters) {
    do code--;
    while (taken.has(code));
    codes.set(letter, code);
  }
  const named = letters.map((value) => `.${missingLetter(value)} = ${codes.get(value)}`).join(', ');
  notes.push({ line: null, kind: 'missing-letters', text: `${column.name}: ${named}` });
  const coded = (value: number) => codes.get(value) ?? value;
  const labels = column.labels.map(({ value, label }) => ({ value: coded(value), label }));
  for (const [letter, value] of codes)
    if (!labels.some((known) => known.value === value))
      labels.push({ value, label: `.${missingLetter(letter)}` });
  return {
    ...column,
    values: column.values.map(coded),
    labels,
    missing: { ...column.missing, values: column.missing.values.map(coded) },
  };
}

/** A role that the file, or a column's name, leaves no doubt about. Indicators are chosen by the researcher. */
function roleOf(column: SurveyColumn, weight: string | null): Variable['role'] {
  if (column.name === weight) return 'weight';
  if (RESPONDENT.test(column.name)) return 'respondent';
  if (weight !== null || column.kind === 'string' || !WEIGHT.test(column.name)) return 'none';
  return column.values.some((value) => value < 0) ? 'none' : 'weight';
}
