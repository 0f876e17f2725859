import { markup, type Markup } from './markup.js';
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
const LEGEND = 20;
/** Told apart by colour-blind eyes (Okabe & Ito), and by their shapes in a grey print. */
const COLOURS = [
  '#0072b2',
  '#d55e00',
  '#009e73',
  '#cc79a7',
  '#56b4e9',
  '#e69f00',
  '#444444',
  '#7a5195',
  '#bc5090',
];

/**
 * The profile of a class model as a picture: a row an indicator, a dot a class, from 0 to 100 % for the indicator's first
 * answer. The table beside it says the same in figures.
 */
export function classChart(
  model: ChartModel,
  indicators: readonly string[],
  caption: string,
  w: ReportWords,
): Markup {
  const plot = WIDTH - LEFT - 20;
  const top = LEGEND * (model.classes + 1);
  const height = top + indicators.length * ROW + 30;
  const x = (share: number) => Math.round((LEFT + share * plot) * 10) / 10;
  const classes = Array.from({ length: model.classes }, (_, k) => k);
  const legend = classes.map((k) => {
    const share = percent(model.fit.shares[k] ?? 0);
    const y = LEGEND * (k + 1);
    return markup`${dot(16, y - 4, k)}<text x="28" y="${y}">${className(model, k)} · ${w.classShare} ${share}</text>`;
  });
  const grid = [0, 0.25, 0.5, 0.75, 1].map((share) => {
    const line = markup`<line x1="${x(share)}" x2="${x(share)}" y1="${top}" y2="${height - 26}" stroke="#ddd"/>`;
    return markup`${line}<text x="${x(share)}" y="${height - 8}" text-anchor="middle" fill="#555">${percent(share)}</text>`;
  });
  const rows = indicators.map((label, item) => {
    const y = top + item * ROW + ROW / 2;
    const dots = classes.flatMap((k) => {
      const share = model.fit.probs[item]?.[k]?.[0];
      return share === undefined ? [] : [dot(x(share), y, k)];
    });
    const line = markup`<line x1="${LEFT}" x2="${LEFT + plot}" y1="${y}" y2="${y}" stroke="#eee"/>`;
    return markup`<text x="${LEFT - 12}" y="${y + 4}" text-anchor="end">${shortened(label)}</text>${line}${dots}`;
  });
  const box = `0 0 ${WIDTH} ${height}`;
  return markup`<svg class="chart" viewBox="${box}" role="img" aria-label="${caption}" xmlns="http://www.w3.org/2000/svg">
${legend}${grid}${rows}
</svg>`;
}

/** Circle, square, diamond, triangle: so that classes can be told apart without colour. */
function dot(x: number, y: number, k: number): Markup {
  const colour = COLOURS[k % COLOURS.length]!;
  if (k % 4 === 0) return markup`<circle cx="${x}" cy="${y}" r="6" fill="${colour}"/>`;
  if (k % 4 === 1)
    return markup`<rect x="${x - 5.5}" y="${y - 5.5}" width="11" height="11" fill="${colour}"/>`;
  const path =
    k % 4 === 2
      ? `M${x} ${y - 7}L${x + 7} ${y}L${x} ${y + 7}L${x - 7} ${y}Z`
      : `M${x} ${y - 7}L${x + 7} ${y + 6}L${x - 7} ${y + 6}Z`;
  return markup`<path d="${path}" fill="${colour}"/>`;
}

const shortened = (label: string) => (label.length > 38 ? `${label.slice(0, 37)}…` : label);
