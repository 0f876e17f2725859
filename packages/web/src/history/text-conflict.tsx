import { Link } from '@tanstack/react-router';
import type { Outputs } from '../api.js';
import { useFormat, useMessages } from '../language.js';
import type { Conflict } from './conflict-name.js';

/** What came of settling two texts. */
export type ToldTexts = NonNullable<Outputs['history']['decide']['texts']>;

/** Where two corrected texts differ, passage by passage, with the words around. */
export function TextPlaces({ conflict }: { conflict: Conflict }) {
  const m = useMessages();
  const f = useFormat();
  const { texts, by, rowId, name } = conflict;
  if (!texts) return null;
  const { passages, total } = texts;
  return (
    <>
      <table className="conflict-sides">
        <caption className="out-of-sight">{m.history.textsDiffer(name)}</caption>
        <thead>
          <tr>
            <th scope="col">{m.history.ours}</th>
            <th scope="col">{by ? m.history.theirsBy(by) : m.history.theirs}</th>
          </tr>
        </thead>
        <tbody>
          {passages.map((pieces, i) => (
            <tr key={i}>
              {(['ours', 'theirs'] as const).map((side) => (
                <td key={side}>
                  <span className="around">… </span>
                  {pieces.map((piece, at) =>
                    piece.ours === piece.theirs ? (
                      <span key={at} className="around">
                        {piece[side]}
                      </span>
                    ) : (
                      <mark key={at}>{piece[side]}</mark>
                    ),
                  )}
                  <span className="around"> …</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="hint">
        {total > passages.length && `${m.history.morePlaces(f.number(total - passages.length))} `}
        <Link to="/transcripts" search={{ source: rowId, view: 'versions' }}>
          {m.history.toTranscript}
        </Link>
      </p>
    </>
  );
}

/** What became of what stands on the texts, and the words that both had corrected. */
export function SettledTexts({ told, sourceId }: { told: ToldTexts; sourceId: string }) {
  const m = useMessages();
  const f = useFormat();
  const { version, counts, found, clashes } = told;
  const followed = counts.same + counts.moved + counts.changed;
  return (
    <div className="settled" aria-live="polite">
      <p className="merge-done">{m.history.settledVersion(f.number(version))}</p>
      <ul className="merge-facts">
        <li>{f.count(followed, m.history.followed)}</li>
        {counts.changed > 0 && <li>{f.count(counts.changed, m.history.followedChanged)}</li>}
        {counts.lost > 0 && (
          <li>
            {f.count(counts.lost, m.history.notFollowed)}{' '}
            <Link to="/transcripts" search={{ source: sourceId, view: 'lost' }}>
              {m.history.toLost}
            </Link>
          </li>
        )}
        {found > 0 && <li>{f.count(found, m.history.foundAgain)}</li>}
        {clashes.map(({ ours, theirs }, i) => (
          <li key={i}>{m.history.clash(f.quote(ours), f.quote(theirs))}</li>
        ))}
      </ul>
    </div>
  );
}
