import type { CSSProperties } from 'react';
import { useFormat, useMessages } from '../language.js';
import type { PrintedOf } from './report-types.js';

const ROW = 24;
const LEFT = 270;
const WIDTH = 640;

/** The classes over their indicators: a mark a class from 0 to 100 per cent, a shape and a name each, and the figures below. */
export function ClassProfile({ block }: { block: PrintedOf<'classes'> }) {
  const m = useMessages();
  const f = useFormat();
  const { model, indicators, caption } = block;
  const classes = model.fit.shares.map((share, k) => ({
    k,
    share,
    name: model.classNames[k]?.trim() || String(k + 1),
  }));
  const prob = (item: number, k: number) => model.fit.probs[item]?.[k]?.[0] ?? Number.NaN;
  const plot = WIDTH - LEFT - 24;
  const height = indicators.length * ROW + 26;
  const x = (share: number) => LEFT + share * plot;
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
      <svg
        className="profile-chart"
        viewBox={`0 0 ${WIDTH} ${height}`}
        role="img"
        aria-label={caption || m.words.blockKind.classes}
      >
        {[0, 0.25, 0.5, 0.75, 1].map((share) => (
          <g key={share}>
            <line x1={x(share)} x2={x(share)} y1={0} y2={height - 22} className="profile-grid" />
            <text x={x(share)} y={height - 6} textAnchor="middle">
              {f.percent(share)}
            </text>
          </g>
        ))}
        {indicators.map((label, item) => (
          <g key={label} transform={`translate(0 ${item * ROW + ROW / 2})`}>
            <text x={LEFT - 14} y={4} textAnchor="end">
              {label.length > 42 ? `${label.slice(0, 41)}…` : label}
            </text>
            <line x1={LEFT} x2={LEFT + plot} className="profile-grid" />
            {classes.map(({ k }) =>
              Number.isFinite(prob(item, k)) ? (
                <g key={k} transform={`translate(${x(prob(item, k))} 0)`}>
                  <Shape k={k} />
                </g>
              ) : null,
            )}
          </g>
        ))}
      </svg>
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

/** Circle, square, diamond, triangle: classes are told apart by shape too. */
function Shape({ k }: { k: number }) {
  const look = {
    className: `profile-mark mark-${k % 4}`,
    style: { '--code-hue': (250 + k * 110) % 360 } as CSSProperties,
  };
  if (k % 4 === 0) return <circle r={5.5} {...look} />;
  if (k % 4 === 1) return <rect x={-5} y={-5} width={10} height={10} {...look} />;
  if (k % 4 === 2) return <path d="M0 -6.5L6.5 0L0 6.5L-6.5 0Z" {...look} />;
  return <path d="M0 -6.5L6.5 5.5L-6.5 5.5Z" {...look} />;
}
