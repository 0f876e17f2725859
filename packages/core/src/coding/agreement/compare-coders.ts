import type { CodedText } from './coded-text.js';
import { seededRandom } from '../../random/seeded-random.js';
import { categoryShare, TallyPlan, type Tally } from './tally.js';
import { Draws, type Interval } from './draws.js';
import { coefficients, type Coefficients } from './coefficients.js';
import { codeTurns, emptyTurns, sumsOf, untouched, type CodeSums, type Times } from './turn-sums.js';

/** How far coders agree on one code, or on all. */
export interface Agreement extends Coefficients {
  /** Part of the judgements that say yes, averaged over units, 0 to 1: coefficients beyond chance mean little near 0 and 1. */
  readonly prevalence: number;
  /** The same of each coder, in their order; null: judged nothing. */
  readonly prevalenceOf: readonly (number | null)[];
  /** Units that at least two coders judged. */
  readonly units: number;
  /** 95 % bootstrap intervals; null where fewer than two turns could be drawn or the coefficient cannot be told. */
  readonly ci: { readonly [C in keyof Coefficients]: Interval | null };
}

export interface CodersCompared {
  readonly codes: readonly (Agreement & { readonly code: string })[];
  /** All codes together: means of observed and chance agreement, and then the coefficient. */
  readonly overall: Agreement;
}

export interface CompareOptions {
  /** Codes to compare on. */
  readonly codes: readonly string[];
  readonly seed?: number;
  /** Times that turns are drawn anew for the intervals; 0: no intervals. */
  readonly replicates?: number;
  /** Told now and then how much of the drawing is done, 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

const PROGRESS_EVERY = 20;
/**
 * Agreement of coders on each code and on all, in the texts that at least two of them judged. Intervals are percentiles of a bootstrap that draws whole turns with replacement,
 * because the characters and sentences of a turn are not coded independently of each other (Davison & Hinkley 1997, section 3.8).
 */
export function compareCoders(all: readonly CodedText[], options: CompareOptions): CodersCompared {
  const { codes, seed = 1, replicates = 1000, onProgress } = options;
  const texts = all.filter(({ judges }) => judges.filter(Boolean).length > 1);
  const empty = emptyTurns(texts, new TallyPlan(all[0]?.judges.length ?? 0, 2));
  const used = codes.map((code) => codeTurns(texts, code, empty));
  const turns = empty.units.length;
  const draws = turns < 2 ? 0 : replicates;
  const kept = used.map(() => new Float64Array(empty.plan.size));
  /** Every code's sums when each turn is taken so many times; good until they are asked for again. */
  const sums = (times: Times): CodeSums[] => {
    const nobody = untouched(empty, times);
    return used.map((code, i) => sumsOf(code, empty, nobody, times, kept[i]!));
  };
  /** What is told of each code, and last of all. */
  const rows = <T>(of: readonly CodeSums[], told: (of: readonly CodeSums[]) => T): T[] => [
    ...of.map((one) => told([one])),
    told(of),
  ];

  const figures = rows(sums(new Int32Array(turns).fill(1)), (of) => ({
    ...coefficients(of),
    ...prevalenceIn(of.map(({ tally }) => tally)),
    units: of[0]?.tally.sums[empty.plan.units] ?? 0,
  }));
  const drawn = new Draws(figures.length, draws);
  const random = seededRandom(seed);
  const times = new Int32Array(turns);
  for (let draw = 0; draw < draws; draw++) {
    times.fill(0);
    for (let i = 0; i < turns; i++) times[Math.floor(random() * turns)]!++;
    drawn.add(rows(sums(times), coefficients));
    if (draw % PROGRESS_EVERY === 0) onProgress?.(draw / draws);
  }
  const found = figures.map((row, i): Agreement => ({ ...row, ci: drawn.intervals(i) }));
  return { codes: codes.map((code, i) => ({ code, ...found[i]! })), overall: found.at(-1)! };
}

/** Of all codes: the mean of theirs, for they are judged on the same units. */
function prevalenceIn(tallies: readonly Tally[]): Pick<Agreement, 'prevalence' | 'prevalenceOf'> {
  const sum = (place: (plan: Tally['plan']) => number) =>
    tallies.reduce((all, { plan, sums }) => all + sums[place(plan)]!, 0);
  const shares = tallies.flatMap((tally) => categoryShare(tally, 1) ?? []);
  return {
    prevalence: shares.length === 0 ? 0 : shares.reduce((all, one) => all + one, 0) / shares.length,
    prevalenceOf: Array.from({ length: tallies[0]?.plan.coders ?? 0 }, (_, coder) => {
      const yes = sum((plan) => plan.votes(coder, 1));
      const all = yes + sum((plan) => plan.votes(coder, 0));
      return all === 0 ? null : yes / all;
    }),
  };
}
