import type { EditorView } from '@codemirror/view';
import { useEffect } from 'react';
import { useFormat, useMessages } from '../language.js';
import { FindButton } from '../parts/text-surface/find-button.js';
import { showSpan } from '../parts/text-surface/show-span.js';
import { TextSurface, type Selected } from '../parts/text-surface/text-surface.js';
import { usePlace } from '../parts/text-surface/use-place.js';
import { turnAt } from '../parts/text-surface/turns.js';
import type { MaskedSource, Mention } from './masking-types.js';
import { mentionPaint, setMentions } from './mention-paint.js';
import { Printed } from './printed.js';

/** The text with its mentions painted, and beside it how it would be printed. */
export function MaskingText(props: {
  open: MaskedSource;
  chosen: Mention | undefined;
  together: readonly string[];
  printed: boolean;
  view: EditorView | null;
  onView: (view: EditorView | null) => void;
  at: number;
  onSelection: (selected: Selected) => void;
  onChoose: (mention: Mention) => void;
}) {
  const { open, chosen, together, printed, view, onView, at, onSelection, onChoose } = props;
  const { source, turns, mentions } = open;
  const m = useMessages();
  const f = useFormat();
  usePlace(view);
  const alike = together.join(' ');
  useEffect(() => {
    const ids = new Set(alike.split(' '));
    view?.dispatch({
      effects: setMentions.of(
        mentions.map((mention) => ({
          mention,
          chosen: mention.id === chosen?.id,
          alike: ids.has(mention.id),
        })),
      ),
    });
  }, [view, mentions, chosen?.id, alike]);
  const left = mentions.filter(({ decision }) => decision === 'open').length;
  return (
    <div className={`masking-middle ${printed ? 'with-print' : ''}`}>
      <div className="masking-side">
        <div className="pane-head masking-head">
          <h2>{source.pseudonym ?? source.title}</h2>
          <span className="hint" role="status">
            {mentions.length > 0 &&
              (left > 0
                ? m.masking.left(f.number(left), f.count(mentions.length, m.words.counts.mentions))
                : m.masking.allDecided(f.count(mentions.length, m.words.counts.mentions)))}
          </span>
          <FindButton view={view} />
        </div>
        <TextSurface open={open} paint={mentionPaint} onView={onView} onSelection={onSelection} />
      </div>
      {printed && (
        <Printed
          open={open}
          turn={turnAt(turns, at)?.index}
          chosen={chosen?.id}
          onTurn={(turn) => {
            const place = turns[turn];
            if (view && place) showSpan(view, place.from, place.from, false);
          }}
          onMention={onChoose}
        />
      )}
    </div>
  );
}
