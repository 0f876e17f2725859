import { standardKeymap } from '@codemirror/commands';
import { search, searchKeymap } from '@codemirror/search';
import { EditorSelection, EditorState, type Extension } from '@codemirror/state';
import { EditorView, keymap, ViewPlugin, type KeyBinding } from '@codemirror/view';
import { eitherWay } from './either-way.js';

/** Without the keys that write: they would swallow Delete, which takes a coding away. */
const READING_KEYS = standardKeymap.filter(
  ({ key, mac }) => !/(Backspace|Delete|Enter)$/.test(key ?? mac ?? ''),
);

/**
 * A caret where a line is broken stands at the end of the one or the start of the next, and the editor places it anew in the frame
 * after it moved or the focus changed: also when the focus is elsewhere by then, and what is typed there is lost. So a caret that
 * is left has no side.
 */
const caretStays = ViewPlugin.define((view) => {
  const onBlur = () => {
    const { main } = view.state.selection;
    if (main.empty && main.assoc) view.dispatch({ selection: EditorSelection.cursor(main.head) });
  };
  view.contentDOM.addEventListener('blur', onBlur);
  return { destroy: () => view.contentDOM.removeEventListener('blur', onBlur) };
});

/** What every text of the page has, to be read or written in: its name, its language, lines that wrap, a search, the usual keys. */
export function textFrame(given: {
  /** What the text is, read out when it takes the focus. */
  label: string;
  language: string;
  phrases: Record<string, string>;
  attributes: Record<string, string>;
  /** The text is read only. */
  reading?: boolean;
  /** Keys that come before the usual ones. */
  keys?: readonly KeyBinding[];
}): Extension {
  const { label, language, phrases, attributes, reading = false, keys = [] } = given;
  return [
    EditorState.phrases.of(phrases),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ 'aria-label': label, lang: language, ...attributes }),
    eitherWay,
    caretStays,
    search({ top: true }),
    keymap.of([...searchKeymap, ...keys, ...(reading ? READING_KEYS : standardKeymap)]),
  ];
}
