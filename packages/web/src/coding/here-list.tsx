import { whoseWords, type Turn } from '@bagom/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useRef } from 'react';
import { useFormat, useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { codeColour } from '../parts/code-colour.js';
import { Icon } from '../parts/icon.js';
import type { Code, Coder, Coding } from './coding-types.js';

const ROW = 48;

/** The codings at the caret or in the selection. Of thousands only those in sight are made. */
export const HereList = memo(function HereList(props: {
  here: readonly Coding[];
  chosen: Coding | undefined;
  codes: readonly Code[];
  coders: readonly Coder[];
  turns: readonly Turn[];
  onChoose: (coding: Coding) => void;
  onRemove: (coding: Coding) => void;
  onMemo: (coding: Coding) => void;
  onExample: (coding: Coding) => void;
}) {
  const { here, chosen, codes, coders, turns, onChoose, onRemove, onMemo, onExample } = props;
  const box = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: here.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    // The browser tells a line's height once it has laid it out; to ask for it before then would have it lay out the page at once.
    measureElement: (_, entry) => entry?.borderBoxSize[0]?.blockSize ?? ROW,
    getItemKey: (index) => here[index]?.id ?? index,
    overscan: 6,
    initialRect: { width: 260, height: 320 },
  });
  return (
    <div className="here-box" ref={box}>
      <ul className="plain-list here-list" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, key, start }) => {
          const coding = here[index];
          const code = coding && codes.find(({ id }) => id === coding.codeId);
          if (!code) return null;
          return (
            <li
              key={key}
              ref={rows.measureElement}
              data-index={index}
              aria-setsize={here.length}
              aria-posinset={index + 1}
              className={coding === chosen ? 'here-coding chosen' : 'here-coding'}
              style={{ transform: `translateY(${start}px)` }}
            >
              <HereCoding
                coding={coding}
                code={code}
                by={coders.find(({ id }) => id === coding.coderId)?.name ?? ''}
                asked={whoseWords(turns, coding) === 'interviewer'}
                chosen={coding === chosen}
                onChoose={onChoose}
                onRemove={onRemove}
                onMemo={onMemo}
                onExample={onExample}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
});

const HereCoding = memo(function HereCoding(props: {
  coding: Coding;
  code: Code;
  by: string;
  asked: boolean;
  chosen: boolean;
  onChoose: (coding: Coding) => void;
  onRemove: (coding: Coding) => void;
  onMemo: (coding: Coding) => void;
  onExample: (coding: Coding) => void;
}) {
  const { coding, code, by, asked, chosen, onChoose, onRemove, onMemo, onExample } = props;
  const m = useMessages();
  const words = m.coding;
  const f = useFormat();
  return (
    <>
      <button
        type="button"
        className="here-name coded"
        style={codeColour(code.hue)}
        aria-pressed={chosen}
        title={code.path.replaceAll('/', ' › ')}
        onClick={() => onChoose(coding)}
      >
        <span>{code.name}</span>
        <small>
          {words.by(by, f.date(coding.createdAt))}
          {asked && <em className="asked-note"> · {words.askedNote}</em>}
        </small>
      </button>
      <Button
        look="quiet"
        icon
        small
        label={m.codebook.exampleUse}
        keys="x"
        onPress={() => onExample(coding)}
      >
        <Icon name="quote" />
      </Button>
      <Button look="quiet" icon small label={words.memoNew} keys="m" onPress={() => onMemo(coding)}>
        <Icon name="memo" />
      </Button>
      <Button look="quiet" icon small label={words.remove} keys="Delete" onPress={() => onRemove(coding)}>
        <Icon name="trash" />
      </Button>
    </>
  );
});
