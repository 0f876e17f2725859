import { CRITERIA } from '../criteria.js';
import { latestAnalysis } from '../latest-analysis.js';
import type { danish } from './danish-methods.js';
import type { MethodsFacts } from './methods-facts.js';
import type { MethodsFigures } from './methods-figures.js';

/** A table of the methods section, with its cells as they are printed. */
export interface MethodsTable {
  key: 'indicators' | 'models' | 'final';
  title: string;
  head: string[];
  rows: string[][];
  note: string | null;
}

/** Answers to the indicators, the models compared, and the final model with what it may be off by. */
export function methodsTables(facts: MethodsFacts, f: MethodsFigures, w: typeof danish): MethodsTable[] {
  return [indicatorTable(facts, f, w), modelTable(facts, f, w), finalTable(facts, f, w)];
}

function indicatorTable({ indicators }: MethodsFacts, f: MethodsFigures, w: typeof danish): MethodsTable {
  const { table } = w;
  return {
    key: 'indicators',
    title: table.indicators,
    head: [table.indicator, table.answer, table.n, table.share],
    rows: indicators.flatMap(({ label, answers, missing }) => {
      const given = answers.reduce((sum, { n }) => sum + (n ?? 0), 0);
      return [
        ...answers.map(({ label: answer, n }, i) => [
          i === 0 ? label : '',
          answer,
          n === null ? '–' : f.number(n),
          n === null ? '–' : f.percent(n / Math.max(1, given), 1),
        ]),
        ...(missing > 0 ? [['', table.noAnswer, f.number(missing), '']] : []),
      ];
    }),
    note: null,
  };
}

function modelTable(facts: MethodsFacts, f: MethodsFigures, w: typeof danish): MethodsTable {
  const { table } = w;
  const { compared } = facts.model.fit;
  const kept = CRITERIA.filter((one) => compared.every((row) => row[one] !== undefined));
  const withHits = compared.every(({ hits }) => hits !== undefined);
  const shares = new Map(facts.together.map(({ classes, fit }) => [classes, fit.shares]));
  return {
    key: 'models',
    title: table.models,
    head: [
      table.classes,
      table.loglik,
      table.npar,
      ...kept.map((one) => w.criterion[one]),
      table.entropy,
      ...(withHits ? [table.hits] : []),
      table.sizes,
    ],
    rows: compared.map((row) => [
      String(row.classes),
      f.number(row.loglik, 2),
      f.number(row.npar),
      ...kept.map((one) => f.number(row[one] ?? NaN, 1)),
      row.classes === 1 ? '–' : f.number(row.entropy, 2),
      ...(withHits
        ? [row.classes === 1 ? '–' : `${f.number(row.hits ?? NaN)}/${f.number(row.finished ?? NaN)}`]
        : []),
      shares
        .get(row.classes)
        ?.map((share) => f.percent(share, 1))
        .join(' · ') ?? '–',
    ]),
    note: table.modelsNote,
  };
}

function finalTable(facts: MethodsFacts, f: MethodsFigures, w: typeof danish): MethodsTable {
  const { table } = w;
  const { model, indicators } = facts;
  const { shares, probs } = model.fit;
  const errors = latestAnalysis(facts.analyses, model.id, 'standard-errors');
  const cell = (
    value: number,
    one: { se: number | null; low: number | null; high: number | null } | undefined,
  ): string => {
    const shown = f.number(value, 3);
    if (!errors) return shown;
    if (!one || one.se === null) return `${shown} (–)`;
    return `${shown} (${f.number(one.se, 3)}) [${f.interval(one.low, one.high, 3)}]`;
  };
  return {
    key: 'final',
    title: table.final,
    head: [
      table.indicator,
      table.answer,
      ...shares.map((_, k) => model.classNames[k]?.trim() || w.unnamed(k + 1)),
    ],
    rows: [
      [table.classShare, '', ...shares.map((share, k) => cell(share, errors?.result.shares[k]))],
      ...indicators.flatMap(({ label, answers }, i) =>
        answers.map((answer, c) => [
          c === 0 ? label : '',
          answer.label,
          ...shares.map((_, k) => cell(probs[i]?.[k]?.[c] ?? NaN, errors?.result.probs[i]?.[k]?.[c])),
        ]),
      ),
    ],
    note: errors ? table.finalNote(f.percent(errors.options.level)) : table.finalPlain,
  };
}
