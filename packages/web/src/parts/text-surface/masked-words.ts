import { RangeSetBuilder, type Extension } from '@codemirror/state';
import { Decoration, EditorView } from '@codemirror/view';

/** Words that are not printed as they stand. */
export interface MaskedWords {
  from: number;
  to: number;
  decision: 'open' | 'mask';
  /** What is printed when they are masked. */
  printed: string;
}

/** What such words say when they are pointed at: they are printed as something else, or wait for a decision. */
export interface MaskedTitles {
  masked: (printed: string) => string;
  undecided: string;
}

/** Sets words apart that a reader of the report will not see, so that nobody takes them out of the room. */
export function maskedWords(words: readonly MaskedWords[], titles: MaskedTitles): Extension {
  return EditorView.decorations.compute([], (state) => {
    const builder = new RangeSetBuilder<Decoration>();
    let end = 0;
    for (const { from, to, decision, printed } of words) {
      // Of overlapping mentions the first and longest counts, in print as here.
      if (from < end || from >= to || to > state.doc.length) continue;
      end = to;
      const title = decision === 'open' ? titles.undecided : titles.masked(printed);
      builder.add(from, to, Decoration.mark({ class: 'surface-masked', attributes: { title } }));
    }
    return builder.finish();
  });
}
