import { COEFFICIENTS, type Coefficients } from './coefficients.js';

/** A 95 % bootstrap interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  /** In how many draws the coefficient could be told; it is the interval of those. */
  readonly told: number;
}

/** The coefficients of every row in every draw: as many numbers as rows times draws, so kept flat. */
export class Draws {
  readonly #rows: number;
  readonly #values: Float64Array;
  #draws = 0;

  constructor(rows: number, draws: number) {
    this.#rows = rows;
    this.#values = new Float64Array(rows * draws * COEFFICIENTS.length);
  }

  /** The coefficients that one more draw gave, a row each. */
  add(found: readonly Coefficients[]): void {
    let at = this.#draws++ * this.#rows * COEFFICIENTS.length;
    for (const one of found) for (const name of COEFFICIENTS) this.#values[at++] = one[name] ?? NaN;
  }

  /**
   * From the 2.5th to the 97.5th percentile of the draws in which a coefficient could be told (Efron & Tibshirani 1993, An
   * Introduction to the Bootstrap, section 13.3). Others are neither 0 nor 1: they are left out. Null where that is more than half
   * of them, for those that are left are then no fair sample.
   */
  intervals(row: number): { readonly [C in keyof Coefficients]: Interval | null } {
    const of = (name: keyof Coefficients): Interval | null => {
      const all = Float64Array.from({ length: this.#draws }, (_, draw) => this.#at(draw, row, name));
      const values = all.filter((value) => !Number.isNaN(value)).sort();
      const told = values.length;
      if (told < Math.max(2, this.#draws / 2)) return null;
      const at = (share: number) => values[Math.round(share * (told - 1))]!;
      return { low: at(0.025), high: at(0.975), told };
    };
    return {
      percent: of('percent'),
      kappa: of('kappa'),
      fleiss: of('fleiss'),
      alpha: of('alpha'),
      ac1: of('ac1'),
      unitized: of('unitized'),
    };
  }

  #at(draw: number, row: number, name: keyof Coefficients): number {
    return this.#values[(draw * this.#rows + row) * COEFFICIENTS.length + COEFFICIENTS.indexOf(name)]!;
  }
}
