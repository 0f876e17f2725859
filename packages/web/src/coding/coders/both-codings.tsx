import { SpanIndex, whoseWords } from '@bagom/core';
import type { Extension } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { useEffect, useMemo } from 'react';
import { bands } from '../../parts/text-surface/bands.js';
import { setLooked, setPainter, type PaintedSpan } from '../../parts/text-surface/painted.js';
import { showSpan } from '../../parts/text-surface/show-span.js';
import { stripes } from '../../parts/text-surface/stripes.js';
import { TextSurface } from '../../parts/text-surface/text-surface.js';
import type { CodedText } from '../coded-text.js';
import type { Code, Coder } from '../coding-types.js';
import type { Disagreement } from './sample.js';

const PAINT: Extension = [bands(), stripes()];

/** The text as all the coders coded it: the code they differ on in its colour, the first coder's whole and the others' broken. */
export function BothCodings(props: {
  open: CodedText;
  one: Disagreement;
  codes: readonly Code[];
  coders: readonly Coder[];
  view: EditorView | null;
  onView: (view: EditorView | null) => void;
}) {
  const { open, one, codes, coders, view, onView } = props;
  const { source, text, turns, mentions } = open;
  const spans = useMemo(() => {
    const byId = new Map(codes.map((code) => [code.id, code]));
    return [...open.codings].flatMap((coding): PaintedSpan[] => {
      const code = byId.get(coding.codeId);
      const coder = coders.findIndex(({ id }) => id === coding.coderId);
      if (!code || coder === -1 || coding.codeId !== one.codeId) return [];
      return [
        {
          id: coding.id,
          from: coding.from,
          to: coding.to,
          hue: code.hue,
          name: code.name,
          path: code.path,
          by: coders[coder]!.initials,
          broken: coder > 0,
          asked: whoseWords(turns, coding) === 'interviewer',
          quiet: false,
        },
      ];
    });
  }, [open.codings, turns, codes, coders, one.codeId]);
  useEffect(() => {
    const looked = spans.filter(({ from, to }) => from < one.to && one.from < to).map(({ id }) => id);
    view?.dispatch({ effects: [setPainter.of(SpanIndex.of(spans)), setLooked.of(new Set(looked))] });
  }, [view, spans, one]);
  useEffect(() => {
    if (!view || view.state.doc.length !== text.length) return;
    showSpan(view, one.from, one.from, false);
  }, [view, text, one]);
  return (
    <div className="coding-middle striped">
      <TextSurface key={source.id} open={open} masked={mentions} paint={PAINT} onView={onView} />
    </div>
  );
}
