/**
 * Persons of all who could: a ring for all, a disc for those who do. The areas are in the ratio of the numbers; the number
 * itself always stands beside.
 */
export function PersonDot({ n, of, size = 22 }: { n: number; of: number; size?: number }) {
  const whole = size / 2 - 1;
  const part = of > 0 ? whole * Math.sqrt(Math.min(1, n / of)) : 0;
  return (
    <svg className="person-dot" width={size} height={size} viewBox={`0 0 ${size} ${size}`} aria-hidden="true">
      <circle className={n > 0 ? 'person-ring' : 'person-ring none'} cx={size / 2} cy={size / 2} r={whole} />
      {part > 0 && <circle className="person-disc" cx={size / 2} cy={size / 2} r={Math.max(1.5, part)} />}
    </svg>
  );
}
