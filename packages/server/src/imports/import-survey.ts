import { insert, type Draft, type Variable } from '@bagom/core';
import { readSurvey, type SurveyColumn } from '@bagom/formats';
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
  const table = readSurvey(bytes, fileName);
  const notes: ImportNote[] = [...table.notes];
  const waveId = newId();
  const blobs = table.columns.map((column) =>
    blobOf(column.kind === 'number' ? numberBytes(column.values) : stringBytes(column.values)),
  );
  const variables = table.columns.map((column, position): Variable => {
    const role = roleOf(column);
    if (role !== 'none') notes.push({ line: 1, kind: `taken-as-${role}`, text: column.name });
    return {
      id: newId(),
      waveId,
      position,
      name: column.name,
      label: '',
      kind: column.kind,
      measure: measureOf(column),
      labels: [],
      userMissing: [],
      role,
      column: blobs[position]!.hash,
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

/** A role that a column's name leaves no doubt about. Indicators are chosen by the researcher. */
function roleOf(column: SurveyColumn): Variable['role'] {
  if (RESPONDENT.test(column.name)) return 'respondent';
  if (column.kind === 'string' || !WEIGHT.test(column.name)) return 'none';
  return column.values.some((value) => value < 0) ? 'none' : 'weight';
}

function yearIn(fileName: string): number | null {
  const year = /(?<!\d)(19|20)\d{2}(?!\d)/.exec(fileName)?.[0];
  return year === undefined ? null : Number(year);
}
