import { STATIONS } from '@bagom/core';
import { Link } from '@tanstack/react-router';
import type { Outputs } from '../api.js';
import { useMessages } from '../language.js';
import { pathOf } from '../routes.js';

/** The nine stations as a thin line, each a link; a full dot: nothing missing, a half one: under way, an empty one: not begun. */
export function Chain({ stations }: { stations: Outputs['study']['overview']['stations'] | undefined }) {
  const m = useMessages();
  return (
    <nav className="chain" aria-label={m.shell.chain}>
      <Link to="/" className="chain-start" activeOptions={{ exact: true, includeSearch: false }}>
        <span className="chain-name">Bagom</span>
      </Link>
      <ol>
        {STATIONS.map((station, i) => {
          const status = stations?.find((one) => one.station === station)?.status ?? 'empty';
          return (
            <li key={station}>
              <Link to={pathOf(station)} className="chain-link" activeOptions={{ includeSearch: false }}>
                <span className={`dot ${status}`} aria-hidden="true" />
                <span className="chain-number" aria-hidden="true">
                  {i + 1}
                </span>
                <span className="chain-name">{m.words.stations[station]}</span>
                <span className="out-of-sight">, {m.words.status[status]}</span>
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
