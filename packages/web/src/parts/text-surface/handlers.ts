import { Prec, type Extension } from '@codemirror/state';
import { keymap, type EditorView } from '@codemirror/view';

/** What a page wants to know of a text it paints codes on. */
export interface Handlers {
  /** A coding's bar or name was clicked. */
  onCoding: (id: string) => void;
  /** Enter was pressed on a selection. */
  onEnter: () => void;
}

const known = new WeakMap<EditorView, Handlers>();

/** The page renders anew with every key; the text keeps one extension and asks here who listens now. */
export const listen = (view: EditorView, handlers: Handlers): void => void known.set(view, handlers);
export const handlersOf = (view: EditorView): Handlers | undefined => known.get(view);

/** Enter acts on selected words; a link or button elsewhere keeps its own Enter. */
export const enterOnSelection: Extension = Prec.high(
  keymap.of([
    {
      key: 'Enter',
      run: (view) => {
        if (view.state.selection.main.empty) return false;
        known.get(view)?.onEnter();
        return true;
      },
    },
  ]),
);
