import { RangeSetBuilder, StateField, type Extension } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';
import { codeStripe, codeWash } from '../../parts/code-colour.js';

/** Words that stand in a code's colour while the text around them is rewritten. */
export interface CodedWords {
  from: number;
  to: number;
  hue: number;
  name: string;
}

/** Codings on a text that is being written in: they move along with their words, as they will when it is saved. */
export function codedWords(words: readonly CodedWords[]): Extension {
  const field = StateField.define<DecorationSet>({
    create: (state) => {
      const builder = new RangeSetBuilder<Decoration>();
      const sorted = words.toSorted((a, b) => a.from - b.from || a.to - b.to);
      for (const { from, to, hue, name } of sorted)
        if (from < to && to <= state.doc.length) builder.add(from, to, markOf(hue, name));
      return builder.finish();
    },
    update: (marks, { changes, docChanged }) => (docChanged ? marks.map(changes) : marks),
    provide: (own) => EditorView.decorations.from(own),
  });
  return field;
}

const known = new Map<string, Decoration>();

function markOf(hue: number, name: string): Decoration {
  const key = `${hue} ${name}`;
  const mark =
    known.get(key) ??
    Decoration.mark({
      class: 'desk-coded',
      attributes: {
        title: name,
        style: `background: ${codeWash(hue)}; box-shadow: inset 0 -2px ${codeStripe(hue)}`,
      },
    });
  known.set(key, mark);
  return mark;
}
