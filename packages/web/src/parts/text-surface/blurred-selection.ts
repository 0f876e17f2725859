import { Prec, type Extension } from '@codemirror/state';
import {
  Decoration,
  ViewPlugin,
  type DecorationSet,
  type EditorView,
  type ViewUpdate,
} from '@codemirror/view';

const mark = Decoration.mark({ class: 'surface-selected' });

const paintOf = (view: EditorView): DecorationSet => {
  const { from, to, empty } = view.state.selection.main;
  return view.hasFocus || empty ? Decoration.none : Decoration.set(mark.range(from, to));
};

class Chosen {
  paint: DecorationSet;

  constructor(view: EditorView) {
    this.paint = paintOf(view);
  }

  update(update: ViewUpdate): void {
    if (update.focusChanged || update.selectionSet) this.paint = paintOf(update.view);
  }
}

/** The browser hides a selection when another part of the page takes the focus; the words chosen must stay in sight. */
export const blurredSelection: Extension = Prec.lowest(
  ViewPlugin.fromClass(Chosen, { decorations: (plugin) => plugin.paint }),
);
