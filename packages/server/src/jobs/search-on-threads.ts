import {
  bestCandidates,
  concludeFit,
  describe,
  fitSettings,
  type Candidate,
  type EnumerationRow,
  type FitOptions,
  type Indicators,
} from '@bagom/latent-class';
import { rangesOf } from './ranges.js';
import { StartThreads, threadsHere } from './start-threads.js';

/** How far it is, 0 to 1, and which number of classes it is at. */
export type FitWatch = (progress: number, classes: number) => void;

export interface SearchOptions extends Omit<FitOptions, 'classes' | 'onProgress' | 'signal'> {
  /** Least and greatest number of classes, both fitted. */
  readonly from: number;
  readonly to: number;
  /**
   * Starts that did not look best after screening and are run to the end all the same (0): an even sample of them. They seldom
   * find the highest maximum, but they show which others a person may come upon.
   */
  readonly spread?: number;
  /** Threads to share the starts; as many as there are cores where absent. The result does not depend on it. */
  readonly threads?: number | undefined;
  readonly watch?: FitWatch;
}

/** Shares of a stage that each thread gets: several, because some starts take far longer than others. */
const SHARES = 4;

/** `enumerate` of latent-class with its starts shared among threads: the same rows. */
export async function enumerateOnThreads(
  data: Indicators,
  { from, to, spread = 0, threads = threadsHere(), watch = () => undefined, ...rest }: SearchOptions,
): Promise<EnumerationRow[]> {
  // What cannot be fitted is refused before the rest is.
  for (const classes of [from, to]) fitSettings({ ...rest, classes });
  const effort = (classes: number) => (classes === 1 ? 0.1 : classes);
  let whole = 0;
  for (let classes = from; classes <= to; classes++) whole += effort(classes);
  let reached = 0;
  const advance = (classes: number, share: number) => {
    reached += (effort(classes) * share) / 2;
    watch(Math.min(1, reached / whole), classes);
  };

  const pool = new StartThreads(data, threads);
  try {
    const screen = async (classes: number): Promise<Candidate[]> => {
      const settings = fitSettings({ ...rest, classes });
      const { starts } = settings;
      const shares = rangesOf(starts.screened, pool.size * SHARES).map(async (range) => {
        const screened = await pool.run('screen', { ...settings, steps: starts.steps, ...range });
        advance(classes, screened.length / starts.screened);
        return screened;
      });
      return (await Promise.all(shares)).flat();
    };
    const rows: EnumerationRow[] = [];
    let screening = from <= to ? screen(from) : Promise.resolve([]);
    for (let classes = from; classes <= to; classes++) {
      const options = { ...rest, classes };
      const settings = fitSettings(options);
      const { starts } = settings;
      const ranked = bestCandidates(await screening, starts.screened);
      const candidates = [
        ...ranked.slice(0, starts.finished),
        ...evenSample(ranked.slice(starts.finished), spread),
      ];
      const shares = candidates.map(async (candidate) => {
        const finished = await pool.run('finish', { ...settings, candidates: [candidate] });
        advance(classes, 1 / candidates.length);
        return finished;
      });
      const finished = (await Promise.all(shares)).flat();
      // The threads screen for the next number of classes while this one is concluded here.
      screening = classes < to ? screen(classes + 1) : Promise.resolve([]);
      // Awaited in the next round; if there is none, because this one fails, its end is of no interest.
      screening.catch(() => undefined);
      rows.push(describe(concludeFit(data, finished, options), data));
    }
    return rows;
  } finally {
    await pool.close();
  }
}

/** `count` of a list, evenly spaced; all of a shorter one. */
function evenSample<T>(list: readonly T[], count: number): T[] {
  if (list.length <= count) return [...list];
  return Array.from({ length: count }, (_, i) => list[Math.floor(((i + 0.5) * list.length) / count)]!);
}
