import type { Turn, TurnRole } from '@bagom/core';
import { RangeSetBuilder, type Extension } from '@codemirror/state';
import { Decoration, EditorView, gutter, GutterMarker, type DecorationSet } from '@codemirror/view';

/** Who speaks, the turn's number, and when: in the margin, so that the words stand alone. */
class SpeakerMarker extends GutterMarker {
  private readonly name: string;
  private readonly number: number;
  private readonly time: number | null;
  private readonly role: TurnRole;

  constructor(name: string, number: number, time: number | null, role: TurnRole) {
    super();
    this.name = name;
    this.number = number;
    this.time = time;
    this.role = role;
  }

  override eq(other: SpeakerMarker): boolean {
    return other.name === this.name && other.number === this.number && other.time === this.time;
  }

  override toDOM(): HTMLElement {
    const box = document.createElement('div');
    box.className = `surface-speaker ${this.role}`;
    box.title = `${this.name} · ${this.number}`;
    const name = box.appendChild(document.createElement('span'));
    name.className = 'surface-name';
    name.textContent = this.name;
    const place = box.appendChild(document.createElement('span'));
    place.className = 'surface-number';
    place.textContent = this.time === null ? `${this.number}` : clock(this.time);
    return box;
  }
}

/** The turns of a text: speakers in the margin instead of labels in the text, interviewer turns quieter. */
export function turnsOf(
  turns: readonly Turn[],
  roles: Record<TurnRole, string>,
  speaker: string | null,
): Extension {
  const lines = new Map<number, { marker: SpeakerMarker }>();
  return [
    gutter({
      class: 'surface-speakers',
      markers: (view) => {
        const builder = new RangeSetBuilder<GutterMarker>();
        let last = -1;
        turns.forEach((turn, index) => {
          const line = view.state.doc.lineAt(turn.from).from;
          if (line <= last) return;
          last = line;
          let known = lines.get(line);
          if (!known) lines.set(line, (known = { marker: markerOf(turn, index, roles, speaker) }));
          builder.add(line, line, known.marker);
        });
        return builder.finish();
      },
    }),
    EditorView.decorations.compute([], (state) => lineClasses(turns, state.doc)),
    EditorView.decorations.compute([], (state) => labels(turns, state.doc)),
    // The caret walks past a hidden label as past one letter.
    EditorView.atomicRanges.of((view) => labels(turns, view.state.doc)),
  ];
}

function markerOf(
  turn: Turn,
  index: number,
  roles: Record<TurnRole, string>,
  speaker: string | null,
): SpeakerMarker {
  const name =
    turn.role === 'interviewer'
      ? upper(roles.interviewer)
      : turn.role === 'interviewee'
        ? (speaker ?? turn.label)
        : turn.label;
  return new SpeakerMarker(name ?? '', index + 1, turn.time, turn.role);
}

type Doc = EditorView['state']['doc'];

function lineClasses(turns: readonly Turn[], doc: Doc): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  let turn = 0;
  for (let number = 1; number <= doc.lines; number++) {
    const line = doc.line(number);
    while (turn < turns.length - 1 && turns[turn]!.to < line.from) turn++;
    const kind = line.length === 0 ? 'surface-gap' : `surface-line ${turns[turn]?.role ?? 'other'}`;
    builder.add(line.from, line.from, Decoration.line({ class: kind }));
  }
  return builder.finish();
}

const hidden = Decoration.replace({});
const labelCache = new WeakMap<readonly Turn[], DecorationSet>();

/** Labels such as `Interviewer:` are in the text, and their places count; they are only not drawn. */
function labels(turns: readonly Turn[], doc: Doc): DecorationSet {
  const known = labelCache.get(turns);
  if (known) return known;
  const builder = new RangeSetBuilder<Decoration>();
  let end = 0;
  for (const turn of turns) {
    const before = doc.sliceString(end, turn.from);
    const from = end + (before.length - before.trimStart().length);
    const to = Math.min(turn.from, doc.lineAt(from).to);
    if (turn.label !== null && from < to) builder.add(from, to, hidden);
    end = turn.to;
  }
  const set = builder.finish();
  labelCache.set(turns, set);
  return set;
}

/** The turn at a place, or the one before it. */
export function turnAt(turns: readonly Turn[], at: number): { turn: Turn; index: number } | null {
  let index = turns.findIndex((turn) => turn.to >= at);
  if (index === -1) index = turns.length - 1;
  const turn = turns[index];
  return turn ? { turn, index } : null;
}

export function clock(seconds: number): string {
  const [h, min, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, Math.floor(seconds % 60)];
  const two = (n: number) => String(n).padStart(2, '0');
  return h > 0 ? `${h}:${two(min)}:${two(s)}` : `${min}:${two(s)}`;
}

const upper = (words: string) => words.charAt(0).toLocaleUpperCase('da') + words.slice(1);
