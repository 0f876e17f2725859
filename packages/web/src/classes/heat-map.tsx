import type { CSSProperties } from 'react';
import { useFormat, useMessages } from '../language.js';
import { ClassMark } from '../parts/class-mark.js';
import type { ProfileRow } from './profile-rows.js';

/** The profile as a field of figures: the stronger the colour, the more of the class give the answer. */
export function HeatMap(props: {
  rows: readonly ProfileRow[];
  names: readonly string[];
  shares: readonly number[];
}) {
  const { rows, names, shares } = props;
  const m = useMessages();
  const f = useFormat();
  const cell = (share: number, k: number) => (
    <td key={k} className="heat-cell" style={{ '--share': share } as CSSProperties}>
      {f.percent(share)}
    </td>
  );
  return (
    <>
      <p className="hint heat-scale" aria-hidden="true">
        {f.percent(0)} <span className="heat-ramp" /> {f.percent(1)}
      </p>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={m.profile.views.heat}>
        <table className="table heat-table">
          <caption className="out-of-sight">{m.classes.profile}</caption>
          <thead>
            <tr>
              <th scope="col">{m.classes.indicator}</th>
              {names.map((name, k) => (
                <th key={k} scope="col" className="heat-class">
                  <ClassMark index={k} /> {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr className="heat-shares">
              <th scope="row">{m.profile.share}</th>
              {shares.map((share, k) => (
                <td key={k} className="heat-cell plain">
                  {f.percent(share)}
                </td>
              ))}
            </tr>
            {rows.map((row, at) => (
              <tr key={row.key} className={rows[at - 1]?.position === row.position ? 'same' : ''}>
                <th scope="row">
                  <span className="profile-indicator">{row.indicator}</span>
                  <span className="profile-answer">{row.answer}</span>
                </th>
                {row.probabilities.map(cell)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
