import {
  bestCandidates,
  finishStarts,
  indicators,
  randomStream,
  screenStarts,
  simulate,
  type Candidate,
} from '../src/index.js';
import { layout, profileOf, randomParameters } from '../src/parameters.js';
import { naiveFit, type NaiveModel } from './naive.js';

/** What a run of the bench found for one number of classes. */
export interface BenchRow {
  readonly classes: number;
  /** Median seconds for all starts: collapsing included for the fast one. */
  readonly fast: number;
  readonly naive: number;
  /** How many times faster: the figure to hold fast, since seconds differ from machine to machine. */
  readonly ratio: number;
}

/** 2,300 people and 24 yes/no indicators from three classes of 78, 18 and 4 per cent. */
function danishLike(): { columns: Uint8Array[]; names: string[] } {
  const random = randomStream(2300);
  const probs = Array.from({ length: 24 }, () =>
    [0.05, 0.3, 0.65].map((level) => {
      const yes = level + 0.2 * random();
      return [1 - yes, yes];
    }),
  );
  const { columns } = simulate({ shares: [0.78, 0.18, 0.04], probs }, 2300, 1);
  return { columns, names: columns.map((_, i) => `item ${i + 1}`) };
}

/**
 * Times this package against textbook EM on the same starts, data and tolerance, for one class up to `upTo`, and
 * prints the ratio of medians.
 */
export function bench(
  print: (line: string) => void = console.log,
  { repeats = 3, starts = 2, upTo = 4 }: { repeats?: number; starts?: number; upTo?: number } = {},
): BenchRow[] {
  const { columns, names } = danishLike();
  const tolerance = 1e-10;
  const maxIterations = 5000;
  const rows: BenchRow[] = [];
  for (let classes = 1; classes <= upTo; classes++) {
    const shape = layout(
      classes,
      columns.map(() => 2),
    );
    const points = Array.from({ length: starts }, (_, i) => randomParameters(shape, randomStream(7, i)));
    let fastLogliks: number[] = [];
    let naiveLogliks: number[] = [];
    const runFast = () => {
      const data = indicators(columns, { names, missing: 'fiml' });
      const candidates = points.map((parameters, start): Candidate => ({ start, loglik: 0, parameters }));
      fastLogliks = finishStarts(data, { classes, candidates, tolerance, maxIterations }).map(
        (run) => run.loglik,
      );
    };
    // Once unmeasured, so that it is not timed while the engine still compiles it.
    runFast();
    const fast = median(repeats, runFast);
    const naive = median(repeats, () => {
      naiveLogliks = points.map((point) => {
        const start = structuredClone(profileOf(shape, point)) as NaiveModel;
        return naiveFit(columns, start, tolerance, maxIterations).loglik;
      });
    });
    rows.push({ classes, fast, naive, ratio: naive / fast });
    print(
      `latent-class K=${classes}, ${starts} starts: ${(fast * 1000).toFixed(1)} ms, textbook EM ` +
        `${(naive * 1000).toFixed(0)} ms, ${(naive / fast).toFixed(0)} times faster; best loglik ` +
        `${Math.max(...fastLogliks).toFixed(4)} and ${Math.max(...naiveLogliks).toFixed(4)}`,
    );
  }
  const data = indicators(columns, { names, missing: 'fiml' });
  const seconds = median(repeats, () => {
    const screened = screenStarts(data, { classes: 3, seed: 1, from: 0, to: 500, steps: 20 });
    finishStarts(data, { classes: 3, candidates: bestCandidates(screened, 30), tolerance, maxIterations });
  });
  print(`latent-class K=3, 500 starts screened and 30 finished: ${seconds.toFixed(2)} s`);
  return rows;
}

function median(repeats: number, run: () => void): number {
  const times: number[] = [];
  // What takes seconds is timed once: its noise is small against its length.
  while (times.length < repeats && (times[0] ?? 0) < 2) {
    const before = performance.now();
    run();
    times.push((performance.now() - before) / 1000);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!;
}
