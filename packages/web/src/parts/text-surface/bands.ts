import { flatten } from '@bagom/core';
import { RangeSetBuilder, type Extension } from '@codemirror/state';
import {
  Decoration,
  hoverTooltip,
  ViewPlugin,
  type DecorationSet,
  type EditorView,
  type ViewUpdate,
} from '@codemirror/view';
import { codeStripe, codeWash } from '../code-colour.js';
import { painted, type PaintedSpan } from './painted.js';

/** Bands and stripes at one place; more would run into the next line. A dotted line says that there are more, the margin how many. */
const MOST = 3;
const DOTS = 'repeating-linear-gradient(90deg, var(--ink-3) 0 2px, transparent 2px 5px)';

/**
 * Paints codes on the words in sight, and asks for no others: each segment in horizontal bands of its codes' washes with a stripe a
 * code below, broken for another coder. Alpha blending would make mud of overlaps; bands keep each colour itself.
 */
export function bands(): Extension {
  return [
    painted,
    ViewPlugin.fromClass(Bands, { decorations: (plugin) => plugin.paint }),
    hoverTooltip(
      (view, at) => {
        const here = view.state.field(painted).painter.over(at, at);
        if (here.length === 0) return null;
        return { pos: at, above: true, create: () => ({ dom: tip(here) }) };
      },
      { hoverTime: 350 },
    ),
  ];
}

class Bands {
  paint: DecorationSet;

  constructor(view: EditorView) {
    this.paint = paintOf(view);
  }

  update(update: ViewUpdate): void {
    const before = update.startState.field(painted, false);
    if (update.viewportChanged || before?.painter !== update.state.field(painted).painter) {
      this.paint = paintOf(update.view);
    }
  }
}

function paintOf(view: EditorView): DecorationSet {
  const { painter } = view.state.field(painted);
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges) {
    const spans = painter.over(from, to);
    const marked: { from: number; to: number; mark: Decoration }[] = [];
    for (const segment of flatten(spans)) {
      const [start, end] = [Math.max(segment.from, from), Math.min(segment.to, to)];
      if (start >= end) continue;
      const mark = bandMark(segment.spans.map((index) => spans[index]!));
      const last = marked.at(-1);
      // Neighbours that look the same are one element.
      if (last?.mark === mark && last.to === start) last.to = end;
      else marked.push({ from: start, to: end, mark });
    }
    for (const one of marked) builder.add(one.from, one.to, one.mark);
  }
  return builder.finish();
}

const cache = new Map<string, Decoration>();

/** One decoration a combination: CodeMirror then knows that nothing changed. */
function bandMark(spans: readonly PaintedSpan[]): Decoration {
  const all = distinct(spans);
  const codes = all.slice(0, all.length > MOST ? MOST - 1 : MOST);
  const more = all.length > MOST;
  const key = codes.map(({ hue, broken, quiet }) => `${hue}${broken}${quiet}`).join() + String(more);
  const known = cache.get(key);
  if (known) return known;
  const washes = codes.filter(({ quiet }) => !quiet).map(({ hue }) => codeWash(hue));
  const height = all.length === 1 ? 3 : 2;
  const layers = codes.map(({ hue, broken, quiet }, i) => {
    const colour = quiet ? 'var(--rule)' : codeStripe(hue);
    const line = broken
      ? `repeating-linear-gradient(90deg, ${colour} 0 7px, transparent 7px 10px)`
      : `linear-gradient(${colour}, ${colour})`;
    return `${line} 0 calc(100% - ${i * (height + 1)}px) / 100% ${height}px no-repeat`;
  });
  const rows = codes.length + (more ? 1 : 0);
  if (more) layers.push(`${DOTS} 0 calc(100% - ${codes.length * (height + 1)}px) / 100% 2px no-repeat`);
  if (washes.length > 0) {
    const share = 100 / washes.length;
    const stops = washes.map((wash, i) => `${wash} ${i * share}% ${(i + 1) * share}%`);
    layers.push(`linear-gradient(${stops.join(', ')})`);
  }
  const mark = Decoration.mark({
    class: 'surface-band',
    attributes: {
      style: `background: ${layers.join(', ')}; padding-bottom: ${rows * (height + 1)}px`,
    },
  });
  cache.set(key, mark);
  return mark;
}

/** The same code twice (two coders) is one band; what is looked at comes before what is beside the point. */
function distinct(spans: readonly PaintedSpan[]): PaintedSpan[] {
  const seen = new Map<string, PaintedSpan>();
  for (const span of spans) {
    const known = seen.get(span.path);
    if (!known || (known.broken && !span.broken)) seen.set(span.path, span);
  }
  return [...seen.values()].sort((a, b) => Number(a.quiet) - Number(b.quiet));
}

function tip(spans: readonly PaintedSpan[]): HTMLElement {
  const list = document.createElement('ul');
  list.className = 'surface-tip';
  for (const { path, by, hue } of spans) {
    const item = list.appendChild(document.createElement('li'));
    item.className = 'coded';
    item.style.setProperty('--code-hue', String(hue));
    item.textContent = `${path.replaceAll('/', ' › ')} · ${by}`;
  }
  return list;
}
