import { useFormat } from '../language.js';
import { ClassMark, classColour } from './class-mark.js';

/** Shares of a whole as one bar, each named below it with its per cent (and n, where `of` is known). */
export function ShareBar({ parts, of }: { parts: readonly { name: string; share: number }[]; of?: number }) {
  const f = useFormat();
  return (
    <div className={of === undefined ? 'share-bar' : 'share-bar with-n'}>
      <div className="share-track" aria-hidden="true">
        {parts.map(({ share }, i) => (
          <span key={i} style={{ flexGrow: share, background: classColour(i) }} />
        ))}
      </div>
      <ul className="plain-list">
        {parts.map(({ name, share }, i) => (
          <li key={i}>
            <ClassMark index={i} />
            <span className="share-name">{name}</span>
            <span className="number">{f.percent(share, share < 0.01 ? 1 : 0)}</span>
            {of !== undefined && <span className="number share-n">≈ {f.number(share * of)}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
