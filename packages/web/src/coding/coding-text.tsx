import type { Extension } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { whoseWords } from '@bagom/core';
import { memo, useEffect, useMemo, type ReactNode } from 'react';
import { useFormat, useMessages } from '../language.js';
import { sourceAbout } from '../parts/source-list.js';
import { bands } from '../parts/text-surface/bands.js';
import { enterOnSelection, listen } from '../parts/text-surface/handlers.js';
import { setLooked, setPainter, type PaintedSpan } from '../parts/text-surface/painted.js';
import { FindButton } from '../parts/text-surface/find-button.js';
import { stripes } from '../parts/text-surface/stripes.js';
import { TextSurface, type Selected } from '../parts/text-surface/text-surface.js';
import { usePlace } from '../parts/text-surface/use-place.js';
import type { CodedText } from './coded-text.js';
import type { Code, Coder, Coding } from './coding-types.js';
import type { Counted } from './counted.js';

const PAINT: Extension = [bands(), stripes(), enterOnSelection];

/** The text with its codings painted, and above it what is in it. */
export const CodingText = memo(function CodingText(props: {
  open: CodedText;
  /** The tabs of the texts that are open. */
  tabs: ReactNode;
  /** Whether a coding is to be seen. */
  shows: (coding: Coding) => boolean;
  counted: Counted;
  /** Whether codings on the interviewer's words are shown. */
  asked: boolean;
  onAsked: () => void;
  codes: readonly Code[];
  coders: readonly Coder[];
  /** The coder at work. */
  me: string | undefined;
  /** The codes looked at; others are drawn back. */
  focus: ReadonlySet<string> | null;
  looked: Coding | undefined;
  view: EditorView | null;
  onView: (view: EditorView | null) => void;
  onSelection: (selected: Selected) => void;
  onCoding: (id: string) => void;
  onEnter: () => void;
}) {
  const { open, shows, counted, asked, codes, coders, me, focus, looked, view } = props;
  const { source, turns, mentions, codings } = open;
  const m = useMessages();
  const f = useFormat();
  usePlace(view);
  const { onCoding, onEnter } = props;
  useEffect(() => {
    if (view) listen(view, { onCoding, onEnter });
  }, [view, onCoding, onEnter]);
  const painter = useMemo(() => {
    const byId = new Map(codes.map((code) => [code.id, code]));
    const initials = new Map(coders.map((coder) => [coder.id, coder.initials]));
    const look = (coding: Coding): PaintedSpan[] => {
      const code = byId.get(coding.codeId);
      if (!code || !shows(coding)) return [];
      const { id, from, to } = coding;
      const { hue, name, path } = code;
      return [
        {
          id,
          from,
          to,
          hue,
          name,
          path,
          by: initials.get(coding.coderId) ?? '',
          broken: coding.coderId !== me,
          asked: whoseWords(turns, coding) === 'interviewer',
          quiet: focus !== null && !focus.has(code.id),
        },
      ];
    };
    return { over: (from: number, to: number) => codings.over(from, to).flatMap(look) };
  }, [codings, shows, turns, codes, coders, me, focus]);
  useEffect(() => {
    view?.dispatch({ effects: setPainter.of(painter) });
  }, [view, painter]);
  const lookedId = looked?.id;
  useEffect(() => {
    view?.dispatch({ effects: setLooked.of(new Set(lookedId ? [lookedId] : [])) });
  }, [view, lookedId]);
  return (
    <div className="coding-middle striped">
      <div className="pane-head coding-head">
        {props.tabs}
        <FindButton view={view} />
      </div>
      <div className="coding-counts">
        <span>{f.count(counted.shown, m.words.counts.codings)}</span>
        {counted.asked > 0 && (
          <button type="button" className="asked-toggle" aria-pressed={asked} onClick={props.onAsked}>
            <span className="asked-mark" aria-hidden="true" />
            {m.coding.onInterviewer(f.number(counted.asked))}
            <small>{asked ? m.coding.askedShown : m.coding.askedHidden}</small>
          </button>
        )}
        <span className="hint coding-about">{sourceAbout(source, m)}</span>
      </div>
      <TextSurface
        open={open}
        masked={mentions}
        paint={PAINT}
        onView={props.onView}
        onSelection={props.onSelection}
      />
    </div>
  );
});
