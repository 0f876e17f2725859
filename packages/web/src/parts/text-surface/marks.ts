import type { Mark } from '@bagom/core';
import { RangeSetBuilder, type Extension } from '@codemirror/state';
import { Decoration, EditorView } from '@codemirror/view';

/** What is no word of the speaker's, set apart from the words: laughter, omissions, editors' notes, masks, pauses. */
export function marksOf(marks: readonly Mark[]): Extension {
  return EditorView.decorations.compute([], (state) => {
    const builder = new RangeSetBuilder<Decoration>();
    for (const { from, to, kind } of marks.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
      if (to > state.doc.length || from >= to) continue;
      builder.add(from, to, Decoration.mark({ class: `surface-mark ${kind}` }));
    }
    return builder.finish();
  });
}
