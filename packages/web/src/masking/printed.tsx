import { publishedText } from '@bagom/core';
import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import { useFormat, useMessages } from '../language.js';
import type { MaskedSource, Mention } from './masking-types.js';

/** The turns as they would be printed now, with what was put in set apart; a click finds its place in the text. */
export function Printed(props: {
  open: MaskedSource;
  turn: number | undefined;
  chosen: string | undefined;
  onTurn: (turn: number) => void;
  onMention: (mention: Mention) => void;
}) {
  const { open, turn, chosen, onTurn, onMention } = props;
  const m = useMessages();
  const f = useFormat();
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.querySelector(`[data-turn="${turn}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [turn]);
  const { text, turns, mentions, published, source } = open;
  const pieces = useMemo(
    () =>
      published.map(({ turn: index }) => {
        const span = turns[index];
        return span ? publishedText(text, span, mentions, (mention) => mention.printed) : null;
      }),
    [published, turns, text, mentions],
  );
  const shown = (index: number, otherwise: string): ReactNode => {
    const piece = pieces[index];
    if (!piece) return otherwise;
    const parts: ReactNode[] = [];
    let at = 0;
    for (const { from, to, mentionId } of piece.replaced) {
      parts.push(piece.text.slice(at, from));
      const mention = mentions.find(({ id }) => id === mentionId);
      parts.push(
        <button
          key={mentionId}
          type="button"
          className={`printed-word ${mention?.decision ?? ''} ${mentionId === chosen ? 'chosen' : ''}`}
          onClick={() => mention && onMention(mention)}
        >
          {piece.text.slice(from, to)}
        </button>,
      );
      at = to;
    }
    parts.push(piece.text.slice(at));
    return parts;
  };
  return (
    <div className="masking-side printed">
      <div className="pane-head masking-head">
        <h2>{m.masking.printedTitle}</h2>
      </div>
      <div className="printed-scroll" tabIndex={0} role="region" aria-label={m.masking.printedTitle}>
        <p className="hint">{m.masking.printedHint}</p>
        <ol className="printed-turns" ref={list} lang={source.language}>
          {published.map((one, index) => (
            <li
              key={one.turn}
              data-turn={one.turn}
              className={`${one.role} ${one.turn === turn ? 'here' : ''}`}
            >
              <button type="button" className="printed-turn" onClick={() => onTurn(one.turn)}>
                {one.label ?? f.number(one.turn + 1)}
              </button>{' '}
              {shown(index, one.text)}
            </li>
          ))}
        </ol>
      </div>
    </div>
  );
}
