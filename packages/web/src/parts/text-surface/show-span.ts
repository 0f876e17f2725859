import { openSearchPanel } from '@codemirror/search';
import { EditorView } from '@codemirror/view';

/** Selects a stretch and brings it into sight; a stretch outside the text is cut to it. */
export function showSpan(view: EditorView, from: number, to: number, focus = true): void {
  const length = view.state.doc.length;
  const start = Math.max(0, Math.min(from, length));
  const end = Math.max(start, Math.min(to, length));
  view.dispatch({
    selection: { anchor: start, head: end },
    effects: EditorView.scrollIntoView(start, { y: 'center' }),
  });
  if (focus) view.focus();
}

export function findInText(view: EditorView | null): void {
  if (view) openSearchPanel(view);
}
