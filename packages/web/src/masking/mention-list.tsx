import { useState } from 'react';
import { GridList, GridListItem } from 'react-aria-components';
import { useFormat, useMessages } from '../language.js';
import { Segmented } from '../parts/select.js';
import { useInSight } from '../parts/use-in-sight.js';
import type { MaskedSource, Mention } from './masking-types.js';

/** All mentions of the text, in its order: the words, what is printed, the decision. */
export function MentionList(props: {
  open: MaskedSource;
  chosen: Mention | undefined;
  onChoose: (mention: Mention) => void;
}) {
  const { open, chosen, onChoose } = props;
  const m = useMessages();
  const f = useFormat();
  const [show, setShow] = useState<'all' | 'open'>('all');
  const list = useInSight(chosen?.id);
  const left = open.mentions.filter(({ decision }) => decision === 'open').length;
  // The chosen one stays in the list when it is decided, so that nothing slips away under the hand.
  const shown =
    show === 'all' ? open.mentions : open.mentions.filter((one) => one.decision === 'open' || one === chosen);
  if (open.mentions.length === 0) return <p className="hint mention-none">{m.masking.noMentions}</p>;
  return (
    <>
      <div className="mention-filter">
        <Segmented
          label={m.masking.show}
          value={show}
          onChange={setShow}
          options={[
            { value: 'all', name: `${m.masking.all} ${f.number(open.mentions.length)}` },
            { value: 'open', name: `${m.masking.open} ${f.number(left)}` },
          ]}
        />
      </div>
      <GridList
        className="mention-list"
        ref={list}
        aria-label={m.masking.mentions}
        items={shown}
        dependencies={[open, m]}
        disallowTypeAhead
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={chosen ? [chosen.id] : []}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : [...keys];
          const mention = open.mentions.find(({ id }) => id === key);
          if (mention) onChoose(mention);
        }}
        renderEmptyState={() => <p className="hint mention-none">{m.masking.noOpen}</p>}
      >
        {(mention) => {
          const words = open.text.slice(mention.from, mention.to);
          return (
            <GridListItem id={mention.id} textValue={words} className={`mention-item ${mention.decision}`}>
              <span className="mention-words">
                <span className={`masking-mention ${mention.decision}`}>{words}</span>
                {mention.decision === 'mask' && (
                  <span className="masking-replacement">{mention.printed}</span>
                )}
              </span>
              <span className="mention-state">
                {m.words.entityKind[mention.kind]} · {m.words.decision[mention.decision]}
              </span>
            </GridListItem>
          );
        }}
      </GridList>
    </>
  );
}
