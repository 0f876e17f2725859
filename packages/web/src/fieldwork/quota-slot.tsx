import { useFormat, useMessages } from '../language.js';

/** How many are met of how many are wanted: a bar for those met inside a frame for those wanted, on one scale. */
export function QuotaSlot(props: {
  reached: number;
  target: number | null;
  /** What the full width stands for. */
  most: number;
  name: string;
  /** While targets are being set; undefined shows the numbers. */
  onTarget?: ((target: number | null) => void) | undefined;
}) {
  const { reached, target, most, name, onTarget } = props;
  const m = useMessages();
  const f = useFormat();
  const width = (n: number) => `${Math.min(100, (n / Math.max(1, most)) * 100)}%`;
  return (
    <div className={`quota-slot ${reached === 0 && !target ? 'none' : ''}`}>
      <div className="quota-bar" aria-hidden="true">
        {target !== null && target > 0 && <span className="quota-target" style={{ width: width(target) }} />}
        {reached > 0 && <span className="quota-reached" style={{ width: width(reached) }} />}
      </div>
      <div className="quota-figures">
        {onTarget ? (
          <>
            {m.fieldwork.reachedOf(f.number(reached))}
            <input
              className="input quota-input"
              inputMode="numeric"
              aria-label={m.fieldwork.targetFor(name)}
              value={target ?? ''}
              onChange={({ target: { value } }) => {
                const number = Number(value);
                if (value.trim() === '') onTarget(null);
                else if (Number.isInteger(number) && number >= 0 && number <= 100_000) onTarget(number);
              }}
            />
          </>
        ) : target === null ? (
          reached > 0 ? (
            f.number(reached)
          ) : (
            '–'
          )
        ) : (
          <span className={reached < target ? 'quota-short' : ''}>
            {m.shell.ofTotal(f.number(reached), f.number(target))}
          </span>
        )}
      </div>
    </div>
  );
}
