import type { CSSProperties } from 'react';
import { usePrinted } from './printed-words.js';
import type { PrintedOf } from './report-types.js';

const QUARTERS = [0, 0.25, 0.5, 0.75, 1];

/** The classes over their indicators: a mark a class from 0 to 100 per cent, a shape and a name each, and the figures below. */
export function ClassProfile({ block }: { block: PrintedOf<'classes'> }) {
  const { m, f } = usePrinted();
  const { model, indicators, caption } = block;
  const classes = model.fit.shares.map((share, k) => ({
    k,
    share,
    name: model.classNames[k]?.trim() || String(k + 1),
  }));
  const prob = (item: number, k: number) => model.fit.probs[item]?.[k]?.[0] ?? Number.NaN;
  return (
    <figure className="printed-table profile">
      <p className="table-caption">{caption}</p>
      <ul className="plain-list profile-key">
        {classes.map(({ k, share, name }) => (
          <li key={k}>
            <svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true">
              <Shape k={k} />
            </svg>
            {name} <span className="table-n">{f.percent(share)}</span>
          </li>
        ))}
      </ul>
      <div className="profile-chart" role="img" aria-label={caption || m.words.blockKind.classes}>
        {indicators.map((label, item) => (
          <div key={label} className="profile-row">
            <span>{label}</span>
            <svg width="100%" height="22" overflow="visible">
              {QUARTERS.map((share) => (
                <line key={share} x1={at(share)} x2={at(share)} y1="0" y2="22" className="profile-grid" />
              ))}
              <line x1="0" x2="100%" y1="11" y2="11" className="profile-grid" />
              {classes.map(({ k }) =>
                Number.isFinite(prob(item, k)) ? (
                  <svg key={k} x={at(prob(item, k))} y="11" overflow="visible">
                    <Shape k={k} />
                  </svg>
                ) : null,
              )}
            </svg>
          </div>
        ))}
        <div className="profile-row profile-axis">
          <span />
          <svg width="100%" height="18" overflow="visible">
            {QUARTERS.map((share) => (
              <text key={share} x={at(share)} y="14" textAnchor="middle">
                {f.percent(share)}
              </text>
            ))}
          </svg>
        </div>
      </div>
      <details>
        <summary>{m.shell.tableBehind}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{m.report.indicator}</th>
              {classes.map(({ k, name }) => (
                <th key={k} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {indicators.map((label, item) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {classes.map(({ k }) => (
                  <td key={k}>{f.percent(prob(item, k))}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
      <figcaption>
        {m.report.classNote(f.number(Math.round(model.fit.n)), f.number(model.classes))}
      </figcaption>
    </figure>
  );
}

const at = (share: number) => `${share * 100}%`;

/** Circle, square, diamond, triangle: classes are told apart by shape too. */
function Shape({ k }: { k: number }) {
  const look = {
    className: `printed-mark mark-${k % 4}`,
    style: { '--code-hue': (250 + k * 110) % 360 } as CSSProperties,
  };
  if (k % 4 === 0) return <circle r={5.5} {...look} />;
  if (k % 4 === 1) return <rect x={-5} y={-5} width={10} height={10} {...look} />;
  if (k % 4 === 2) return <path d="M0 -6.5L6.5 0L0 6.5L-6.5 0Z" {...look} />;
  return <path d="M0 -6.5L6.5 5.5L-6.5 5.5Z" {...look} />;
}
