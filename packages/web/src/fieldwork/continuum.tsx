import { useMessages } from '../language.js';
import { word } from '../operation-sentence.js';

const AT: Readonly<Record<string, number>> = { lower: 6, border: 24, higher: 42 };

/** Where on the continuum a person was placed: a dot on a line. Not placeable stands beside the line, not judged is the line alone. */
export function Continuum({ placement, worded = true }: { placement: string | null; worded?: boolean }) {
  const m = useMessages();
  const at = placement ? AT[placement] : undefined;
  return (
    <span className="continuum" title={word(m.words.complexity, placement ?? 'none')}>
      <svg width="48" height="14" viewBox="0 0 48 14" aria-hidden="true">
        <path
          d="M6 7H42M6 4V10M24 5V9M42 4V10"
          className={placement === null || at === undefined ? 'continuum-line faint' : 'continuum-line'}
        />
        {at !== undefined && <circle cx={at} cy="7" r="5" className="continuum-dot" />}
      </svg>
      <span className={worded ? 'continuum-word' : 'out-of-sight'}>
        {m.fieldwork.placement[asPlacement(placement)]}
      </span>
    </span>
  );
}

type Placed = 'lower' | 'border' | 'higher' | 'unplaceable' | 'none';
const asPlacement = (value: string | null): Placed =>
  value === 'lower' || value === 'border' || value === 'higher' || value === 'unplaceable' ? value : 'none';
