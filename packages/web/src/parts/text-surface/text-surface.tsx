import './text-surface.css';
import type { Mark, Turn } from '@bagom/core';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { useMessages } from '../../language.js';
import { blurredSelection } from './blurred-selection.js';
import { marksOf } from './marks.js';
import { maskedWords, type MaskedWords } from './masked-words.js';
import { textFrame } from './text-frame.js';
import { turnsOf } from './turns.js';

/** What is selected; without words `from` and `to` are the caret. */
export interface Selected {
  from: number;
  to: number;
}

/** A text as every page reads it. */
interface OpenText {
  source: {
    title: string;
    language: string;
    /** The interviewee's, where it is known; else the label of the transcript stands. */
    pseudonym: string | null;
  };
  text: string;
  turns: readonly Turn[];
  marks: readonly Mark[];
}

export interface TextSurfaceProps {
  open: OpenText;
  /** Words that are printed as something else, set apart quietly; a page that paints them itself gives none. */
  masked?: readonly MaskedWords[];
  /** What is painted over the text; must stay the same value while it means the same. */
  paint?: Extension;
  onView?: (view: EditorView | null) => void;
  onSelection?: (selected: Selected) => void;
}

const NOTHING: Extension = [];
const NO_WORDS: readonly MaskedWords[] = [];

/**
 * A text of the study, to be read, selected and painted on, never written in. A position is a UTF-16 offset in the text.
 * Only the lines in sight are drawn, so a long interview costs what a short one does.
 */
export function TextSurface(props: TextSurfaceProps) {
  const { open, paint = NOTHING, masked = NO_WORDS } = props;
  const { text, turns, marks } = open;
  const { title, language, pseudonym: speaker } = open.source;
  const m = useMessages();
  const label = m.transcripts.textOf(title);
  const box = useRef<HTMLDivElement>(null);
  const callbacks = useRef(props);
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
          EditorState.readOnly.of(true),
          // Writing is stopped before it reaches the page, so that a key without meaning here does nothing.
          EditorView.domEventHandlers({
            beforeinput: (event) => {
              event.preventDefault();
              return true;
            },
          }),
          textFrame({
            label,
            language,
            phrases: m.transcripts.searchPhrases,
            attributes: { tabindex: '0' },
            reading: true,
          }),
          turnsOf(turns, m.words.role, speaker),
          marksOf(marks),
          maskedWords(masked, { masked: m.transcripts.printedAs, undecided: m.transcripts.undecided }),
          paint,
          blurredSelection,
          EditorView.updateListener.of((update) => {
            if (!update.selectionSet) return;
            const { from, to } = update.state.selection.main;
            callbacks.current.onSelection?.({ from, to });
          }),
        ],
      }),
    });
    callbacks.current.onView?.(view);
    return () => {
      callbacks.current.onView?.(null);
      view.destroy();
    };
  }, [label, text, turns, marks, masked, language, speaker, paint, m]);
  return <div className="surface" ref={box} />;
}
