import {
  BagomError,
  type Measure,
  type StudyState,
  type ValueLabel,
  type Variable,
  type WaveDesign,
} from '@bagom/core';
import type { missingCodes, PackedColumn } from '@bagom/formats';
import type { AnswerColumn } from '@bagom/server';
import { surveyFile } from './files.js';
import { nearest } from './nearest.js';
import { isStudy } from './study-location.js';
import { withStudy } from './with-study.js';

/** A column that a line may name, wherever it lies; its answers are read when they are asked for. */
export interface OpenColumn {
  readonly name: string;
  readonly label: string;
  readonly labels: readonly ValueLabel[];
  readonly measure: Measure | null;
  readonly role: Variable['role'];
  readonly userMissing: readonly number[];
  /** Whole numbers of 2 to 9 kinds: what an undescribed file's indicators look like. */
  readonly categorical: boolean;
  /** Null where the answers are texts and texts were not wanted. */
  readonly values: () => Promise<AnswerColumn['values'] | null>;
}

/** The answers of the latest survey of a study, or of a data file (CSV, SPSS, Stata). */
export interface OpenAnswers {
  readonly columns: readonly OpenColumn[];
  readonly ofStudy: boolean;
  readonly design: WaveDesign | null;
}

/**
 * Opens answers for as long as `use` takes. Of a file only the columns in `wanted` are kept, all where it is undefined: a file
 * of millions of rows must fit beside the work on it. This is the one place where commands meet a file's format.
 */
export async function withAnswers<T>(
  name: string,
  wanted: { readonly names: Pick<ReadonlySet<string>, 'has'> | undefined; readonly texts: boolean },
  use: (answers: OpenAnswers) => Promise<T>,
): Promise<T> {
  if (!(await isStudy(name))) {
    const formats = await import('@bagom/formats');
    const { names, texts } = wanted;
    const only = names ? { only: (column: string) => names.has(column) } : {};
    const read = await formats.readSurveyChunks(await surveyFile(name), { ...only, texts });
    const columns = read.columns.map((column) => ofFile(column, formats.missingCodes));
    return use({ columns, ofStudy: false, design: null });
  }
  return withStudy(name, 'read', async (study) => {
    const { SurveyColumns } = await import('@bagom/server');
    const kept = new SurveyColumns();
    const { wave, variables } = latestSurvey(study.state);
    const columns = variables.map((variable): OpenColumn => ({
      ...variable,
      categorical: false,
      values: () => kept.values(study, variable),
    }));
    return use({ columns, ofStudy: true, design: wave.design });
  });
}

function ofFile(column: PackedColumn, codesOf: typeof missingCodes): OpenColumn {
  const { name, label, measure } = column;
  const about = { name, label, measure, role: 'none' as const };
  if (column.kind === 'string') {
    const { missing, values } = column;
    const answers = () => values?.strings().map((text) => (missing.includes(text) ? '' : text)) ?? null;
    return {
      ...about,
      labels: [],
      userMissing: [],
      categorical: false,
      values: () => Promise.resolve(answers()),
    };
  }
  const { labels, missing, values } = column;
  const levels = values?.levels?.filter((value) => !Number.isNaN(value)) ?? [];
  return {
    ...about,
    labels,
    userMissing: codesOf({ labels, missing, values: values?.levels ?? values ?? [] }),
    categorical: levels.length >= 2 && levels.length <= 9 && levels.every(Number.isInteger),
    values: () => Promise.resolve(values),
  };
}

/** The column of this name, or a sentence with the nearest one there is. */
export function columnNamed({ columns }: OpenAnswers, name: string): OpenColumn {
  const column = columns.find((known) => known.name === name);
  if (column) return column;
  const names = columns.map((known) => known.name);
  // Of one letter any other is as near.
  const closest = name.length > 2 ? nearest(name, names) : undefined;
  if (closest) throw new BagomError('survey.unknown-variable-near', { name, closest });
  throw new BagomError('survey.unknown-variable', { name, known: names.join(', ') });
}

/** A column with its answers. */
export type ReadColumn = Omit<OpenColumn, 'values'> & { readonly values: AnswerColumn['values'] };

/** The same with its answers. */
export async function readColumn(answers: OpenAnswers, name: string): Promise<ReadColumn> {
  const column = columnNamed(answers, name);
  const values = await column.values();
  if (!values) throw new BagomError('classes.not-numbers', { name });
  return { ...column, values };
}

function latestSurvey(state: StudyState) {
  const waves = [...state.waves.values()].sort((a, b) => (a.year ?? 0) - (b.year ?? 0));
  const wave = waves.at(-1);
  if (!wave) throw new BagomError('classes.no-survey');
  const variables = [...state.variables.values()]
    .filter(({ waveId }) => waveId === wave.id)
    .sort((a, b) => a.position - b.position);
  return { wave, variables };
}
