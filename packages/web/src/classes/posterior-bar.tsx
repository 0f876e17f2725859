import { useFormat } from '../language.js';
import { classColour } from '../parts/class-mark.js';

/** The probability of each class as one bar, always in the order of the classes, so that bars can be compared down a list. */
export function PosteriorBar({
  posterior,
  names,
}: {
  posterior: readonly number[];
  names: readonly string[];
}) {
  const f = useFormat();
  const words = posterior
    .map((share, k) => ({ share, name: names[k] ?? '' }))
    .filter(({ share }) => share >= 0.005)
    .map(({ share, name }) => `${name} ${f.percent(share)}`);
  return (
    <span className="posterior-bar" role="img" aria-label={f.list(words)} title={words.join('\n')}>
      {posterior.map(
        (share, k) =>
          share >= 0.0005 && <span key={k} style={{ flexGrow: share, background: classColour(k) }} />,
      )}
    </span>
  );
}
