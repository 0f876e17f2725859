import { RangeSetBuilder, type Extension } from '@codemirror/state';
import { Decoration, EditorView, ViewPlugin, type DecorationSet } from '@codemirror/view';

/** Letters of Hebrew, Arabic and their neighbours, and the signs that turn a line round. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08FF\u200F\u202B\u202E\u2067\uFB1D-\uFDFF\uFE70-\uFEFC]|[\uD802\uD803\uD83A\uD83B]/;

const line = Decoration.line({ attributes: { dir: 'auto' } });

/** Lines with words that run from the right begin on the side of their own first letter; other lines are left alone. */
export const eitherWay: Extension = [
  EditorView.perLineTextDirection.of(true),
  ViewPlugin.define(
    (view) => ({
      lines: linesIn(view),
      update({ docChanged, viewportChanged, view: own }) {
        if (docChanged || viewportChanged) this.lines = linesIn(own);
      },
    }),
    { decorations: ({ lines }) => lines },
  ),
];

function linesIn({ state: { doc }, visibleRanges }: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  let last = -1;
  for (const { from, to } of visibleRanges)
    for (let at = from; at <= to;) {
      const { text, from: start, to: end } = doc.lineAt(at);
      if (start > last && RIGHT_TO_LEFT.test(text)) builder.add(start, start, line);
      last = start;
      at = end + 1;
    }
  return builder.finish();
}
