import type { Extension } from '@codemirror/state';
import { EditorView, layer, type LayerMarker } from '@codemirror/view';
import { codeStripe } from '../code-colour.js';
import { handlersOf } from './handlers.js';
import { painted, type PaintedSpan } from './painted.js';

const LANE = 7;
const LABEL = 21;

/** A bar beside the lines a coding covers, or a code's name at the bar's top. */
class Drawn implements LayerMarker {
  readonly key: string;
  private readonly make: () => HTMLElement;

  constructor(key: string, make: () => HTMLElement) {
    this.key = key;
    this.make = make;
  }

  eq(other: Drawn): boolean {
    return other.key === this.key;
  }

  draw(): HTMLElement {
    return this.make();
  }
}

/**
 * Codes in the right margin: a bar along the lines of each coding, in lanes so that overlaps stand side by side, and the
 * code's name where it begins. A click on a name or a bar is told to the page.
 */
export function stripes(): Extension {
  return [
    painted,
    layer({
      above: true,
      class: 'surface-stripes',
      update: (update) =>
        update.viewportChanged ||
        update.geometryChanged ||
        update.startState.field(painted, false) !== update.state.field(painted),
      markers,
    }),
    EditorView.domEventHandlers({
      mousedown: (event, view) => {
        const drawn =
          event.target instanceof Element ? event.target.closest<HTMLElement>('[data-coding]') : null;
        if (!drawn?.dataset['coding']) return false;
        handlersOf(view)?.onCoding(drawn.dataset['coding']);
        event.preventDefault();
        return true;
      },
    }),
  ];
}

interface Bar {
  spans: PaintedSpan[];
  top: number;
  bottom: number;
  lane: number;
}

function markers(view: EditorView): readonly LayerMarker[] {
  const { spans, looked } = view.state.field(painted);
  const { from: first, to: last } = view.viewport;
  const frame = view.scrollDOM.getBoundingClientRect();
  const content = view.contentDOM.getBoundingClientRect();
  const left = content.right - frame.left + view.scrollDOM.scrollLeft + 10;
  const down = view.scrollDOM.scrollTop - frame.top;
  const together = new Map<string, PaintedSpan[]>();
  for (const span of spans) {
    if (span.to <= first || span.from >= last) continue;
    const key = `${span.from} ${span.to} ${span.path}`;
    const known = together.get(key);
    if (known) known.push(span);
    else together.set(key, [span]);
  }
  const bars: Bar[] = [];
  const ends: number[] = [];
  const groups = [...together.values()].sort((a, b) => a[0]!.from - b[0]!.from || b[0]!.to - a[0]!.to);
  for (const group of groups) {
    const span = group[0]!;
    const start = view.coordsAtPos(Math.max(span.from, first), 1);
    const end = view.coordsAtPos(Math.min(span.to, last), -1);
    if (!start || !end) continue;
    let lane = ends.findIndex((at) => at <= start.top);
    if (lane === -1) lane = ends.length;
    ends[lane] = end.bottom;
    bars.push({ spans: group, top: start.top + down, bottom: end.bottom + down, lane });
  }
  const lanes = Math.min(ends.length, 8);
  const drawn: LayerMarker[] = bars.map((bar) => drawBar(bar, left, looked));
  const named = names(bars);
  let free = 0;
  for (const bar of named) {
    const top = Math.max(bar.top + 2, free);
    free = top + LABEL;
    drawn.push(drawName(bar, left + lanes * LANE + 8, top, looked));
  }
  return drawn;
}

/** One name for what overlaps and has the same code: two coders who agree are read as one line with both initials. */
function names(bars: readonly Bar[]): Bar[] {
  const named: Bar[] = [];
  for (const bar of bars.toSorted((a, b) => a.top - b.top || a.lane - b.lane)) {
    const same = named.find((one) => one.spans[0]!.path === bar.spans[0]!.path && bar.top < one.bottom);
    if (same) {
      same.spans = [...same.spans, ...bar.spans];
      same.bottom = Math.max(same.bottom, bar.bottom);
    } else named.push({ ...bar });
  }
  return named;
}

function drawBar({ spans, top, bottom, lane }: Bar, left: number, looked: ReadonlySet<string>): Drawn {
  const { id, hue, quiet, path } = spans[0]!;
  const broken = spans.every((span) => span.broken);
  const on = spans.some((span) => looked.has(span.id));
  const colour = quiet ? 'var(--rule)' : codeStripe(hue);
  const [x, y, height] = [
    Math.round(left + Math.min(lane, 7) * LANE),
    Math.round(top),
    Math.round(bottom - top),
  ];
  return new Drawn(['bar', id, x, y, height, colour, broken, on].join(' '), () => {
    const bar = document.createElement('div');
    bar.className = `surface-bar ${on ? 'looked' : ''}`;
    bar.title = path.replaceAll('/', ' › ');
    bar.dataset['coding'] = id;
    bar.style.cssText = `left: ${x}px; top: ${y}px; height: ${height}px; background: ${
      broken ? `repeating-linear-gradient(${colour} 0 6px, transparent 6px 9px)` : colour
    }`;
    return bar;
  });
}

function drawName({ spans }: Bar, left: number, top: number, looked: ReadonlySet<string>): Drawn {
  const { id, hue, name, path, quiet } = spans[0]!;
  const by = [...new Set(spans.map((span) => span.by))].join(', ');
  const on = spans.some((span) => looked.has(span.id));
  const [x, y] = [Math.round(left), Math.round(top)];
  return new Drawn(['name', id, x, y, name, by, on, hue, quiet].join(' '), () => {
    const label = document.createElement('div');
    label.className = `surface-code coded ${on ? 'looked' : ''} ${quiet ? 'quiet' : ''}`;
    label.title = `${path.replaceAll('/', ' › ')} · ${by}`;
    label.dataset['coding'] = id;
    label.style.cssText = `left: ${x}px; top: ${y}px`;
    label.style.setProperty('--code-hue', String(hue));
    const words = label.appendChild(document.createElement('span'));
    words.textContent = name;
    const who = label.appendChild(document.createElement('small'));
    who.textContent = by;
    return label;
  });
}
