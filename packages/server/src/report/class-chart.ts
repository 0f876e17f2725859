import { Html, html } from './escape.js';
import { className, percent } from './tables.js';
import type { ReportWords } from './words.js';

interface ChartModel {
  classes: number;
  classNames: readonly string[];
  fit: { shares: readonly number[]; probs: readonly (readonly (readonly number[])[])[] };
}

const ROW = 26;
const LEFT = 250;
const WIDTH = 720;
/** Told apart by colour-blind eyes (Okabe & Ito), and by their shapes in a grey print. */
const COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#56b4e9', '#e69f00', '#444444', '#7a5195', '#bc5090'];

/**
 * The profile of a class model as a picture: a row an indicator, a dot a class, from 0 to 100 % for the indicator's first
 * answer. The table beside it says the same in figures.
 */
export function classChart(model: ChartModel, indicators: readonly string[], caption: string, w: ReportWords): Html {
  const plot = WIDTH - LEFT - 20;
  const top = 20 + 20 * model.classes;
  const height = top + indicators.length * ROW + 30;
  const x = (share: number) => Math.round((LEFT + share * plot) * 10) / 10;
  const classes = Array.from({ length: model.classes }, (_, k) => k);
  return html`<svg class="chart" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${caption}" xmlns="http://www.w3.org/2000/svg">
${classes.map((k) => html`${dot(16, 16 + 20 * k, k)}<text x="28" y="${20 + 20 * k}">${className(model, k)} · ${w.classShare} ${percent(model.fit.shares[k] ?? 0)}</text>`)}
${[0, 0.25, 0.5, 0.75, 1].map((share) => html`<line x1="${x(share)}" x2="${x(share)}" y1="${top}" y2="${height - 26}" stroke="#ddd"/><text x="${x(share)}" y="${height - 8}" text-anchor="middle" fill="#555">${percent(share)}</text>`)}
${indicators.map((label, item) => {
  const y = top + item * ROW + ROW / 2;
  return html`<text x="${LEFT - 12}" y="${y + 4}" text-anchor="end">${shortened(label)}</text><line x1="${LEFT}" x2="${LEFT + plot}" y1="${y}" y2="${y}" stroke="#eee"/>${classes.map((k) => {
    const share = model.fit.probs[item]?.[k]?.[0];
    return share === undefined ? html`` : dot(x(share), y, k);
  })}`;
})}
</svg>`;
}

/** Circle, square, diamond, triangle: so that classes can be told apart without colour. */
function dot(x: number, y: number, k: number): Html {
  const colour = COLOURS[k % COLOURS.length]!;
  if (k % 4 === 0) return html`<circle cx="${x}" cy="${y}" r="6" fill="${colour}"/>`;
  if (k % 4 === 1) return html`<rect x="${x - 5.5}" y="${y - 5.5}" width="11" height="11" fill="${colour}"/>`;
  if (k % 4 === 2) return html`<path d="M${x} ${y - 7}L${x + 7} ${y}L${x} ${y + 7}L${x - 7} ${y}Z" fill="${colour}"/>`;
  return html`<path d="M${x} ${y - 7}L${x + 7} ${y + 6}L${x - 7} ${y + 6}Z" fill="${colour}"/>`;
}

const shortened = (label: string) => (label.length > 38 ? `${label.slice(0, 37)}…` : label);
