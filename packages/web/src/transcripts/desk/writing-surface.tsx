import type { TextChange } from '@bagom/core';
import { history, historyKeymap } from '@codemirror/commands';
import { ChangeSet, EditorState, StateField } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { useMessages } from '../../language.js';
import { textFrame } from '../../parts/text-surface/text-frame.js';
import type { OpenSource } from '../reading-pane.js';
import { codedWords, type CodedWords } from './coded-words.js';
import { setTime, spokenTimes, timesBeside } from './spoken-times.js';

/** What was written since the version shown. */
export interface Written {
  changes: TextChange[];
  times: { at: number; seconds: number }[];
}

/** Everything that was changed, as one change of the text that was opened. */
const written = StateField.define<ChangeSet>({
  create: ({ doc }) => ChangeSet.empty(doc.length),
  update: (all, { changes, docChanged }) => (docChanged ? all.compose(changes) : all),
});

export function writtenIn({ state }: EditorView): Written {
  const changes: TextChange[] = [];
  state
    .field(written)
    .iterChanges((from, to, _from, _to, insert) => changes.push({ from, to, insert: insert.toString() }));
  const times = state
    .field(spokenTimes)
    .flatMap(({ at, seconds, fresh }) => (fresh ? [{ at, seconds }] : []));
  return { changes, times };
}

/** A text to be written in, labels and all; what is coded keeps its colour and moves along. */
export function WritingSurface(props: {
  open: OpenSource;
  coded: readonly CodedWords[];
  /** What was being written the last time; must stay the same value while the text is open. */
  draft: Written | null;
  onView: (view: EditorView | null) => void;
  onWritten: (view: EditorView) => void;
  onTime: (seconds: number) => void;
}) {
  const { open, coded, draft } = props;
  const { source, text, turns } = open;
  const m = useMessages();
  const box = useRef<HTMLDivElement>(null);
  const callbacks = useRef(props);
  /** What was written when the surface had to be made anew: the page's language was changed. */
  const carried = useRef<Written | null>(null);
  useEffect(() => {
    callbacks.current = props;
  });
  useEffect(() => {
    if (!box.current) return undefined;
    const view = new EditorView({
      parent: box.current,
      state: EditorState.create({
        doc: text,
        extensions: [
          textFrame({
            label: m.desk.writing(source.title),
            language: source.language,
            phrases: m.transcripts.searchPhrases,
            attributes: { spellcheck: 'true' },
            keys: historyKeymap,
          }),
          written,
          timesBeside(turns, (seconds) => callbacks.current.onTime(seconds)),
          codedWords(coded),
          history(),
          EditorView.updateListener.of(({ docChanged, transactions, view: own }) => {
            if (
              docChanged ||
              transactions.some(({ effects }) => effects.some((effect) => effect.is(setTime)))
            )
              callbacks.current.onWritten(own);
          }),
        ],
      }),
    });
    const begun = carried.current ?? draft;
    if (begun) {
      view.dispatch({ changes: begun.changes });
      view.dispatch({ effects: begun.times.map((time) => setTime.of(time)) });
    }
    callbacks.current.onView(view);
    return () => {
      carried.current = writtenIn(view);
      callbacks.current.onView(null);
      view.destroy();
    };
  }, [source.title, source.language, text, turns, coded, draft, m]);
  return <div className="surface writing" ref={box} />;
}
