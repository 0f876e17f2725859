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
import { firstSegment, painted, type PaintedSpan } from './painted.js';

/** Stripes under the words; more than these would run into the next line, and the margin names them all. */
const MOST_STRIPES = 3;

/**
 * Paints codes on the words in sight: each segment in horizontal bands of its codes' washes with a stripe a code below,
 * broken for another coder. Alpha blending would make mud of overlaps; bands keep each colour itself.
 */
export function bands(): Extension {
  return [
    painted,
    ViewPlugin.fromClass(Bands, { decorations: (plugin) => plugin.paint }),
    hoverTooltip(
      (view, at) => {
        const { spans } = view.state.field(painted);
        const here = spans.filter(({ from, to }) => from <= at && at < to);
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
    if (update.viewportChanged || update.docChanged || before !== update.state.field(painted)) {
      this.paint = paintOf(update.view);
    }
  }
}

function paintOf(view: EditorView): DecorationSet {
  const { spans, segments } = view.state.field(painted);
  const builder = new RangeSetBuilder<Decoration>();
  let done = 0;
  for (const { from, to } of view.visibleRanges) {
    for (let i = firstSegment(segments, Math.max(from, done)); i < segments.length; i++) {
      const segment = segments[i]!;
      if (segment.from >= to) break;
      const here = segment.spans.map((index) => spans[index]!);
      const start = Math.max(segment.from, from, done);
      const end = Math.min(segment.to, to, view.state.doc.length);
      if (start >= end) continue;
      done = end;
      builder.add(start, end, bandMark(here));
    }
  }
  return builder.finish();
}

const cache = new Map<string, Decoration>();

/** One decoration a combination: CodeMirror then knows that nothing changed. */
function bandMark(spans: readonly PaintedSpan[]): Decoration {
  const codes = distinct(spans);
  const key = codes.map(({ hue, broken, quiet }) => `${hue}${broken}${quiet}`).join();
  const known = cache.get(key);
  if (known) return known;
  const washes = codes.filter(({ quiet }) => !quiet).map(({ hue }) => codeWash(hue));
  const stripes = codes.slice(0, MOST_STRIPES);
  const height = stripes.length === 1 ? 3 : 2;
  const layers = stripes.map(({ hue, broken, quiet }, i) => {
    const colour = quiet ? 'var(--rule)' : codeStripe(hue);
    const line = broken
      ? `repeating-linear-gradient(90deg, ${colour} 0 7px, transparent 7px 10px)`
      : `linear-gradient(${colour}, ${colour})`;
    return `${line} 0 calc(100% - ${i * (height + 1)}px) / 100% ${height}px no-repeat`;
  });
  if (washes.length > 0) {
    const share = 100 / washes.length;
    const stops = washes.map((wash, i) => `${wash} ${i * share}% ${(i + 1) * share}%`);
    layers.push(`linear-gradient(${stops.join(', ')})`);
  }
  const mark = Decoration.mark({
    class: 'surface-band',
    attributes: {
      style: `background: ${layers.join(', ')}; padding-bottom: ${stripes.length * (height + 1)}px`,
    },
  });
  cache.set(key, mark);
  return mark;
}

/** The same code twice (two coders) is one band. */
function distinct(spans: readonly PaintedSpan[]): PaintedSpan[] {
  const seen = new Map<string, PaintedSpan>();
  for (const span of spans) {
    const known = seen.get(span.path);
    if (!known || (known.broken && !span.broken)) seen.set(span.path, span);
  }
  return [...seen.values()];
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
