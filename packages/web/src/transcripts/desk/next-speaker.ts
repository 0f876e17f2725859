import type { Turn } from '@bagom/core';
import type { EditorView } from '@codemirror/view';
import { clock } from '../../parts/text-surface/turns.js';
import { setTime } from './spoken-times.js';

const LABEL = /^([\p{L}][\p{L}\p{M}\p{N} .'’_/&+-]{0,40}?):(?=\s|$)/u;

/**
 * Begins the next turn after the one the caret is in: a blank line, the label of the other of the last two who spoke, and where the
 * recording is. A text without speakers begins with the interviewer.
 */
export function nextSpeaker(
  view: EditorView,
  turns: readonly Turn[],
  seconds: number | null,
  names: { interviewer: string; interviewee: string },
): void {
  const { doc, selection } = view.state;
  const here = selection.main.head;
  const spoken: string[] = [];
  for (let number = doc.lineAt(here).number; number >= 1 && spoken.length < 2; number--) {
    const label = LABEL.exec(doc.line(number).text)?.[1];
    if (label && !spoken.includes(label)) spoken.push(label);
  }
  const [last, other] = spoken;
  const known = [...new Set(turns.flatMap(({ label }) => label ?? []))];
  const label =
    last === undefined
      ? (known[0] ?? names.interviewer)
      : (other ??
        known.find((one) => one !== last) ??
        (last === names.interviewer ? names.interviewee : names.interviewer));
  // The rest of the line stays with the one who was speaking.
  const line = doc.lineAt(here);
  const empty = doc.toString().trim() === '';
  const at = empty ? 0 : line.text.trim() === '' ? line.from : line.to;
  const before = doc.sliceString(Math.max(0, at - 2), at);
  const lead = empty || before === '\n\n' ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const insert = `${lead}${label}: `;
  const caret = at + insert.length;
  view.dispatch({
    changes: { from: at, to: empty ? doc.length : at, insert },
    selection: { anchor: caret },
    scrollIntoView: true,
  });
  // A transaction's effects are read with the places after it; the turn's place is where its words begin.
  if (seconds !== null) view.dispatch({ effects: setTime.of({ at: caret, seconds }) });
  view.focus();
}

/** Writes where the recording is, as transcribers do: `[0:12]`. */
export function insertTime(view: EditorView, seconds: number): void {
  view.dispatch(view.state.replaceSelection(`[${clock(seconds)}] `));
  view.focus();
}
