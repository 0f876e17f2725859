import { BagomError, type StudyState, type Variable } from '@bagom/core';
import {
  DEFAULT_STARTS,
  enumerate,
  indicators,
  LatentClassError,
  type EnumerationRow,
  type Indicators,
} from '@bagom/latent-class';
import { command, EXIT, JSON_OPTION } from '../command.js';
import { isDatabase, readBytes } from '../files.js';
import type { Messages } from '../language.js';
import { studyLocation } from '../study-location.js';
import { table } from '../table.js';
import { withStudy } from '../with-study.js';

export const classes = command({
  name: 'classes',
  operands: [{ name: 'STUDY|DATA', required: true }],
  options: {
    items: { kind: 'list', value: 'NAMES' },
    classes: { kind: 'range', value: 'FROM-TO', min: 1, max: 9 },
    starts: { kind: 'whole', value: 'N', min: 1, max: 100_000 },
    seed: { kind: 'whole', value: 'N', min: 0, max: Number.MAX_SAFE_INTEGER },
    missing: { kind: 'choice', value: 'RULE', choices: ['fiml', 'listwise'] },
    weights: { kind: 'text', value: 'NAME' },
    tol: { kind: 'number', value: 'GAIN', above: 0 },
    ...JSON_OPTION,
  },
  async run({ operands: [name = ''], options, io, messages, json }) {
    const { seed = 1, missing = 'fiml', starts = DEFAULT_STARTS.screened } = options;
    const { from, to } = options.classes ?? { from: 1, to: 6 };
    const answers = await readAnswers(name, options.items, options.weights);
    const { rows, data } = asBagomError(() => {
      const data = indicators(
        answers.items.map(({ codes }) => codes),
        {
          names: answers.items.map((item) => item.name),
          categories: answers.items.map(({ values }) => values.length),
          missing,
          ...(answers.weights ? { weights: answers.weights } : {}),
        },
      );
      const plan = {
        screened: starts,
        finished: Math.max(1, Math.min(DEFAULT_STARTS.finished, Math.ceil(starts / 4))),
      };
      const tolerance = options.tol === undefined ? {} : { tolerance: options.tol };
      return { data, rows: enumerate(data, { from, to, seed, starts: plan, ...tolerance }) };
    });
    if (json) {
      const { n, weighted, activePatterns: patterns } = data;
      io.out(
        JSON.stringify({
          models: rows.map((row) => modelJson(row, messages)),
          data: { n, patterns, weighted, items: data.names },
          seed,
        }),
      );
    } else io.out(drawn(rows, data, messages));
    return EXIT.done;
  },
});

/** Answers ready to be fitted: codes 1..R of each indicator (NaN: no answer), with the survey's own values. */
interface Answers {
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

async function readAnswers(
  name: string,
  items: readonly string[] | undefined,
  weights: string | undefined,
): Promise<Answers> {
  const location = studyLocation(name);
  if (!/\.bagom$/.test(name) && location !== name && !(await isDatabase(location))) {
    const { readSurvey } = await import('@bagom/formats');
    const read = readSurvey(await readBytes(name), name);
    const columns = read.columns.map((column): Column => {
      const values = column.kind === 'number' ? column.values : null;
      return { name: column.name, role: 'none', userMissing: [], values: () => Promise.resolve(values) };
    });
    return answersOf(columns, items ?? categorical(read.columns, weights), weights);
  }
  return withStudy(name, 'read', async (study) => {
    const columns = surveyOf(study.state).map((variable): Column => ({
      name: variable.name,
      role: variable.role,
      userMissing: variable.userMissing,
      values: async () =>
        variable.kind === 'number'
          ? new Float64Array((await study.blob(variable.column)).slice().buffer)
          : null,
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

/** Does what may refuse the data, and tells a researcher why it did. */
function asBagomError<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof LatentClassError)) throw error;
    if (error.code === 'constant-indicator')
      throw new BagomError('classes.constant-indicator', { name: String(error.data['name']) });
    throw new BagomError('classes.failed', { reason: error.message });
  }
}

function warningsOf({ model }: EnumerationRow, { classes: say }: Messages) {
  return model.warnings.map(({ code, data }) => ({
    code,
    data,
    message: (say.warnings[code] ?? code).replace(/\{(\w+)\}/g, (_, key: string) => {
      const value = data[key];
      return typeof value === 'number' && !Number.isInteger(value)
        ? value.toPrecision(2)
        : String(value ?? '?');
    }),
  }));
}

function modelJson(row: EnumerationRow, messages: Messages) {
  const { model, classes, loglik, npar, aic, bic, abic, entropyR2 } = row;
  const { shares, probs, identified, converged } = model;
  const maxima = model.maxima.map(({ loglik, hits }) => ({ loglik, hits }));
  const warnings = warningsOf(row, messages);
  return {
    classes,
    loglik,
    npar,
    aic,
    bic,
    abic,
    entropy: entropyR2,
    shares,
    probs,
    maxima,
    identified,
    converged,
    warnings,
  };
}

function drawn(rows: readonly EnumerationRow[], data: Indicators, messages: Messages): string {
  const { classes: say, number, percent } = messages;
  const best = rows.reduce((a, b) => (b.bic < a.bic ? b : a));
  const finished = ({ model }: EnumerationRow) => model.maxima.reduce((sum, { hits }) => sum + hits, 0);
  const lines = rows.map((row) => [
    String(row.classes),
    number(row.loglik, 2),
    String(row.npar),
    number(row.aic, 1),
    number(row.bic, 1),
    number(row.abic, 1),
    row.entropyR2 === null ? '' : number(row.entropyR2, 3),
    percent(row.smallestShare),
    `${row.model.maxima[0]?.hits ?? 0}/${finished(row)}`,
    row === best && rows.length > 1 ? say.lowest : '',
  ]);
  const warnings = rows.flatMap((row) =>
    warningsOf(row, messages).map(({ message }) => `  ${row.classes}: ${message}`),
  );
  const { model } = best;
  const profile = model.names.map((name, item) => [
    name,
    ...(model.probs[item] ?? []).map((probs) => percent(probs[0] ?? 0)),
  ]);
  const right = model.shares.map((_, k) => k + 1);
  return [
    say.data(number(data.n), number(data.activePatterns), data.names.length, data.weighted),
    '',
    table([say.columns, ...lines], [0, 1, 2, 3, 4, 5, 6, 7, 8]),
    ...(warnings.length > 0 ? ['', ...warnings] : []),
    '',
    say.probability(best.classes),
    table(
      [[say.indicator, ...right.map(String)], [say.share, ...model.shares.map(percent)], ...profile],
      right,
    ),
  ].join('\n');
}
