import { normalQuantile, normalTails, type ClassNote, type ClassTest, type Estimated } from '@bagom/core';

const REACH = normalQuantile(0.975);

/** A figure with its standard error and interval; an error that is no number is none. */
export function estimated(
  estimate: number,
  se: number | null | undefined,
  interval?: readonly [number, number] | null,
): Estimated {
  const error = finite(se);
  return { estimate, se: error, low: finite(interval?.[0]), high: finite(interval?.[1]) };
}

/** With a symmetric interval of 95 per cent. */
export function withNormalInterval(estimate: number, se: number | null | undefined): Estimated {
  const error = finite(se);
  const arm = error === null ? 0 : REACH * error;
  return estimated(estimate, error, error === null ? null : [estimate - arm, estimate + arm]);
}

/** With an interval of 95 per cent on the logit scale, which stays between 0 and 1. */
export function withLogitInterval(share: number, se: number | null | undefined): Estimated {
  const error = finite(se);
  // A share at 0 or 1, or outside as BCH may have it, has no logit.
  if (error === null || error === 0 || !(share > 0 && share < 1)) return withNormalInterval(share, error);
  const logit = Math.log(share / (1 - share));
  const arm = (REACH * error) / (share * (1 - share));
  return estimated(share, error, [1 / (1 + Math.exp(arm - logit)), 1 / (1 + Math.exp(-arm - logit))]);
}

/** Two-sided p of an estimate against its standard error; null where there is none. */
export function normalP({ estimate, se }: Pick<Estimated, 'estimate' | 'se'>): number | null {
  return se === null || !(se > 0) ? null : Math.min(1, 2 * normalTails(Math.abs(estimate / se)).upper);
}

export function testOf(test: ClassTest | null | undefined): ClassTest | null {
  if (!test || ![test.statistic, test.p].every(Number.isFinite)) return null;
  return { statistic: test.statistic, df: test.df, p: test.p };
}

export function notesOf(notes: readonly { code: string; data: object }[]): ClassNote[] {
  return notes.map(({ code, data }) => ({ code, data: { ...data } }));
}

export function finite(value: number | null | undefined): number | null {
  return value === null || value === undefined || !Number.isFinite(value) ? null : value;
}
