import { EditorView } from '@codemirror/view';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { useRemembered } from '../parts/remembered.js';
import type { SourceEntry } from '../parts/source-list.js';
import { useChoice } from '../routes.js';

/** A text that is open, and the place in it that stood at the top. */
export interface OpenText {
  id: string;
  at: number;
}

/** More would be names that cannot be read. */
const MOST = 8;

/** The texts after one is shown: beside the others when it is to be opened or none was shown, else in the place of that one. */
export function withShown(open: readonly OpenText[], id: string, instead: string | null): OpenText[] {
  if (open.some((one) => one.id === id)) return [...open];
  const at = instead === null ? -1 : open.findIndex((one) => one.id === instead);
  if (at >= 0) return open.toSpliced(at, 1, { id, at: 0 });
  return [...open.slice(-(MOST - 1)), { id, at: 0 }];
}

/** The texts after one is closed, and the one to show then; null when it was the last. */
export function withoutText(
  open: readonly OpenText[],
  id: string,
): { open: OpenText[]; next: string } | null {
  const at = open.findIndex((one) => one.id === id);
  const rest = open.filter((one) => one.id !== id);
  const next = rest[at] ?? rest[at - 1];
  return next ? { open: rest, next: next.id } : null;
}

/**
 * The texts open beside each other. Each keeps its place, and all are there again after a restart. Going to the next text of the study
 * shows it in the place of this one; `open` shows one beside it.
 */
export function useOpenTexts(
  sources: readonly SourceEntry[],
  shown: SourceEntry | undefined,
  choose: (id: string) => void,
  view: EditorView | null,
): {
  texts: SourceEntry[];
  open: (id: string) => void;
  close: (id: string) => void;
  /** To the tab so many to the right. */
  step: (by: 1 | -1) => void;
} {
  const [kept, keep] = useRemembered<readonly OpenText[]>('coding.texts', []);
  const [from] = useChoice('from');
  const [coding] = useChoice('coding');
  /** The text shown last, in whose place the next one comes; null when that is to be opened beside it. */
  const before = useRef<string | null>(null);
  const byId = useMemo(() => new Map(sources.map((source) => [source.id, source])), [sources]);
  const id = shown?.id;
  const open = useMemo(() => {
    const there = kept.filter((one) => byId.has(one.id));
    return id ? withShown(there, id, null) : there;
  }, [kept, byId, id]);
  const now = useRef(kept);
  useLayoutEffect(() => {
    now.current = kept;
  }, [kept]);
  // Before the page is painted, so that a text that takes another's place is never seen beside it.
  useLayoutEffect(() => {
    if (id === undefined) return;
    keep(withShown(now.current, id, before.current));
    before.current = id;
  }, [id, keep]);

  // While the text goes by its place is only noted; it is kept when another text is shown and when the page is left.
  const place = useCallback(() => {
    if (!view || id === undefined) return;
    const at = view.lineBlockAtHeight(view.scrollDOM.scrollTop).from;
    now.current = now.current.map((one) => (one.id === id ? { id, at } : one));
  }, [view, id]);
  useEffect(() => {
    const scroller = view?.scrollDOM;
    scroller?.addEventListener('scrollend', place);
    return () => scroller?.removeEventListener('scrollend', place);
  }, [view, place]);
  useEffect(() => {
    const leave = () => keep(now.current);
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [keep]);

  // The place is found again once, when the text is there; a place that the address names comes first.
  const named = from !== undefined || coding !== undefined;
  const found = useRef<EditorView | null>(null);
  useEffect(() => {
    if (!view || found.current === view) return;
    found.current = view;
    const at = now.current.find((one) => one.id === id)?.at ?? 0;
    if (named || at === 0 || at > view.state.doc.length) return;
    view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'start' }) });
  }, [view, id, named]);

  const texts = useMemo(() => open.flatMap((one) => byId.get(one.id) ?? []), [open, byId]);
  return {
    texts,
    open: (other) => {
      if (other === id) return;
      before.current = null;
      choose(other);
    },
    close: (other) => {
      const after = withoutText(open, other);
      if (!after) return;
      keep(after.open);
      if (other !== id) return;
      // The next one is open already: nothing is shown in its place.
      choose(after.next);
    },
    step: (by) => {
      const at = open.findIndex((one) => one.id === id);
      const to = open[(at + by + open.length) % open.length];
      if (to && to.id !== id) choose(to.id);
    },
  };
}
