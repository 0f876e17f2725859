import { beyondChance, percentAgreement, pooled, type Measure } from './chance.js';
import type { CodedText } from './coded-text.js';
import { codeTurns, emptyTurns, tableOf, untouched, type Table } from './turn-tables.js';
import { cohenKappa } from './cohen-kappa.js';
import { fleissKappa } from './fleiss-kappa.js';
import { gwetAc1 } from './gwet-ac1.js';
import { krippendorffAlpha } from './krippendorff-alpha.js';
import { seededRandom } from '../../random/seeded-random.js';
import { judged, total, type RatedUnits } from './ratings.js';
import { unitizedAlpha } from './unitized-alpha.js';

/** The coefficients, each with what it is null for: where it cannot be told. */
export interface Coefficients {
  readonly percent: number | null;
  readonly kappa: number | null;
  readonly fleiss: number | null;
  readonly alpha: number | null;
  readonly ac1: number | null;
  readonly unitized: number | null;
}
export const COEFFICIENTS: readonly (keyof Coefficients)[] = [
  'percent',
  'kappa',
  'fleiss',
  'alpha',
  'ac1',
  'unitized',
];

export interface Interval {
  readonly low: number;
  readonly high: number;
}

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
const MEASURES = { fleiss: fleissKappa, alpha: krippendorffAlpha, ac1: gwetAc1 } satisfies Record<
  string,
  Measure
>;

/**
 * Agreement of coders on each code and on all. Intervals are percentiles of a bootstrap that draws whole turns with replacement,
 * because the characters and sentences of a turn are not coded independently of each other (Davison & Hinkley 1997, section 3.8).
 */
export function compareCoders(texts: readonly CodedText[], options: CompareOptions): CodersCompared {
  const { codes, seed = 1, replicates = 1000, onProgress } = options;
  const empty = emptyTurns(texts);
  const used = codes.map((code) => codeTurns(texts, code, empty));
  const turns = empty.turns.length;
  /** Every code's units and lengths when each turn is taken so many times. */
  const tables = (times: ArrayLike<number>): Table[] => {
    const nobody = untouched(empty, times);
    return used.map((code) => tableOf(code, empty, nobody, times));
  };

  const now = tables(new Uint8Array(turns).fill(1));
  const found = [...now.map((table) => coefficients([table])), coefficients(now)];
  const drawn: Coefficients[][] = found.map(() => []);
  const random = seededRandom(seed);
  for (let r = 0; r < (turns < 2 ? 0 : replicates); r++) {
    const times = new Uint32Array(turns);
    for (let i = 0; i < turns; i++) times[Math.floor(random() * turns)]!++;
    const again = tables(times);
    again.forEach((table, i) => drawn[i]!.push(coefficients([table])));
    drawn.at(-1)!.push(coefficients(again));
    if (r % PROGRESS_EVERY === 0) onProgress?.(r / replicates);
  }
  const agreement = (i: number, of: readonly Table[]): Agreement => ({
    ...found[i]!,
    ...prevalenceIn(of.flatMap(({ units }) => units)),
    units: total(of[0]?.units ?? []),
    ci: intervals(drawn[i]!),
  });
  return {
    codes: codes.map((code, i) => ({ code, ...agreement(i, [now[i]!]) })),
    overall: agreement(codes.length, now),
  };
}

function coefficients(tables: readonly Table[]): Coefficients {
  const percents = tables.flatMap(({ units }) => percentAgreement(units) ?? []);
  const of = (measure: Measure) => beyondChance(pooled(tables.map(({ units }) => measure(units))));
  return {
    percent: percents.length === 0 ? null : percents.reduce((sum, one) => sum + one, 0) / percents.length,
    kappa: cohenKappa(...tables.map(({ units }) => units)),
    fleiss: of(MEASURES.fleiss),
    alpha: of(MEASURES.alpha),
    ac1: of(MEASURES.ac1),
    unitized: unitizedAlpha(tables.map(({ unitized }) => unitized)),
  };
}

function prevalenceIn(units: readonly RatedUnits[]): Pick<Agreement, 'prevalence' | 'prevalenceOf'> {
  const coders = units[0]?.values.length ?? 0;
  const yes = (values: readonly (number | null)[]) => values.filter((value) => value === 1).length;
  const n = total(units);
  return {
    prevalence:
      n === 0
        ? 0
        : units.reduce((sum, { values, weight }) => sum + (weight * yes(values)) / judged(values), 0) / n,
    prevalenceOf: Array.from({ length: coders }, (_, coder) => {
      const own = units.filter(({ values }) => values[coder] !== null);
      const all = total(own);
      return all === 0 ? null : total(own.filter(({ values }) => values[coder] === 1)) / all;
    }),
  };
}

/** From the 2.5th to the 97.5th percentile of the draws in which the coefficient could be told. */
function intervals(drawn: readonly Coefficients[]): Agreement['ci'] {
  const of = (name: keyof Coefficients): Interval | null => {
    const values = drawn.flatMap((one) => one[name] ?? []).sort((a, b) => a - b);
    // Where most draws cannot tell, those that can are no fair sample.
    if (values.length < Math.max(2, drawn.length / 2)) return null;
    const at = (share: number) => values[Math.round(share * (values.length - 1))]!;
    return { low: at(0.025), high: at(0.975) };
  };
  return Object.fromEntries(COEFFICIENTS.map((name) => [name, of(name)])) as Agreement['ci'];
}
