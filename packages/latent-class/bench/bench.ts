import {
  bestCandidates,
  finishStarts,
  indicators,
  randomStream,
  screenStarts,
  simulate,
} from '../src/index.js';
import { expectationMaximisation, type Em } from '../src/em.js';
import { layout, profileOf, type Parameters } from '../src/parameters.js';
import { naiveFit, type NaiveModel } from './naive.js';

/** What a run of the bench found for one number of classes. Seconds of processor time, all threads of the engine. */
export interface BenchRow {
  readonly classes: number;
  /** Median seconds for all full starts: collapsing included for the fast one. */
  readonly fast: number;
  /** Seconds of textbook EM for the same starts: those of a step, times the steps that plain EM needs. */
  readonly naive: number;
  /** How many times faster: the figure to hold fast, since seconds differ from machine to machine. */
  readonly ratio: number;
}

export interface BenchOptions {
  readonly repeats?: number;
  /** Full starts of the fast fit. */
  readonly starts?: number;
  /** Steps of textbook EM that are timed; all that it needs would take an hour. */
  readonly timed?: number;
  readonly upTo?: number;
}

/** 24 yes/no indicators from three classes of 78, 18 and 4 per cent, answered by `people`. */
export function danishLike(people = 2300): { columns: Uint8Array[]; names: string[] } {
  const random = randomStream(2300);
  const probs = Array.from({ length: 24 }, () =>
    [0.05, 0.3, 0.65].map((level) => {
      const yes = level + 0.2 * random();
      return [1 - yes, yes];
    }),
  );
  const { columns } = simulate({ shares: [0.78, 0.18, 0.04], probs }, people, 1);
  return { columns, names: columns.map((_, i) => `item ${i + 1}`) };
}

const TOLERANCE = 1e-10;
const MOST_STEPS = 5000;

/**
 * Times full starts of this package against textbook EM from the same starting points, on the same data and to the
 * same tolerance, for one class up to `upTo`, and prints the ratio. How many steps textbook EM needs is counted with
 * the fast step, which is the same map.
 */
export function bench(print: (line: string) => void = console.log, options: BenchOptions = {}): BenchRow[] {
  const { repeats = 3, starts = 50, timed = 25, upTo = 6 } = options;
  const { columns, names } = danishLike();
  const rows: BenchRow[] = [];
  for (let classes = 1; classes <= upTo; classes++) {
    const shape = layout(
      classes,
      columns.map(() => 2),
    );
    const collapsed = indicators(columns, { names, missing: 'fiml' });
    const candidates = screenStarts(collapsed, { classes, seed: 7, from: 0, to: starts, steps: 1 });
    const run = () => {
      const data = indicators(columns, { names, missing: 'fiml' });
      return finishStarts(data, { classes, candidates, tolerance: TOLERANCE, maxIterations: MOST_STEPS });
    };
    // Once unmeasured, so that it is not timed while the engine still compiles it.
    run();
    const fast = median(repeats, run);

    const em = expectationMaximisation(collapsed, classes);
    const steps = candidates.map(({ parameters }) => plainEm(em, parameters, MOST_STEPS).steps);
    const first = candidates[0]!.parameters;
    const start = structuredClone(profileOf(shape, first)) as NaiveModel;
    let textbook = { loglik: 0, iterations: 0 };
    const naiveSeconds = processorSeconds(() => (textbook = naiveFit(columns, start, TOLERANCE, timed)));
    const same = plainEm(em, first, timed).loglik;
    const perStep = naiveSeconds / textbook.iterations;
    const naive = perStep * steps.reduce((sum, count) => sum + count, 0);
    rows.push({ classes, fast, naive, ratio: naive / fast });
    print(
      `K=${classes}  ${starts} full starts ${fast.toFixed(3)} s; textbook EM ${(perStep * 1000).toFixed(1)} ms a step, ` +
        `${Math.round(mean(steps))} steps a start, ${naive.toFixed(0)} s: ${(naive / fast).toFixed(0)} times; ` +
        `loglik after ${textbook.iterations} steps differs by ${Math.abs(textbook.loglik - same).toExponential(0)}`,
    );
  }
  return rows;
}

/** EM without acceleration: how many steps until one gains less than the tolerance, at most `most`, and where. */
function plainEm(em: Em, start: Parameters, most: number): { steps: number; loglik: number } {
  let from = Float64Array.from(start);
  let to = new Float64Array(from.length);
  let before = -Infinity;
  for (let steps = 1; ; steps++) {
    const loglik = em.step(from, to);
    if (loglik - before < TOLERANCE || steps >= most) return { steps, loglik };
    before = loglik;
    [from, to] = [to, from];
  }
}

/** The median processor seconds of one to `upTo` classes from 500 screened starts, the best 30 finished. */
export function benchScreened(repeats = 3, upTo = 6): number {
  const { columns, names } = danishLike();
  return median(repeats, () => {
    const data = indicators(columns, { names, missing: 'fiml' });
    for (let classes = 1; classes <= upTo; classes++) {
      const screened = screenStarts(data, {
        classes,
        seed: 1,
        from: 0,
        to: classes === 1 ? 1 : 500,
        steps: 20,
      });
      const candidates = bestCandidates(screened, 30);
      finishStarts(data, { classes, candidates, tolerance: TOLERANCE, maxIterations: MOST_STEPS });
    }
  });
}

/** A million people: seconds to collapse their answers, seconds of ten starts of three classes, and patterns. */
export function benchMillion(): { collapse: number; starts: number; patterns: number } {
  const { columns, names } = danishLike(1_000_000);
  let data = indicators(
    columns.map((column) => column.subarray(0, 100)),
    { names, missing: 'fiml', categories: columns.map(() => 2) },
  );
  const collapse = processorSeconds(() => (data = indicators(columns, { names, missing: 'fiml' })));
  const starts = processorSeconds(() => {
    const candidates = screenStarts(data, { classes: 3, seed: 1, from: 0, to: 10, steps: 1 });
    finishStarts(data, { classes: 3, candidates, tolerance: 1e-7, maxIterations: MOST_STEPS });
  });
  return { collapse, starts, patterns: data.activePatterns };
}

function median(repeats: number, run: () => void): number {
  const times: number[] = [];
  // What takes seconds is timed once: its noise is small against its length.
  while (times.length < repeats && (times[0] ?? 0) < 2) times.push(processorSeconds(run));
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Seconds of processor time: other programs on the machine count less than on the clock. */
function processorSeconds(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
