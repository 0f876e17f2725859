import type { CovariatesFound, DistalFound, Estimated } from '@bagom/core';
import { errorSentence } from '@bagom/contract';
import type { EnumerationRow } from '@bagom/latent-class';
import type { Language, Messages } from '../language.js';
import { table } from '../table.js';
import { errorsAsked } from './asked.js';
import type { ModelFound, Written } from './json.js';
import { pSaid, pText, worded } from './notes.js';

/** Everything that was found, for a person to read and choose by. */
export function classesText(written: Written, messages: Messages, language: Language): string {
  const { found, data, answers } = written;
  const { classes: say, number } = messages;
  const best = found.reduce((a, b) => (b.row.bic < a.row.bic ? b : a));
  return [
    say.data(number(data.n), number(data.activePatterns), data.names.length, data.weighted),
    '',
    enumeration(found, best, messages),
    ...section(warnings(found, messages, language)),
    ...section(found.flatMap((one) => ratio(one, messages))),
    '',
    ...profile(best, answers.items, written, messages),
    ...found.flatMap(({ row, analysed }) => [
      ...section(regression(row, analysed.covariates, 'one-step', messages)),
      ...section(regression(row, analysed.threestep, 'three-step', messages)),
      ...section(distal(row, analysed.distal, messages)),
    ]),
  ].join('\n');
}

const section = (lines: readonly string[]) => (lines.length > 0 ? ['', ...lines] : []);

function enumeration(found: readonly ModelFound[], best: ModelFound, messages: Messages): string {
  const { classes: say, number, percent } = messages;
  const tested = found.some(({ analysed }) => analysed.blrt);
  const lines = found.map(({ row, analysed }) => [
    String(row.classes),
    number(row.loglik, 2),
    String(row.npar),
    number(row.aic, 1),
    number(row.bic, 1),
    number(row.abic, 1),
    row.entropyR2 === null ? '' : number(row.entropyR2, 3),
    percent(row.smallestShare),
    `${row.model.maxima[0]?.hits ?? 0}/${finished(row)}`,
    ...(tested ? [analysed.blrt ? pText(analysed.blrt.p, messages) : ''] : []),
    row === best.row && found.length > 1 ? say.lowest : '',
  ]);
  const head = tested ? [...say.columns, say.blrt] : say.columns;
  return table(
    [head, ...lines],
    head.map((_, at) => at),
  );
}

const finished = ({ model }: EnumerationRow) => model.maxima.reduce((sum, { hits }) => sum + hits, 0);

/** Every warning and note once, before it the numbers of classes that it is true of. */
function warnings(found: readonly ModelFound[], messages: Messages, language: Language): string[] {
  const of = new Map<string, number[]>();
  for (const { row, analysed } of found) {
    const { errors, blrt, covariates, threestep, distal } = analysed;
    const notes = [errors, blrt, covariates, threestep, distal].flatMap((result) => result?.notes ?? []);
    const sentences = [
      ...[...row.model.warnings, ...row.model.notes, ...notes].map((note) => worded(note, messages).message),
      ...analysed.refused.map(({ error }) => errorSentence(error.code, error.data, language)),
    ];
    for (const sentence of new Set(sentences)) of.set(sentence, [...(of.get(sentence) ?? []), row.classes]);
  }
  return [...of].map(([sentence, classes]) => `  ${ranges(classes)}: ${sentence}`);
}

/** `1-3, 5`: whole numbers in rising order, with those that follow each other together. */
function ranges(numbers: readonly number[]): string {
  const parts: [number, number][] = [];
  for (const number of numbers) {
    const last = parts.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else parts.push([number, number]);
  }
  return parts.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(', ');
}

function ratio({ row, analysed: { blrt } }: ModelFound, messages: Messages): string[] {
  if (!blrt) return [];
  const { classes: say, number } = messages;
  const { nullClasses, statistic, p, monteCarloError, replicates } = blrt;
  return [
    say.ratio(
      nullClasses,
      row.classes,
      number(statistic, 2),
      pSaid(p, messages),
      number(monteCarloError, 3),
      replicates,
    ),
  ];
}

/** Of two answers the first, of more each: its probability in every class, with its interval where there is one. */
function profile(
  { row: { model }, analysed: { errors } }: ModelFound,
  items: Written['answers']['items'],
  { asked }: Written,
  messages: Messages,
): string[] {
  const { classes: say, percent } = messages;
  const cell = (share: number, figure: Estimated | undefined) =>
    figure && figure.low !== null && figure.high !== null
      ? `${percent(share)} [${percent(figure.low)}; ${percent(figure.high)}]`
      : percent(share);
  const rows = model.names.flatMap((name, item) => {
    const labels = items[item]?.labels ?? [];
    const shown = labels.length === 2 ? labels.slice(0, 1) : labels;
    return shown.map((label, c) => [
      `${name}: ${label}`,
      ...model.shares.map((_, k) => cell(model.probs[item]?.[k]?.[c] ?? 0, errors?.probs[item]?.[k]?.[c])),
    ]);
  });
  const right = model.shares.map((_, k) => k + 1);
  const head = [say.indicator, ...right.map(String)];
  const shares = [say.share, ...model.shares.map((share, k) => cell(share, errors?.shares[k]))];
  return [
    say.profile(model.classes),
    table([head, shares, ...rows], right),
    ...(errors ? [say.withErrors(errorsAsked(asked) ?? '')] : []),
  ];
}

function regression(
  { classes }: EnumerationRow,
  found: CovariatesFound | undefined,
  how: string,
  messages: Messages,
): string[] {
  if (!found) return [];
  const { classes: say, number } = messages;
  const figure = (value: number | null) => (value === null ? '' : number(value, 3));
  const rows = found.terms.flatMap(({ name, label, category, variableId }, term) =>
    found.coefficients.flatMap((terms, k) => {
      const { estimate, se, odds, oddsLow, oddsHigh, p } = terms[term]!;
      if (k === 0) return [];
      return [
        [
          variableId === null ? say.intercept : category === null ? name : `${name}=${label}`,
          String(k + 1),
          figure(estimate),
          figure(se),
          figure(odds),
          oddsLow === null || oddsHigh === null ? '' : `${figure(oddsLow)}; ${figure(oddsHigh)}`,
          pText(p, messages),
        ],
      ];
    }),
  );
  const tests = found.tests.flatMap(({ name, test }) =>
    test ? [say.wald(name, number(test.statistic, 2), test.df, pSaid(test.p, messages))] : [],
  );
  const lost = found.dropped.covariate;
  return [
    say.covariates(classes, say.how[how] ?? how),
    table([say.regression, ...rows], [1, 2, 3, 4, 5, 6]),
    ...tests,
    ...(lost > 0 ? [say.dropped(lost)] : []),
  ];
}

function distal({ classes }: EnumerationRow, found: DistalFound | undefined, messages: Messages): string[] {
  if (!found) return [];
  const { classes: say, number, percent } = messages;
  const interval = ({ low, high }: Estimated, show: (value: number) => string) =>
    low === null || high === null ? '' : `${show(low)}; ${show(high)}`;
  const two = (value: number) => number(value, 2);
  const rows = found.means
    ? found.means.map((mean, k) => [
        String(k + 1),
        percent(found.shares[k] ?? 0),
        two(mean.estimate),
        mean.se === null ? '' : number(mean.se, 3),
        interval(mean, two),
      ])
    : (found.proportions ?? []).map((byCategory, k) => [
        String(k + 1),
        percent(found.shares[k] ?? 0),
        ...byCategory.map((share) => `${percent(share.estimate)} [${interval(share, percent)}]`),
      ]);
  const head = found.means ? say.means : [...say.proportions, ...found.categories.map(({ label }) => label)];
  const { equal, dropped } = found;
  return [
    say.distal(found.outcome.name, classes),
    table(
      [head, ...rows],
      head.map((_, at) => at),
    ),
    ...(equal ? [say.equal(two(equal.statistic), equal.df, pSaid(equal.p, messages))] : []),
    ...(dropped.outcome > 0 ? [say.dropped(dropped.outcome)] : []),
  ];
}
