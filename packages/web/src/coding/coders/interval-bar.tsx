import type { Coefficients } from '@bagom/core';
import { useFormat, useMessages } from '../../language.js';
import type { Agreement } from './sample.js';

const WIDTH = 66;
const PAD = 3;
const at = (value: number) => PAD + Math.min(1, Math.max(0, value)) * (WIDTH - 2 * PAD);

/** What rounds to nothing has no sign. */
const withoutMinusNought = (value: number): number => (Math.abs(value) < 0.005 ? 0 : value);

interface IntervalBarProps {
  of: Agreement;
  coefficient: keyof Coefficients;
  /** Draws for the intervals; 0: they are not worked out. */
  replicates: number;
}

/** A coefficient with its interval below it, on a line from 0 to 1; what lies below 0 is drawn at its end. What is not there says why. */
export function IntervalBar({ of, coefficient, replicates }: IntervalBarProps) {
  const [value, interval] = [of[coefficient], of.ci[coefficient]];
  const said = useSaid(of, coefficient, replicates);
  const f = useFormat();
  if (value === null)
    return (
      <span title={said}>
        –<span className="out-of-sight">{said}</span>
      </span>
    );
  return (
    <span className="interval" title={said}>
      {f.number(withoutMinusNought(value), 2)}
      <span className="out-of-sight">{said}</span>
      <svg width={WIDTH} height={9} viewBox={`0 0 ${WIDTH} 9`} aria-hidden="true">
        <line x1={PAD} x2={WIDTH - PAD} y1={4.5} y2={4.5} className="interval-track" />
        {interval && (
          <line x1={at(interval.low)} x2={at(interval.high)} y1={4.5} y2={4.5} className="interval-line" />
        )}
        <circle cx={at(value)} cy={4.5} r={2.2} className="interval-dot" />
      </svg>
    </span>
  );
}

/** In words: the interval, or why there is none, or why there is no figure at all. */
function useSaid(of: Agreement, coefficient: keyof Coefficients, replicates: number): string {
  const { coders: words } = useMessages();
  const f = useFormat();
  const interval = of.ci[coefficient];
  if (of[coefficient] === null) {
    if (of.units > 0 && of.prevalence === 0) return words.cannotTellNobody;
    if (of.units > 0 && of.prevalence === 1) return words.cannotTellAll;
    return words.cannotTellWhy;
  }
  if (!interval) return replicates > 0 ? words.noInterval : '';
  const range = words.interval(f.number(interval.low, 2), f.number(interval.high, 2));
  if (interval.told === replicates) return range;
  return `${range}; ${words.intervalTold(f.number(interval.told), f.number(replicates))}`;
}
