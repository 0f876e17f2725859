import type { Outputs } from '../api.js';
import type { Format } from '../format.js';
import type { Messages } from '../messages/da.js';

type Estimates = Outputs['survey']['estimates'];
export type EstimateTable = Estimates['tables'][number];
export type Estimate = EstimateTable['groups'][number]['estimates'][number];
export type TableSample = Estimates['sample'];

/** A figure as it is written: per cent of a share, a number of a mean. */
export const figureText = (f: Format, figure: 'share' | 'mean', value: number | null, digits = 1): string =>
  value === null ? '–' : figure === 'share' ? f.percent(value, digits) : f.number(value, 2);

/** An interval, the per cent sign once: 10,2–12,8 %. */
export function intervalText(
  f: Format,
  m: Messages,
  figure: 'share' | 'mean',
  { lower, upper }: { lower: number | null; upper: number | null },
): string {
  if (lower === null || upper === null) return '–';
  const first = figure === 'share' ? f.number(100 * lower, 1) : f.number(lower, 2);
  return m.surveyWork.tables.range(first, figureText(f, figure, upper));
}

/** What the figures rest on: "weighted by vaegt, strata region, PSU kommune". */
export function sampleText(
  f: Format,
  m: Messages,
  { weight, stratum, psu, replicates }: TableSample,
): string {
  const w = m.surveyWork.sample.summary;
  const parts = [weight === null ? w.unweighted : w.weighted(weight)];
  if (replicates > 0) parts.push(w.replicates(f.number(replicates)));
  else {
    if (stratum !== null) parts.push(w.strata(stratum));
    if (psu.length > 0) parts.push(w.psu(f.list(psu)));
  }
  if (parts.length === 1 && weight === null) parts.push(w.simple);
  return parts.join(', ');
}

/** A p value as papers write it: three decimals, and "p < 0.001" below. */
export function pText(f: Format, m: Messages, p: number | null): string {
  const w = m.surveyWork.tables;
  if (p === null) return w.p('–');
  return p < 0.001 ? w.pSmall(f.number(0.001, 3)) : w.p(f.number(p, 3));
}

/** Degrees of freedom: whole where they are, else with one decimal. */
export const dfText = (f: Format, df: number | null): string =>
  df === null ? '∞' : f.number(df, Number.isInteger(df) ? 0 : 1);
