import { BagomError, type StudyState, type Variable } from '@bagom/core';
import { readBytes } from './files.js';
import { isStudy } from './study-location.js';
import { withStudy } from './with-study.js';

/** Answers ready to be fitted: codes 1..R of each indicator (NaN: no answer), with the survey's own values. */
export interface Answers {
  items: { name: string; codes: Float64Array; values: number[] }[];
  weights: Float64Array | undefined;
}

/** One column of numbers, wherever it comes from. */
interface Column {
  name: string;
  role: Variable['role'];
  userMissing: readonly number[];
  values: () => Promise<Float64Array | null>;
}

/** The answers of the latest survey of a study, or of a data file (CSV, SPSS, Stata). */
export async function readAnswers(
  name: string,
  items: readonly string[] | undefined,
  weights: string | undefined,
): Promise<Answers> {
  if (!(await isStudy(name))) {
    const { missingCodes, readSurveyFile } = await import('@bagom/formats');
    const read = readSurveyFile(await readBytes(name), name);
    const columns = read.columns.map((column): Column => {
      const values = column.kind === 'number' ? column.values : null;
      const userMissing = column.kind === 'number' ? missingCodes(column) : [];
      return { name: column.name, role: 'none', userMissing, values: () => Promise.resolve(values) };
    });
    return answersOf(columns, items ?? categorical(read.columns, weights), weights);
  }
  return withStudy(name, 'read', async (study) => {
    const { SurveyColumns } = await import('@bagom/server');
    const kept = new SurveyColumns();
    const columns = surveyOf(study.state).map((variable): Column => ({
      name: variable.name,
      role: variable.role,
      userMissing: variable.userMissing,
      values: async () =>
        variable.kind === 'number' ? ((await kept.values(study, variable)) as Float64Array) : null,
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
function categorical(
  columns: readonly { name: string; kind: string; values: ArrayLike<number | string> }[],
  weights?: string,
): string[] {
  return columns.flatMap(({ name, kind, values }) => {
    if (kind !== 'number' || name === weights) return [];
    const found = new Set(Array.from(values as Float64Array).filter((value) => !Number.isNaN(value)));
    return found.size >= 2 && found.size <= 9 && [...found].every(Number.isInteger) ? [name] : [];
  });
}

async function answersOf(
  columns: readonly Column[],
  items: readonly string[],
  weights: string | undefined,
): Promise<Answers> {
  if (items.length === 0) throw new BagomError('classes.no-indicators');
  const numbers = async (name: string): Promise<{ column: Column; values: Float64Array }> => {
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
  const read = await Promise.all(
    items.map(async (name) => {
      const { column, values: answers } = await numbers(name);
      const given = (value: number) => !Number.isNaN(value) && !column.userMissing.includes(value);
      const values = [...new Set(answers.filter(given))].sort((a, b) => a - b);
      if (values.length < 2) throw new BagomError('classes.constant-indicator', { name });
      const codeOf = new Map(values.map((value, i) => [value, i + 1]));
      return { name, values, codes: answers.map((value) => codeOf.get(value) ?? NaN) };
    }),
  );
  return { items: read, weights: weights === undefined ? undefined : (await numbers(weights)).values };
}
