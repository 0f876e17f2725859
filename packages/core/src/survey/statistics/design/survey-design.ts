import { BagomError } from '../../../study/bagom-error.js';
import { sameLength, type Numbers } from './columns.js';
import { readStage, type Stage, type StageColumns } from './stage.js';

/**
 * What to do with a stratum that has a single sampling unit, which by itself shows no variation. `refuse` says so and
 * stops; `adjust` lets the unit vary about the mean of all units; `certainty` takes it to add no variation, as a unit
 * that was sure to be drawn; `average` lets the stratum vary as the others do on average.
 */
export type LonelyPsu = 'refuse' | 'adjust' | 'certainty' | 'average';

/** How people came into the survey, one entry a row; everything left out is a simple random sample of rows. */
export interface SurveyDesignColumns extends StageColumns {
  /** Needed where there is no column at all to count. */
  rows?: number;
  /** How many people a row stands for, or a weight in proportion to that. Zero keeps the row out of the figures. */
  weights?: Numbers;
  /** Further stages of sampling, of units within the units before. They matter only with finite populations. */
  stages?: readonly StageColumns[];
  lonelyPsu?: LonelyPsu;
  /** The weight variable's name, for errors. */
  weightName?: string;
}

/** Weights that were bent to known totals, and from what. */
export interface Calibration {
  /** One column a known total. */
  readonly auxiliaries: readonly Float64Array[];
  readonly before: Float64Array;
}

/** A design by strata and sampling units. */
export interface SampledDesign {
  readonly kind: 'sampled';
  readonly rows: number;
  readonly weights: Float64Array;
  readonly stages: readonly Stage[];
  readonly lonelyPsu: LonelyPsu;
  /** Whether the population is finite; then a design effect is against sampling without replacement. */
  readonly finite: boolean;
  readonly calibrations: readonly Calibration[];
}

/** A design by replicate weights; see `replicateDesign`. */
export interface ReplicateDesign {
  readonly kind: 'replicates';
  readonly rows: number;
  readonly weights: Float64Array;
  readonly columns: readonly Float64Array[];
  /** What each replicate's squared deviation counts. */
  readonly factors: readonly number[];
  readonly about: 'full' | 'mean';
  readonly df: number;
  readonly finite: false;
}

/** How a survey was drawn. Every design-based figure starts here. */
export type SurveyDesign = SampledDesign | ReplicateDesign;

/** Reads a design of strata and sampling units, and refuses one that no error can be computed from. */
export function surveyDesign(columns: SurveyDesignColumns): SampledDesign {
  const { lonelyPsu = 'refuse', weightName = 'weights' } = columns;
  const rows =
    columns.rows ?? (columns.weights ?? columns.strata ?? columns.psu ?? columns.population)?.length ?? 0;
  if (rows === 0) throw new BagomError('survey.bad-design', { reason: 'no-rows' });
  const weights = weightsOf(columns.weights ?? new Float64Array(rows).fill(1), rows, weightName);
  const stages: Stage[] = [];
  for (const stage of [columns, ...(columns.stages ?? [])])
    stages.push(readStage(stage, rows, stages.at(-1)));
  if (lonelyPsu === 'refuse') for (const stage of stages) refuseLonely(stage);
  const finite = stages.some((stage) => stage.strata.some(({ population }) => population < Infinity));
  return { kind: 'sampled', rows, weights, stages, lonelyPsu, finite, calibrations: [] };
}

/** Weights as numbers; refuses one that is missing, negative or endless, and a column that is zero throughout. */
export function weightsOf(weights: Numbers, rows: number, variable: string): Float64Array {
  sameLength(weights, rows, variable);
  const read = Float64Array.from(weights);
  const bad = read.findIndex((weight) => !(weight >= 0 && weight < Infinity));
  if (bad >= 0) throw new BagomError('survey.bad-weight', { variable, row: bad + 1 });
  if (!read.some((weight) => weight > 0)) {
    throw new BagomError('survey.bad-design', { reason: 'no-weight', variable });
  }
  return read;
}

function refuseLonely({ strata }: Stage): void {
  const lonely = strata.find(({ units, population }) => units === 1 && population > 1);
  if (lonely) throw new BagomError('survey.lonely-psu', { stratum: lonely.name });
}

/**
 * How much is known about the variation: sampling units less strata, counted where `rows` has people to look at (Korn &
 * Graubard 1999, Analysis of Health Surveys, 5.2). For replicate weights, what the design says.
 */
export function surveyDf(design: SurveyDesign, rows?: Uint8Array): number {
  if (design.kind === 'replicates') return design.df;
  const { stratumOfRow, unitOfRow } = design.stages[0]!;
  const strata = new Set<number>();
  const units = new Set<number>();
  for (let row = 0; row < design.rows; row++) {
    if (rows ? !rows[row] : design.weights[row] === 0) continue;
    strata.add(stratumOfRow[row]!);
    units.add(unitOfRow[row]!);
  }
  return units.size - strata.size;
}
