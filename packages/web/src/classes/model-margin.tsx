import { useState } from 'react';
import { api } from '../api.js';
import { useChange } from '../change.js';
import { useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { TextField } from '../parts/field.js';
import { ChooseModel } from './choice.js';
import { ClassNames } from './class-names.js';
import type { Model } from './model.js';
import { Scoring } from './scoring.js';

/** What the researcher says of a model: its name, its classes' names and order, and whether the study uses it. */
export function ModelMargin({ model }: { model: Model }) {
  const m = useMessages();
  const change = useChange(api.classes.change);
  const remove = useChange(api.classes.remove);
  const [name, setName] = useState(model.name);
  return (
    <div className="pane-body stack">
      <section className="stack">
        <h2>{m.classes.margin}</h2>
        <ChooseModel model={model} />
        {!model.chosen && <p className="hint">{m.classes.chooseHint}</p>}
        <TextField
          label={m.classes.modelName}
          value={name}
          onChange={setName}
          onCommit={() => {
            if (name.trim() && name.trim() !== model.name) change.mutate({ id: model.id, name: name.trim() });
          }}
        />
      </section>
      <ClassNames model={model} />
      <Scoring model={model} />
      <div>
        <Button
          look="danger"
          small
          isDisabled={remove.isPending}
          onPress={() => remove.mutate({ id: model.id })}
        >
          {m.classes.removeModel}
        </Button>
      </div>
    </div>
  );
}
