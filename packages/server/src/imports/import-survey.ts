import { insert, type Draft, type Variable } from '@bagom/core';
import {
  missingCodes,
  missingLetter,
  readSurveyFile,
  type NumberColumn,
  type SurveyColumn,
} from '@bagom/formats';
import { blobOf, newId, type StudyFile } from '@bagom/store';
import { numberBytes, stringBytes } from '../survey/columns.js';
import { made, stem, type ImportNote, type ImportOptions, type ImportSummary } from './import-summary.js';

const WEIGHT = /^(v(æ|ae)gt(e|ning)?|weights?|wgt)$/i;
const RESPONDENT = /^(id|resp(ondent)?_?(id|nr|no)?|l(ø|oe?)be_?nr)$/i;

/** Reads a survey into a wave of its own: a variable a column, a blob of answers each. */
export async function importSurvey(
  study: StudyFile,
  bytes: Uint8Array,
  { fileName, dryRun }: ImportOptions,
): Promise<ImportSummary> {
  const table = readSurveyFile(bytes, fileName);
  const notes: ImportNote[] = [...table.notes];
  const columns = table.columns.map((column) =>
    column.kind === 'number' ? withoutLetters(column, notes) : column,
  );
  const waveId = newId();
  const blobs = columns.map((column) =>
    blobOf(column.kind === 'number' ? numberBytes(column.values) : stringBytes(column.values)),
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
      column: blobs[position]!.hash,
      recipe: null,
    };
  });
  const summary = {
    as: 'survey' as const,
    fileName,
    made: made({ respondents: table.rows, variables: variables.length }),
    notes,
  };
  if (dryRun) return { ...summary, id: null };
  const drafts: Draft[] = [
    insert('waves', {
      id: waveId,
      name: stem(fileName),
      year: yearIn(fileName),
      respondents: table.rows,
      fileName,
      original: await study.keepOriginal(bytes),
      design: null,
    }),
    ...variables.map((variable) => insert('variables', variable)),
  ];
  await study.commit('survey.import', fileName, drafts, blobs);
  return { ...summary, id: waveId };
}

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

function yearIn(fileName: string): number | null {
  const year = /(?<!\d)(19|20)\d{2}(?!\d)/.exec(fileName)?.[0];
  return year === undefined ? null : Number(year);
}
