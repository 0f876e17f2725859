import type { Extension } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { useEffect, useMemo } from 'react';
import { useFormat, useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { Icon } from '../parts/icon.js';
import { Select } from '../parts/select.js';
import { sourceAbout, type SourceEntry } from '../parts/source-list.js';
import { bands } from '../parts/text-surface/bands.js';
import { enterOnSelection, listen } from '../parts/text-surface/handlers.js';
import { setLooked, setSpans, type PaintedSpan } from '../parts/text-surface/painted.js';
import { FindButton } from '../parts/text-surface/find-button.js';
import { stripes } from '../parts/text-surface/stripes.js';
import { TextSurface, type Selected } from '../parts/text-surface/text-surface.js';
import { usePlace } from '../parts/text-surface/use-place.js';
import type { Code, CodedSource, Coder, Coding } from './coding-types.js';

const PAINT: Extension = [bands(), stripes(), enterOnSelection];

/** The text with its codings painted, and above it which text it is. */
export function CodingText(props: {
  open: CodedSource;
  codings: readonly Coding[];
  codes: readonly Code[];
  coders: readonly Coder[];
  /** The coder at work. */
  me: string | undefined;
  /** The codes looked at; others are drawn back. */
  focus: ReadonlySet<string> | null;
  looked: Coding | undefined;
  sources: readonly SourceEntry[];
  onSource: (id: string) => void;
  onNext: (() => void) | null;
  onPrevious: (() => void) | null;
  view: EditorView | null;
  onView: (view: EditorView | null) => void;
  onSelection: (selected: Selected) => void;
  onCoding: (id: string) => void;
  onEnter: () => void;
}) {
  const { open, codings, codes, coders, me, focus, looked, view } = props;
  const { source, text, turns, marks, mentions } = open;
  const m = useMessages();
  const f = useFormat();
  usePlace(view);
  const { onCoding, onEnter } = props;
  useEffect(() => {
    if (view) listen(view, { onCoding, onEnter });
  }, [view, onCoding, onEnter]);
  const spans = useMemo(() => {
    const byId = new Map(codes.map((code) => [code.id, code]));
    const initials = new Map(coders.map((coder) => [coder.id, coder.initials]));
    return codings.flatMap((coding): PaintedSpan[] => {
      const code = byId.get(coding.codeId);
      if (!code) return [];
      return [
        {
          id: coding.id,
          from: coding.from,
          to: coding.to,
          hue: code.hue,
          name: code.name,
          path: code.path,
          by: initials.get(coding.coderId) ?? '',
          broken: coding.coderId !== me,
          quiet: focus !== null && !focus.has(code.id),
        },
      ];
    });
  }, [codings, codes, coders, me, focus]);
  useEffect(() => {
    view?.dispatch({ effects: setSpans.of(spans) });
  }, [view, spans]);
  const lookedId = looked?.id;
  useEffect(() => {
    view?.dispatch({ effects: setLooked.of(new Set(lookedId ? [lookedId] : [])) });
  }, [view, lookedId]);
  return (
    <div className="coding-middle striped">
      <div className="pane-head coding-head">
        <Button
          look="quiet"
          icon
          small
          label={m.transcripts.previous}
          keys="shift+p"
          isDisabled={!props.onPrevious}
          onPress={() => props.onPrevious?.()}
        >
          <Icon name="up" />
        </Button>
        <Button
          look="quiet"
          icon
          small
          label={m.transcripts.next}
          keys="shift+n"
          isDisabled={!props.onNext}
          onPress={() => props.onNext?.()}
        >
          <Icon name="down" />
        </Button>
        <Select
          label={m.coding.source}
          bare
          value={source.id}
          options={props.sources.map((one) => ({
            value: one.id,
            name: one.kind === 'excerpt' ? one.title : (one.pseudonym ?? one.title),
            note: f.count(one.codings, m.words.counts.codings),
          }))}
          onChange={props.onSource}
        />
        <span className="hint coding-about">
          {[f.count(codings.length, m.words.counts.codings), sourceAbout(source, m)]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <FindButton view={view} />
      </div>
      <TextSurface
        label={m.transcripts.textOf(source.title)}
        text={text}
        turns={turns}
        marks={marks}
        masked={mentions}
        language={source.language}
        speaker={source.pseudonym}
        paint={PAINT}
        onView={props.onView}
        onSelection={props.onSelection}
      />
    </div>
  );
}
