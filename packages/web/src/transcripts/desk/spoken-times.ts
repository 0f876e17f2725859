import type { Turn } from '@bagom/core';
import { MapMode, RangeSetBuilder, StateEffect, StateField, type Extension } from '@codemirror/state';
import { Decoration, EditorView, gutter, GutterMarker } from '@codemirror/view';
import { clock } from '../../parts/text-surface/turns.js';

/** A place in the text and when it was said; `fresh`: set here, and not yet in a version. */
export interface SpokenTime {
  at: number;
  seconds: number;
  fresh: boolean;
}

export const setTime = StateEffect.define<{ at: number; seconds: number }>();
/** The place whose words are heard now; null: none. */
export const setHeard = StateEffect.define<number | null>();

/** The times of a text, in its order; they move along with the words. */
export const spokenTimes = StateField.define<readonly SpokenTime[]>({
  create: () => [],
  update(times, { changes, docChanged, effects }) {
    let next = times;
    if (docChanged)
      next = times.flatMap((time) => {
        const at = changes.mapPos(time.at, -1, MapMode.TrackDel);
        return at === null ? [] : [{ ...time, at }];
      });
    for (const effect of effects)
      if (effect.is(setTime))
        next = [...next.filter(({ at }) => at !== effect.value.at), { ...effect.value, fresh: true }].sort(
          (a, b) => a.at - b.at,
        );
    return next;
  },
});

const heard = StateField.define<number | null>({
  create: () => null,
  update(at, { changes, effects }) {
    let next = at === null ? null : changes.mapPos(at);
    for (const effect of effects) if (effect.is(setHeard)) next = effect.value;
    return next;
  },
  provide: (field) =>
    EditorView.decorations.from(field, (at) => (view) => {
      if (at === null || at > view.state.doc.length) return Decoration.none;
      return Decoration.set(nowHeard.range(view.state.doc.lineAt(at).from));
    }),
});
const nowHeard = Decoration.line({ class: 'desk-heard' });

class TimeMarker extends GutterMarker {
  private readonly time: string;
  constructor(time: string) {
    super();
    this.time = time;
  }
  override eq(other: TimeMarker): boolean {
    return other.time === this.time;
  }
  override toDOM(): Node {
    return document.createTextNode(this.time);
  }
}

/** Times beside the lines they belong to; a click on one is told. */
export function timesBeside(turns: readonly Turn[], onTime: (seconds: number) => void): Extension {
  const first = turns.flatMap(({ from, time }) =>
    time === null ? [] : [{ at: from, seconds: time, fresh: false }],
  );
  return [
    spokenTimes.init(() => first),
    heard,
    gutter({
      class: 'desk-times',
      markers: (view) => {
        const builder = new RangeSetBuilder<GutterMarker>();
        let last = -1;
        for (const { at, seconds } of view.state.field(spokenTimes)) {
          const line = view.state.doc.lineAt(Math.min(at, view.state.doc.length)).from;
          if (line <= last) continue;
          last = line;
          builder.add(line, line, new TimeMarker(clock(seconds)));
        }
        return builder.finish();
      },
      domEventHandlers: {
        mousedown: (view, block) => {
          const { to } = view.state.doc.lineAt(block.from);
          const time = view.state.field(spokenTimes).find(({ at }) => at >= block.from && at <= to);
          if (!time) return false;
          onTime(time.seconds);
          return true;
        },
      },
    }),
  ];
}

/** The last time at or before this second of the recording. */
export function timeAt(times: readonly SpokenTime[], seconds: number): SpokenTime | null {
  return times.reduce<SpokenTime | null>(
    (best, time) => (time.seconds <= seconds + 0.05 && (!best || time.seconds >= best.seconds) ? time : best),
    null,
  );
}
