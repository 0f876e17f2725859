import type { Extension } from '@codemirror/state';
import { EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { codeStripe } from '../code-colour.js';
import { handlersOf } from './handlers.js';
import { layOutStripes, MOST_LANES, type Bar, type Name } from './lay-out-stripes.js';
import { painted } from './painted.js';
import { Rows } from './rows.js';
import { showSpan } from './show-span.js';

const LANE = 7;

/** Something beside the text: what it says, and where. */
interface Drawn {
  key: string;
  x: number;
  y: number;
  make: () => HTMLElement;
}

/**
 * Codes in the right margin: a bar along the rows of each coding, in lanes so that overlaps stand side by side, and the code's name
 * where it begins. A click on a name or a bar is told to the page; one on a count selects the words of the codings it counts.
 */
export function stripes(): Extension {
  return [
    painted,
    ViewPlugin.fromClass(Stripes),
    EditorView.domEventHandlers({
      mousedown: (event, view) => {
        const at =
          event.target instanceof Element ? event.target.closest<HTMLElement>('[data-coding]') : null;
        if (!at) return false;
        const { coding = '', from, to } = at.dataset;
        if (from !== undefined) showSpan(view, Number(from), Number(to), false);
        else handlersOf(view)?.onCoding(coding);
        event.preventDefault();
        return true;
      },
    }),
  ];
}

class Stripes {
  readonly #box: HTMLElement;
  readonly #rows = new Rows();
  readonly #shown = new Map<string, HTMLElement>();
  #lanes: ReadonlyMap<string, number> = new Map();

  constructor(view: EditorView) {
    this.#box = document.createElement('div');
    this.#box.className = 'cm-layer surface-stripes';
    // The same is said in words beside the text, where the keyboard reaches it.
    this.#box.setAttribute('aria-hidden', 'true');
    view.scrollDOM.append(this.#box);
    this.#ask(view);
  }

  update(update: ViewUpdate): void {
    if (
      update.viewportChanged ||
      update.geometryChanged ||
      update.startState.field(painted, false) !== update.state.field(painted)
    )
      this.#ask(update.view);
  }

  destroy(): void {
    this.#box.remove();
  }

  #ask(view: EditorView): void {
    view.requestMeasure({
      key: this,
      read: () => this.#layOut(view),
      write: (drawn) => this.#draw(drawn),
    });
  }

  #layOut(view: EditorView): Drawn[] {
    const { painter, looked } = view.state.field(painted);
    const rows = this.#rows.inSight(view);
    if (rows.length === 0) return [];
    const { bars, names, lanes } = layOutStripes(
      painter.over(view.viewport.from, view.viewport.to),
      rows,
      this.#lanes,
    );
    this.#lanes = new Map(bars.map(({ key, lane }) => [key, lane]));
    const frame = view.scrollDOM.getBoundingClientRect();
    const left = view.contentDOM.getBoundingClientRect().right - frame.left + view.scrollDOM.scrollLeft + 10;
    const down = view.documentTop - frame.top + view.scrollDOM.scrollTop;
    const beside = left + Math.min(lanes, MOST_LANES) * LANE + 8;
    return [
      ...bars.map((bar) => drawBar(bar, left, down, looked)),
      ...names.map((name) => drawName(name, beside, down, looked)),
    ];
  }

  /** What is there already stays where it is; an element is made only for what came into sight. */
  #draw(drawn: readonly Drawn[]): void {
    const keys = new Set(drawn.map(({ key }) => key));
    for (const [key, element] of this.#shown) {
      if (keys.has(key)) continue;
      element.remove();
      this.#shown.delete(key);
    }
    const fresh = document.createDocumentFragment();
    for (const { key, x, y, make } of drawn) {
      let element = this.#shown.get(key);
      if (!element) {
        element = make();
        this.#shown.set(key, element);
        fresh.append(element);
      }
      const place = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
      if (element.style.transform !== place) element.style.transform = place;
    }
    this.#box.append(fresh);
  }
}

function drawBar(bar: Bar, left: number, down: number, looked: ReadonlySet<string>): Drawn {
  const { spans, top, bottom, lane } = bar;
  const { id, hue, quiet, path, asked } = spans[0]!;
  const by = initials(spans);
  const broken = spans.every((span) => span.broken);
  const on = spans.some((span) => looked.has(span.id));
  const colour = quiet ? 'var(--rule)' : codeStripe(hue);
  const height = Math.round(bottom - top);
  return {
    key: ['bar', bar.key, id, height, colour, broken, asked, on, by].join(' '),
    x: left + lane * LANE,
    y: top + down,
    make: () => {
      const element = document.createElement('div');
      element.className = ['surface-bar', on && 'looked', asked && 'asked'].filter(Boolean).join(' ');
      element.title = titleOf(path, by);
      element.dataset['coding'] = id;
      element.style.height = `${height}px`;
      element.style.setProperty('--bar', colour);
      if (broken)
        element.style.setProperty('mask-image', 'repeating-linear-gradient(#000 0 6px, transparent 6px 9px)');
      return element;
    },
  };
}

function drawName(
  { spans, top, more }: Name,
  left: number,
  down: number,
  looked: ReadonlySet<string>,
): Drawn {
  const { id, hue, name, path, quiet, asked } = spans[0]!;
  const by = initials(spans);
  const on = spans.some((span) => looked.has(span.id));
  const folded = more.some((span) => looked.has(span.id));
  return {
    key: ['name', id, name, by, on, folded, hue, quiet, asked, ...more.map((one) => one.id)].join(' '),
    x: left,
    y: top + down,
    make: () => {
      const line = document.createElement('div');
      line.className = 'surface-name-line';
      const label = line.appendChild(document.createElement('div'));
      label.className = ['surface-code coded', on && 'looked', quiet && 'quiet', asked && 'asked']
        .filter(Boolean)
        .join(' ');
      label.title = titleOf(path, by);
      label.dataset['coding'] = id;
      label.style.setProperty('--code-hue', String(hue));
      const words = label.appendChild(document.createElement('span'));
      words.textContent = name;
      const who = label.appendChild(document.createElement('small'));
      who.textContent = by;
      if (more.length > 0) line.append(countOf([...spans, ...more], more.length, folded));
      return line;
    },
  };
}

/** “+7”: which they are on hover, and all of them in the list beside the text on a click. */
function countOf(spans: Name['more'], count: number, on: boolean): HTMLElement {
  const chip = document.createElement('div');
  chip.className = on ? 'surface-more looked' : 'surface-more';
  chip.textContent = `+${count}`;
  chip.title = spans
    .slice(-count)
    .map(({ path, by }) => titleOf(path, by))
    .join('\n');
  chip.dataset['coding'] = '';
  chip.dataset['from'] = String(spans.reduce((least, { from }) => Math.min(least, from), Infinity));
  chip.dataset['to'] = String(spans.reduce((most, { to }) => Math.max(most, to), 0));
  return chip;
}

const initials = (spans: readonly { by: string }[]) => [...new Set(spans.map(({ by }) => by))].join(', ');
const titleOf = (path: string, by: string) => `${path.replaceAll('/', ' › ')} · ${by}`;
