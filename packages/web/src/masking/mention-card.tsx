import { useState } from 'react';
import { api } from '../api.js';
import { useChange } from '../change.js';
import { useFormat, useMessages } from '../language.js';
import { word } from '../operation-sentence.js';
import { Button } from '../parts/button.js';
import { Checkbox, TextField } from '../parts/field.js';
import { Icon } from '../parts/icon.js';
import { Keys } from '../parts/keys.js';
import { Select } from '../parts/select.js';
import { alike, entityNamed, KINDS, type Mention } from './masking-types.js';
import type { MarginProps } from './margin-props.js';

/** The chosen mention: what it says, what would be printed, and the decision, one key each. */
export function MentionCard(props: MarginProps) {
  const { chosen } = props;
  const m = useMessages();
  return (
    <section className="margin-section mention-card" aria-label={m.masking.chosen}>
      {chosen ? (
        <Card key={chosen.id} {...props} mention={chosen} />
      ) : (
        <>
          <p className="hint">{m.masking.noneChosen}</p>
          <ul className="plain-list mention-keys">
            {[
              { keys: 'm', name: m.masking.hintMask },
              { keys: 'k', name: m.masking.hintKeep },
              { keys: 'o', name: m.masking.hintOpen },
              { keys: 'j', name: m.masking.hintNext },
              { keys: 'n', name: m.masking.hintNextOpen },
            ].map(({ keys, name }) => (
              <li key={keys}>
                <Keys keys={keys} /> {name}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Card({ open, mention, decide, onMask, together, onTogether }: MarginProps & { mention: Mention }) {
  const m = useMessages();
  const f = useFormat();
  const change = useChange(api.masking.decide);
  const everywhere = useChange(api.masking.add);
  const remove = useChange(api.masking.remove);
  const entity = open.entities.find(({ id }) => id === mention.entityId);
  const [replacement, setReplacement] = useState(entity?.replacement ?? '');
  const same = alike(mention, open);
  const ids = together ? same.map(({ id }) => id) : [mention.id];
  const why = word(m.masking.why, mention.reason);
  const onReplacement = () => {
    const typed = replacement.trim();
    if (!typed || typed === entity?.replacement) return;
    const known = entityNamed(open, mention.kind, typed, open.text.slice(mention.from, mention.to));
    change.mutate({ ids, decision: 'mask', ...(known ? { entityId: known.id } : { replacement: typed }) });
  };
  return (
    <>
      <div className="spread mention-said">
        <p className="masking-words">{f.quote(open.text.slice(mention.from, mention.to))}</p>
        <Button
          look="quiet"
          icon
          small
          label={m.masking.remove}
          onPress={() => remove.mutate({ id: mention.id })}
        >
          <Icon name="trash" />
        </Button>
      </div>
      <div className="mention-acts">
        <Button small look={mention.decision === 'mask' ? 'main' : 'plain'} keys="m" onPress={onMask}>
          {m.masking.mask}
        </Button>
        <Button
          small
          look={mention.decision === 'keep' ? 'main' : 'plain'}
          keys="k"
          onPress={() => decide(mention, 'keep')}
        >
          {m.masking.keep}
        </Button>
        <Button
          small
          look={mention.decision === 'open' ? 'main' : 'plain'}
          keys="o"
          onPress={() => decide(mention, 'open')}
        >
          {m.masking.openAct}
        </Button>
      </div>
      <div className="mention-fields">
        <TextField
          label={m.masking.replacement}
          value={replacement}
          onChange={setReplacement}
          onCommit={onReplacement}
          placeholder={mention.printed}
        />
        <Select
          label={m.masking.kind}
          value={mention.kind}
          options={KINDS.map((value) => ({ value, name: m.words.entityKind[value] }))}
          onChange={(kind) => decide(mention, mention.decision, { kind })}
        />
      </div>
      <Checkbox checked={same.length > 1 && together} disabled={same.length === 1} onChange={onTogether}>
        {same.length > 1 ? m.masking.together(f.number(same.length)) : m.masking.togetherOne}
      </Checkbox>
      {mention.decision === 'mask' && entity && (
        <Button
          look="quiet"
          small
          isDisabled={everywhere.isPending}
          onPress={() =>
            everywhere.mutate({
              sourceId: open.source.id,
              from: mention.from,
              to: mention.to,
              kind: mention.kind,
              entityId: entity.id,
              everywhere: true,
            })
          }
        >
          {m.masking.everywhereAct}
        </Button>
      )}
      {why && (
        <p className="hint">
          {m.masking.whyLabel}: {why}
        </p>
      )}
    </>
  );
}
