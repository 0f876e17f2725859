import { isReadable } from '@bagom/core';
import { useState } from 'react';
import { api } from '../api.js';
import { useChange } from '../change.js';
import { useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { Checkbox, TextField } from '../parts/field.js';
import { Icon } from '../parts/icon.js';
import type { Model } from './model.js';

/** The researcher's own choice: this model, and why. */
export function Choice({ model }: { model: Model }) {
  const m = useMessages();
  const change = useChange(api.classes.change);
  const [reason, setReason] = useState(model.reason ?? '');
  const commit = () => {
    const said = reason.trim();
    if (said !== (model.reason ?? '')) change.mutate({ id: model.id, reason: said || null });
  };
  return (
    <section className="choice">
      <h2>{m.judging.choice}</h2>
      <p className="hint">{m.judging.choiceLead}</p>
      <TextField
        label={m.judging.reason(model.name)}
        value={reason}
        lines={3}
        hint={m.judging.reasonHint}
        onChange={setReason}
        onCommit={commit}
      />
      <ChooseModel model={model} />
    </section>
  );
}

/** Makes the model the study's. One whose figures must not be read has to be chosen against an explicit warning. */
export function ChooseModel({ model }: { model: Model }) {
  const m = useMessages();
  const change = useChange(api.classes.change);
  const [known, setKnown] = useState(false);
  const readable = isReadable(model);
  if (model.chosen)
    return (
      <p className="trust-ok">
        <Icon name="check" /> {m.classes.isChosen}
      </p>
    );
  return (
    <div className="stack choose-model">
      {!readable && (
        <Checkbox checked={known} onChange={setKnown}>
          <span>{m.judging.chooseAnyway}</span>
        </Checkbox>
      )}
      <div>
        <Button
          look="main"
          isDisabled={change.isPending || (!readable && !known)}
          onPress={() => change.mutate({ id: model.id, chosen: true, acknowledged: known })}
        >
          {m.classes.choose}
        </Button>
      </div>
    </div>
  );
}
