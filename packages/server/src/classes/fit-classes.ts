import type { FitSummary } from '@bagom/core';
import {
  DEFAULT_STARTS,
  estimateTime,
  type EnumerationRow,
  type Indicators,
  type StartPlan,
} from '@bagom/latent-class';
import { enumerateOnThreads, type FitWatch } from '../jobs/search-on-threads.js';
import { threadsHere } from '../jobs/start-threads.js';
import { indicatorsOf, type ClassData } from './class-data.js';
import { comparedModel, fitSummary } from './fit-summary.js';

/** A fit, as it is asked for: plain data that can be sent to a thread. */
export interface FitRequest extends ClassData {
  from: number;
  to: number;
  /** Random starts that are screened. */
  starts: number;
  seed: number;
  tolerance: number;
  /** Of each indicator: are its categories ordered within classes? */
  ordinal: boolean[];
}

/** One fitted model as the study keeps it, with its posteriors row by row. */
export interface FittedModel {
  classes: number;
  fit: FitSummary;
  posteriors: Float32Array;
}

/** How hard classes are searched for where nothing else is said. */
export const DEFAULT_SEARCH = { starts: DEFAULT_STARTS.screened, seed: 1, tolerance: 1e-10 } as const;

/** Starts outside the best that are run to the end: to list maxima that others may report. */
const SPREAD = 10;

/** Classes differ in how far up the categories of such an indicator they answer. */
export const ORDINAL = { scale: 'ordinal' } as const;

/** How a number of screened starts is carried out: the best quarter of them, at most 30, are run to the end. */
export function startPlan(screened: number): StartPlan {
  const finished = Math.max(1, Math.min(DEFAULT_STARTS.finished, Math.ceil(screened / 4)));
  return { ...DEFAULT_STARTS, screened, finished };
}

/** Fits every number of classes asked for. Same request, same result, wherever and on how many threads it runs. */
export async function fitRows(
  request: FitRequest,
  options: { threads?: number | undefined; watch?: FitWatch } = {},
): Promise<{ rows: EnumerationRow[]; data: Indicators }> {
  const data = indicatorsOf(request);
  const plan = { ...searchOf(request), spread: SPREAD };
  return { rows: await enumerateOnThreads(data, { ...plan, ...options }), data };
}

const searchOf = ({ from, to, starts, seed, tolerance, ordinal }: FitRequest) => ({
  from,
  to,
  seed,
  tolerance,
  starts: startPlan(starts),
  items: ordinal.some(Boolean) ? ordinal.map((is) => (is ? ORDINAL : ('free' as const))) : undefined,
});

/**
 * About how many seconds a fit will take on this machine, from some steps timed on these answers; right within a factor of two
 * as a rule, since how many steps a start needs is known when it has arrived.
 */
export function fitTime(request: FitRequest): number {
  const search = searchOf(request);
  const { screened, finished } = search.starts;
  const starts = { ...search.starts, finished: Math.min(screened, finished + SPREAD) };
  const { seconds } = estimateTime(indicatorsOf(request), { ...search, starts }, () => performance.now());
  return seconds / threadsHere();
}

/** The same, as a study keeps it. */
export async function fitClasses(
  request: FitRequest,
  options: { threads?: number | undefined; watch?: FitWatch } = {},
): Promise<FittedModel[]> {
  const { rows, data } = await fitRows(request, options);
  const compared = rows.map(comparedModel);
  return rows.map((row) => {
    const { fit, placed } = fitSummary(row, data, request.categories, compared);
    return { classes: row.classes, fit, posteriors: Float32Array.from(placed.probabilities) };
  });
}
