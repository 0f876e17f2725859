import type { Indicators } from './data.js';
import { expectationMaximisation } from './em.js';
import { fitSettings, type FitOptions } from './fit.js';
import { randomParameters, type Parameters } from './parameters.js';
import { randomStream } from './random.js';
import { layoutOf } from './restriction/restriction.js';
import { settleRandom } from './restriction/settle.js';

/** The least time that is measured, in milliseconds: less would be noise. */
const MEASURED = 15;
/** Readings of a start that is run to the end: ten times the classes squared, as counted on surveys with 7 to 24 indicators. */
const readingsToEnd = (classes: number): number => 10 * classes * classes;

export interface TimeEstimate {
  /** Seconds of one thread until the search is done. Divide by the threads that share it. */
  readonly seconds: number;
  /** Times that the data will be read, and the seconds one reading takes, averaged over the numbers of classes. */
  readonly readings: number;
  readonly secondsPerReading: number;
}

/**
 * How long a search will take, from some EM steps timed now on these data, for every number of classes from `from` to
 * `to`. Right within a factor of two as a rule: how many readings a start needs is known when it has arrived.
 * `clock` tells milliseconds; give `performance.now` where it is at hand.
 */
export function estimateTime(
  data: Indicators,
  options: Omit<FitOptions, 'classes'> & { readonly from: number; readonly to: number },
  clock: () => number = Date.now,
): TimeEstimate {
  const { from, to, ...rest } = options;
  let seconds = 0;
  let readings = 0;
  for (let classes = from; classes <= to; classes++) {
    const settings = fitSettings({ ...rest, classes });
    const { screened, finished, steps } = settings.starts;
    const wanted = screened * steps + finished * Math.min(readingsToEnd(classes), settings.maxIterations);
    readings += wanted;
    seconds += (wanted * timeOfStep(data, settings, clock)) / 1000;
  }
  return { seconds, readings, secondsPerReading: readings === 0 ? 0 : seconds / readings };
}

/** Milliseconds of one EM step, after one that warms up. */
function timeOfStep(data: Indicators, settings: ReturnType<typeof fitSettings>, clock: () => number): number {
  const em = expectationMaximisation(data, layoutOf(data, settings));
  const random = randomStream(settings.seed);
  let here = randomParameters(em.shape, random);
  settleRandom(em.shape, here, random);
  let next: Parameters = new Float64Array(em.shape.size);
  const step = (): void => {
    em.step(here, next);
    [here, next] = [next, here];
  };
  step();
  const began = clock();
  let taken = 0;
  let passed = 0;
  // A clock that stands still must not hold us up.
  while (passed < MEASURED && taken < 5000) {
    step();
    taken++;
    passed = clock() - began;
  }
  return passed / taken;
}
