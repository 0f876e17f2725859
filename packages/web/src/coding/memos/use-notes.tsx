import type { EditorView } from '@codemirror/view';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { api, queries } from '../../api.js';
import { useChange } from '../../change.js';
import { useMessages } from '../../language.js';
import { useActions } from '../../parts/actions.js';
import { FindDialog } from '../../parts/find-dialog.js';
import { useSay } from '../../parts/status-line.js';
import { chosenWords } from '../../parts/text-surface/chosen-words.js';
import type { Selected } from '../../parts/text-surface/text-surface.js';
import { turnAt } from '../../parts/text-surface/turns.js';
import { useChoose } from '../../routes.js';
import type { CodedText } from '../coded-text.js';
import type { Coder } from '../coding-types.js';
import { annotationMarks } from './annotation-marks.js';
import { MemoDialog, type MemoBegun } from './memo-dialog.js';

/** Notes to words (A) and bookmarks (B, and G B to go to one) in the text that is open; what it gives back are its dialogs. */
export function useNotes(
  open: CodedText | undefined,
  view: EditorView | null,
  selected: Selected,
  coder: Coder | undefined,
) {
  const m = useMessages();
  const say = useSay();
  const choose = useChoose();
  const [begun, setBegun] = useState<MemoBegun | null>(null);
  const [listing, setListing] = useState(false);
  const bookmarks = useQuery(queries.bookmarks());
  const setBookmark = useChange(api.coding.saveBookmark);
  const removeBookmark = useChange(api.coding.removeBookmark);
  const memos = open?.memos;
  const version = open?.source.version;
  const annotated = useMemo(
    () =>
      (memos ?? []).flatMap(({ about, version: of, from, to, title, body }) =>
        about === 'source' && of === version && from !== null && to !== null
          ? [{ from, to, note: title || body }]
          : [],
      ),
    [memos, version],
  );
  useEffect(() => {
    if (view) annotationMarks(view, annotated);
  }, [view, annotated]);

  const words = () => (open ? chosenWords(open.text, open.turns, selected) : null);
  const annotate = () => {
    const span = words();
    if (!open || !span) return say({ text: m.coding.nothingSelected });
    const { id, title, pseudonym } = open.source;
    setBegun({
      subjects: [{ about: 'source', aboutId: id, name: pseudonym ?? title }],
      place: { version: open.source.version, ...span },
      words: open.text.slice(span.from, span.to),
    });
  };
  const bookmark = () => {
    const turn = open ? turnAt(open.turns, selected.from)?.turn : undefined;
    const span = words() ?? turn;
    if (!open || !span) return;
    const { id: sourceId, version: now } = open.source;
    const { from, to } = span;
    setBookmark.mutate({ sourceId, version: now, from, to, name: '', coderId: coder?.id ?? null });
  };
  const unmark = () => {
    const here = bookmarks.data?.bookmarks.find(
      (one) =>
        one.sourceId === open?.source.id &&
        one.version === version &&
        one.from <= selected.from &&
        selected.from <= one.to,
    );
    if (here) removeBookmark.mutate({ id: here.id });
    else say({ text: m.memos.bookmarkNoneHere });
  };
  useActions([
    { id: 'notes.annotate', name: m.memos.annotate, keys: 'a', run: annotate },
    { id: 'notes.bookmark', name: m.memos.bookmark, keys: 'b', run: bookmark },
    { id: 'notes.bookmarks', name: m.memos.bookmarks, keys: 'g b', run: () => setListing(true) },
    { id: 'notes.unmark', name: m.memos.bookmarkRemove, run: unmark },
  ]);
  return (
    <>
      {begun && <MemoDialog begun={begun} coderId={coder?.id ?? null} onClose={() => setBegun(null)} />}
      {listing && (
        <FindDialog
          title={m.memos.bookmarks}
          placeholder={m.memos.bookmarkFind}
          none={m.memos.bookmarkNone}
          items={(bookmarks.data?.bookmarks ?? []).map(({ id, name, pseudonym, sourceTitle }) => ({
            id,
            name,
            words: `${pseudonym ?? sourceTitle} ${name}`.replaceAll('/', ' '),
            note: pseudonym ?? sourceTitle,
          }))}
          onChoose={(id) => {
            const one = bookmarks.data?.bookmarks.find((each) => each.id === id);
            setListing(false);
            if (one)
              choose({
                source: one.sourceId,
                from: String(one.from),
                to: String(one.to),
                coding: undefined,
              });
          }}
          onClose={() => setListing(false)}
        />
      )}
    </>
  );
}
