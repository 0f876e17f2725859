import { standardKeymap } from '@codemirror/commands';
import { search, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, keymap, type KeyBinding } from '@codemirror/view';
import { eitherWay } from './either-way.js';

/** What every text of the page has, to be read or written in: its name, its language, lines that wrap, a search, the usual keys. */
export function textFrame(given: {
  /** What the text is, read out when it takes the focus. */
  label: string;
  language: string;
  phrases: Record<string, string>;
  attributes: Record<string, string>;
  /** Keys that come before the usual ones. */
  keys?: readonly KeyBinding[];
}): Extension {
  const { label, language, phrases, attributes, keys = [] } = given;
  return [
    EditorState.phrases.of(phrases),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ 'aria-label': label, lang: language, ...attributes }),
    eitherWay,
    search({ top: true }),
    keymap.of([...searchKeymap, ...keys, ...standardKeymap]),
  ];
}
