import { BagomError, type StudyState, type Variable } from '@bagom/core';
import type { PackedNumbers, PackedTable } from '@bagom/formats';
import { surveyFile } from './files.js';
import { isStudy } from './study-location.js';
import { withStudy } from './with-study.js';

/** Answers ready to be fitted: codes 1..R of each indicator (0: no answer), with the survey's own values. */
export interface Answers {
  items: { name: string; codes: Uint8Array; values: number[] }[];
  weights: Float64Array | undefined;
}

/** One column of numbers, wherever it comes from. */
interface Column {
  name: string;
  role: Variable['role'];
  userMissing: readonly number[];
  values: () => Promise<PackedNumbers | null>;
}

/** The answers of the latest survey of a study, or of a data file (CSV, SPSS, Stata). */
export async function readAnswers(
  name: string,
  items: readonly string[] | undefined,
  weights: string | undefined,
): Promise<Answers> {
  if (!(await isStudy(name))) {
    const { missingCodes, readSurveyChunks } = await import('@bagom/formats');
    // Only what may be an indicator is kept: a file of millions of rows must fit beside the work on it.
    const wanted = items && new Set(weights === undefined ? items : [...items, weights]);
    const only = wanted ? { only: (column: string) => wanted.has(column) } : {};
    const read = await readSurveyChunks(await surveyFile(name), { ...only, texts: false });
    const columns = read.columns.map((column): Column => {
      const numbers = column.kind === 'number' ? column.values : null;
      const userMissing =
        column.kind === 'number'
          ? missingCodes({
              labels: column.labels,
              missing: column.missing,
              values: numbers?.levels ?? numbers ?? [],
            })
          : [];
      return { name: column.name, role: 'none', userMissing, values: () => Promise.resolve(numbers) };
    });
    return answersOf(columns, items ?? categorical(read, weights), weights);
  }
  return withStudy(name, 'read', async (study) => {
    const { PackedNumbers } = await import('@bagom/formats');
    const { SurveyColumns } = await import('@bagom/server');
    const kept = new SurveyColumns();
    const columns = surveyOf(study.state).map((variable): Column => ({
      name: variable.name,
      role: variable.role,
      userMissing: variable.userMissing,
      values: async () => {
        if (variable.kind !== 'number') return null;
        const packed = new PackedNumbers();
        for (const value of await kept.values(study, variable)) packed.push(value as number);
        return packed;
      },
    }));
    const chosen = items ?? columns.flatMap((column) => (column.role === 'indicator' ? [column.name] : []));
    return answersOf(columns, chosen, weights ?? columns.find(({ role }) => role === 'weight')?.name);
  });
}

/** The variables of the latest survey. */
function surveyOf(state: StudyState): Variable[] {
  const waves = [...state.waves.values()].sort((a, b) => (a.year ?? 0) - (b.year ?? 0));
  const wave = waves.at(-1);
  if (!wave) throw new BagomError('classes.no-survey');
  return [...state.variables.values()]
    .filter(({ waveId }) => waveId === wave.id)
    .sort((a, b) => a.position - b.position);
}

/** Of a file nobody has described: the columns of 2 to 9 whole numbers. */
function categorical({ columns }: PackedTable, weights?: string): string[] {
  return columns.flatMap(({ name, kind, values }) => {
    if (kind !== 'number' || name === weights) return [];
    const found = values?.levels?.filter((value) => !Number.isNaN(value)) ?? [];
    return found.length >= 2 && found.length <= 9 && found.every(Number.isInteger) ? [name] : [];
  });
}

async function answersOf(
  columns: readonly Column[],
  items: readonly string[],
  weights: string | undefined,
): Promise<Answers> {
  if (items.length === 0) throw new BagomError('classes.no-indicators');
  const numbers = async (name: string): Promise<{ column: Column; values: PackedNumbers }> => {
    const column = columns.find((known) => known.name === name);
    if (!column)
      throw new BagomError('survey.unknown-variable', {
        name,
        known: columns.map((known) => known.name).join(', '),
      });
    const values = await column.values();
    if (!values) throw new BagomError('classes.not-numbers', { name });
    return { column, values };
  };
  const read: Answers['items'] = [];
  for (const name of items) {
    const { column, values: answers } = await numbers(name);
    const given = (value: number) => !Number.isNaN(value) && !column.userMissing.includes(value);
    const values = answers.levels?.filter(given).sort((a, b) => a - b);
    if (values === undefined || values.length > MOST_CATEGORIES)
      throw new BagomError('classes.too-many-categories', { name, limit: MOST_CATEGORIES });
    if (values.length < 2) throw new BagomError('classes.constant-indicator', { name });
    const codeOf = new Map(values.map((value, i) => [value, i + 1]));
    read.push({ name, values, codes: answers.recoded((value) => codeOf.get(value) ?? 0) });
  }
  return {
    items: read,
    weights: weights === undefined ? undefined : (await numbers(weights)).values.floats(),
  };
}

/** What a code of one byte has room for, beside no answer. */
const MOST_CATEGORIES = 255;
