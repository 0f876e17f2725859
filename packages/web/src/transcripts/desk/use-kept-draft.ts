import type { EditorView } from '@codemirror/view';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '../../api.js';
import { writtenIn, type Written } from './writing-surface.js';

export type DraftState = 'clean' | 'keeping' | 'kept' | 'unkept' | 'failed';

/** So long after the last key a draft is put on the disk. */
const PAUSE = 600;

/** Puts what is being written on the disk whenever there is a pause, one answer at a time, and says when it is there. */
export function useKeptDraft(id: string, version: number, resumed: boolean) {
  const [state, setState] = useState<DraftState>(resumed ? 'kept' : 'clean');
  const [places, setPlaces] = useState(0);
  const timer = useRef<number | null>(null);
  const sent = useRef(Promise.resolve());
  const last = useRef<Written>({ changes: [], times: [] });
  const keep = useCallback(() => {
    timer.current = null;
    const draft = last.current;
    const nothing = draft.changes.length === 0 && draft.times.length === 0;
    sent.current = sent.current
      .then(() =>
        nothing ? api.transcripts.removeDraft({ id }) : api.transcripts.keepDraft({ id, version, ...draft }),
      )
      .then(
        ({ kept }) => {
          if (timer.current === null) setState(nothing ? 'clean' : kept ? 'kept' : 'unkept');
        },
        () => setState('failed'),
      );
  }, [id, version]);
  const onWritten = useCallback(
    (view: EditorView) => {
      setState('keeping');
      last.current = writtenIn(view);
      setPlaces(last.current.changes.length);
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = window.setTimeout(keep, PAUSE);
    },
    [keep],
  );
  const forget = useCallback(() => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
    return sent.current;
  }, []);
  // Another text, or another page: what was written a moment ago is kept too.
  useEffect(
    () => () => {
      if (timer.current === null) return;
      clearTimeout(timer.current);
      keep();
    },
    [keep],
  );
  useEffect(() => {
    // What is not on the disk yet is not left without a word.
    const ask = (event: BeforeUnloadEvent) => {
      if (timer.current !== null) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, []);
  const discard = useCallback(async () => {
    await forget();
    await api.transcripts.removeDraft({ id });
    last.current = { changes: [], times: [] };
    setPlaces(0);
    setState('clean');
  }, [forget, id]);
  return { state, places, onWritten, forget, discard };
}
