import { BagomError, questionnaireVariable, type QuestionnaireVariable, type StudyState } from '@bagom/core';
import {
  DANISH_EXCEL,
  writeCsv,
  writeDdi,
  writeDta,
  writeSav,
  type SurveyColumn,
  type SurveyTable,
} from '@bagom/formats';
import type { StudyFile } from '@bagom/store';
import { rowOf } from '../handlers/api.js';
import type { ImportNote } from '../imports/import-note.js';
import type { SurveyColumns } from './columns.js';
import { exportTable, type ClassPosteriors, type ExportTable } from './export-table.js';
import { keptWave } from './wave-answers.js';

export const EXPORT_FORMATS = ['sav', 'dta', 'csv', 'csv-excel', 'ddi'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportWishes {
  readonly format: ExportFormat;
  readonly modelId?: string | undefined;
  readonly respondents?: boolean | undefined;
  readonly withoutTexts?: boolean | undefined;
}

/** A wave as a file. It holds what respondents answered: no gate stands before it, and whoever asks for it is told so. */
export interface ExportedWave extends Omit<ExportTable, 'table'> {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly respondents: number;
  readonly variables: number;
  /** What the format could not hold as it was. */
  readonly notes: readonly ImportNote[];
}

/** Writes a wave of a study, with the classes of a model of it where that is asked for. */
export async function exportWave(
  study: StudyFile,
  columns: SurveyColumns,
  waveId: string,
  { format, modelId, respondents = false, withoutTexts = false }: ExportWishes,
): Promise<ExportedWave> {
  const { name } = rowOf(study, 'waves', waveId);
  const { title, language } = studyWords(study.state);
  const classes = modelId === undefined ? null : await posteriorsOf(study, waveId, modelId);
  const made = exportTable(await keptWave(study, columns, waveId), {
    respondents,
    withoutTexts,
    classes,
    language,
    label: name,
    documents: [`${title}: ${name}`, ...(classes ? [classes.model.name] : [])],
  });
  return { ...writtenAs(made.table, format, { stem: name, title, language }), ...shownOf(made) };
}

/** The answers of each respondent to which class they are likely to be of. */
export async function posteriorsOf(
  study: StudyFile,
  waveId: string,
  modelId: string,
): Promise<ClassPosteriors> {
  const model = rowOf(study, 'classModels', modelId);
  if (model.waveId !== waveId) throw new BagomError('row.missing', { table: 'classModels', id: modelId });
  const bytes = await study.blob(model.posteriors);
  return { model, posteriors: new Float32Array(bytes.slice().buffer) };
}

export function studyWords(state: StudyState): { title: string; language: 'da' | 'en' } {
  const study = [...state.studies.values()][0];
  return { title: study?.title ?? '', language: study?.language === 'en' ? 'en' : 'da' };
}

const shownOf = ({ table, leftOut, texts, added }: ExportTable) => ({
  leftOut,
  texts,
  added,
  respondents: table.rows,
  variables: table.columns.length,
});

/** A table as the bytes of a file, its name, and what of it the format could not hold. */
export function writtenAs(
  table: SurveyTable,
  format: ExportFormat,
  { stem, title, language }: { stem: string; title: string; language: string },
): { bytes: Uint8Array; fileName: string; notes: readonly ImportNote[] } {
  switch (format) {
    case 'sav':
      return { ...writeSav(table), fileName: `${stem}.sav` };
    case 'dta':
      return { ...writeDta(table), fileName: `${stem}.dta` };
    case 'csv':
      return { bytes: writeCsv(table), fileName: `${stem}.csv`, notes: [] };
    case 'csv-excel':
      return { bytes: writeCsv(table, DANISH_EXCEL), fileName: `${stem}.csv`, notes: [] };
    case 'ddi': {
      const date = new Date().toISOString().slice(0, 10);
      const variables = table.columns.map((column) => variableOf(column, table.weight));
      const about = { title: title || stem, language, respondents: table.rows, fileName: '', date };
      return { bytes: writeDdi({ variables }, about), fileName: `${stem}.xml`, notes: [] };
    }
  }
}

/** A column as a codebook speaks of it. */
function variableOf(column: SurveyColumn, weight: string | null): QuestionnaireVariable {
  const { name, label, measure, kind } = column;
  return questionnaireVariable(name, {
    label,
    measure,
    kind,
    labels: column.labels.map((one) => ({ value: String(one.value), label: one.label })),
    missing: column.kind === 'number' ? column.missing.values.map(String) : [...column.missing],
    role: name === weight ? 'weight' : 'none',
  });
}
