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

/** A stretch without the white space around its words, as the study stores it; null when there are no words. */
export function trimmed(
  text: string,
  { from, to }: { from: number; to: number },
): { from: number; to: number } | null {
  const words = text.slice(from, to);
  const start = from + (words.length - words.trimStart().length);
  const end = from + words.trimEnd().length;
  return start < end ? { from: start, to: end } : null;
}
