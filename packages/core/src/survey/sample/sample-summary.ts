import { BagomError } from '../../study/bagom-error.js';
import { kishEffectiveN } from '../statistics/design/figure.js';
import { surveyDf } from '../statistics/design/survey-design.js';
import type { WaveDesign } from '../survey.js';
import { sampleDesign, type SampleColumns } from './sample-design.js';

/** What was understood of a wave's sample. */
export interface SampleSummary {
  /** Respondents, and those of them with a weight above zero. */
  n: number;
  counted: number;
  strata: number;
  psus: number;
  stages: number;
  replicates: number;
  /** Whether population sizes were given, so that a large share drawn makes the error smaller. */
  finite: boolean;
  df: number | null;
  /** What unequal weights leave of n, and n against it (Kish 1965, 11.7). */
  effectiveN: number;
  weightEffect: number;
  weights: { least: number; most: number; sum: number } | null;
  warnings: SampleWarning[];
  /** Why no figure can be computed, where none can. */
  error: { code: string; data: BagomError['data'] } | null;
}

/** Something to look at: how many rows, or which strata and units, by name (the first few). */
export interface SampleWarning {
  code:
    | 'weights-missing'
    | 'weights-negative'
    | 'weights-zero'
    | 'weights-alike'
    | 'lonely-strata'
    | 'psu-in-strata'
    | 'replicates-unused'
    | 'replicates-unexplained';
  n: number;
  names: string[];
}

const NAMES_SHOWN = 5;

/** Reads a wave's sample and says what was understood. Never throws: what is wrong is part of the answer. */
export function sampleSummary(columns: SampleColumns, design: WaveDesign | null): SampleSummary {
  // What is left where some have no weight, so that the rest can still be looked at.
  const weights = Float64Array.from({ length: columns.rows }, (_, row) =>
    columns.weight ? Math.max(0, columns.weight[row]! || 0) : 1,
  );
  const seen = Array.from(weights.keys()).filter((row) => weights[row]! > 0);
  const effectiveN = kishEffectiveN(weights);
  return {
    n: columns.rows,
    counted: seen.length,
    strata: new Set(Array.from(columns.stratum ?? [])).size || 1,
    psus:
      columns.psu.length > 0
        ? [...unitsOf(columns).values()].reduce((n, strata) => n + strata.size, 0)
        : columns.rows,
    stages: 1 + Math.max(0, columns.fpc.length - 1),
    replicates: columns.replicates.length,
    finite: columns.fpc.length > 0,
    effectiveN,
    weightEffect: seen.length / effectiveN,
    weights: columns.weight
      ? {
          least: seen.reduce((least, row) => Math.min(least, weights[row]!), Infinity),
          most: seen.reduce((most, row) => Math.max(most, weights[row]!), 0),
          sum: weights.reduce((sum, weight) => sum + weight, 0),
        }
      : null,
    warnings: warningsOf(columns, design),
    ...understood(columns, design),
  };
}

function understood(columns: SampleColumns, design: WaveDesign | null): Pick<SampleSummary, 'df' | 'error'> {
  try {
    const df = surveyDf(sampleDesign(columns, design));
    return { df: Number.isFinite(df) ? df : null, error: null };
  } catch (error) {
    if (error instanceof BagomError) return { df: null, error: { code: error.code, data: error.data } };
    throw error;
  }
}

function warningsOf(columns: SampleColumns, design: WaveDesign | null): SampleWarning[] {
  const { weight, replicates } = columns;
  const found: SampleWarning[] = [];
  const warn = (code: SampleWarning['code'], n: number, names: readonly string[] = []) => {
    if (n > 0) found.push({ code, n, names: names.slice(0, NAMES_SHOWN) });
  };
  if (weight) {
    const all = Array.from(weight);
    warn('weights-missing', all.filter(Number.isNaN).length);
    warn('weights-negative', all.filter((one) => one < 0).length);
    warn('weights-zero', all.filter((one) => one === 0).length);
    const given = all.filter((one) => one > 0);
    warn('weights-alike', given.length > 1 && given.every((one) => one === given[0]) ? given.length : 0);
  }
  const strataOfUnit = unitsOf(columns);
  if (columns.stratum && columns.psu[0]) {
    const split = [...strataOfUnit].filter(([, strata]) => strata.size > 1).map(([unit]) => unit);
    warn('psu-in-strata', split.length, split);
  }
  const lonely = lonelyStrata(columns);
  warn('lonely-strata', lonely.length, lonely);
  if (replicates.length > 0 && !design?.replicates) warn('replicates-unexplained', replicates.length);
  if (replicates.length > 0 && design?.replicates && (columns.stratum || columns.psu.length > 0))
    warn('replicates-unused', replicates.length);
  return found;
}

/** The strata each first-stage unit is met in. */
function unitsOf({ rows, stratum, psu: [psu] }: SampleColumns): Map<string, Set<string>> {
  const units = new Map<string, Set<string>>();
  if (!psu) return units;
  for (let row = 0; row < rows; row++) {
    const unit = String(psu[row]);
    const strata = units.get(unit) ?? new Set();
    units.set(unit, strata.add(String(stratum?.[row] ?? '')));
  }
  return units;
}

function lonelyStrata({ rows, stratum, psu: [psu] }: SampleColumns): string[] {
  if (!stratum) return [];
  const units = new Map<string, Set<string>>();
  for (let row = 0; row < rows; row++) {
    const name = String(stratum[row]);
    const own = units.get(name) ?? new Set();
    units.set(name, own.add(psu ? String(psu[row]) : String(row)));
  }
  return [...units].filter(([, own]) => own.size === 1).map(([name]) => name);
}
