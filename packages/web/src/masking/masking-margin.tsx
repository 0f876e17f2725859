import { useState } from 'react';
import { useMessages } from '../language.js';
import { Segmented } from '../parts/select.js';
import { EntitiesList } from './entities-list.js';
import { MentionCard } from './mention-card.js';
import { MentionList } from './mention-list.js';
import type { MarginProps } from './margin-props.js';

/** The mentions of the text with the chosen one to decide on, or the study's replacements. */
export function MaskingMargin(props: MarginProps) {
  const m = useMessages();
  const [tab, setTab] = useState<'mentions' | 'entities'>('mentions');
  return (
    <>
      <div className="pane-head">
        <Segmented
          label={m.masking.margin}
          value={tab}
          onChange={setTab}
          options={[
            { value: 'mentions', name: m.masking.mentions },
            { value: 'entities', name: m.masking.entities },
          ]}
        />
      </div>
      {tab === 'mentions' ? (
        <>
          <MentionCard {...props} />
          <MentionList open={props.open} chosen={props.chosen} onChoose={props.onChoose} />
        </>
      ) : (
        <EntitiesList entities={props.open.entities} />
      )}
    </>
  );
}
