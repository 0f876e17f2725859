import { useFormat, useMessages } from '../../language.js';

const WIDTH = 66;
const PAD = 3;
const at = (value: number) => PAD + Math.min(1, Math.max(0, value)) * (WIDTH - 2 * PAD);

/** What rounds to nothing has no sign. */
const withoutMinusNought = (value: number): number => (Math.abs(value) < 0.005 ? 0 : value);

/** A coefficient with its interval below it, on a line from 0 to 1; what lies below 0 is drawn at its end. */
export function IntervalBar(props: { value: number | null; interval: { low: number; high: number } | null }) {
  const { value, interval } = props;
  const m = useMessages();
  const f = useFormat();
  if (value === null) return <span title={m.coders.cannotTellWhy}>–</span>;
  const said = interval ? m.coders.interval(f.number(interval.low, 2), f.number(interval.high, 2)) : '';
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
