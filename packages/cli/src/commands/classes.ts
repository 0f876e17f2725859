import { BagomError } from '@bagom/core';
import {
  DEFAULT_STARTS,
  indicators,
  LatentClassError,
  type EnumerationRow,
  type Indicators,
} from '@bagom/latent-class';
import { enumerateOnThreads, THREAD_LIMIT } from '@bagom/server';
import { readAnswers } from '../answers.js';
import { command, EXIT, JSON_OPTION } from '../command.js';
import type { Messages } from '../language.js';
import { table } from '../table.js';

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
    threads: { kind: 'whole', value: 'N', min: 1, max: THREAD_LIMIT },
    ...JSON_OPTION,
  },
  async run({ operands: [name = ''], options, io, messages, json }) {
    const { seed = 1, missing = 'fiml', starts = DEFAULT_STARTS.screened } = options;
    const { from, to } = options.classes ?? { from: 1, to: 6 };
    const answers = await readAnswers(name, options.items, options.weights);
    const { rows, data } = await asBagomError(async () => {
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
      const rows = await enumerateOnThreads(data, {
        from,
        to,
        seed,
        starts: plan,
        ...tolerance,
        threads: options.threads,
        watch: (share, classes) => io.progress?.(messages.classes.fitting(classes, messages.percent(share))),
      });
      return { data, rows };
    });
    io.progress?.('');
    if (json) {
      const { n, weighted, activePatterns: patterns } = data;
      io.out(
        JSON.stringify({
          models: rows.map((row) => modelJson(row, messages)),
          data: { n, patterns, weighted, items: answers.items.map(({ name, values }) => ({ name, values })) },
          seed,
        }),
      );
    } else io.out(drawn(rows, data, messages));
    return EXIT.done;
  },
});

/** Does what may refuse the data, and tells a researcher why it did. */
async function asBagomError<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
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
