import { useState } from 'react';
import { api } from '../api.js';
import { useChange } from '../change.js';
import { useFormat, useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { ClassMark } from '../parts/class-mark.js';
import { TextField } from '../parts/field.js';
import { Icon } from '../parts/icon.js';
import type { Model } from './model.js';

/** What the researcher says of a model: its name, its classes' names, and whether the study uses it. */
export function ModelMargin({ model }: { model: Model }) {
  const m = useMessages();
  const f = useFormat();
  const change = useChange(api.classes.change);
  const remove = useChange(api.classes.remove);
  const [name, setName] = useState(model.name);
  const [given, setGiven] = useState(() => model.fit.shares.map((_, i) => model.classNames[i] ?? ''));
  const commitNames = () => {
    const trimmed = given.map((one) => one.trim());
    if (trimmed.some((one, i) => one !== (model.classNames[i] ?? '')))
      change.mutate({ id: model.id, classNames: trimmed });
  };
  return (
    <div className="pane-body stack">
      <section className="stack">
        <h2>{m.classes.margin}</h2>
        {model.chosen ? (
          <p className="trust-ok">
            <Icon name="check" /> {m.classes.isChosen}
          </p>
        ) : (
          <div>
            <Button
              look="main"
              isDisabled={change.isPending}
              onPress={() => change.mutate({ id: model.id, chosen: true })}
            >
              {m.classes.choose}
            </Button>
            <p className="hint margin-hint">{m.classes.chooseHint}</p>
          </div>
        )}
        <TextField
          label={m.classes.modelName}
          value={name}
          onChange={setName}
          onCommit={() => {
            if (name.trim() && name.trim() !== model.name) change.mutate({ id: model.id, name: name.trim() });
          }}
        />
      </section>
      <section>
        <h2>{m.classes.names}</h2>
        <div className="class-names">
          {given.map((one, i) => (
            <div key={i} className="class-name">
              <ClassMark index={i} />
              <TextField
                label={m.classes.nameOf(f.number(i + 1))}
                bare
                value={one}
                placeholder={m.classes.unnamed(f.number(i + 1))}
                onChange={(words) => setGiven(given.map((was, at) => (at === i ? words : was)))}
                onCommit={commitNames}
              />
              <span className="number">{f.percent(model.fit.shares[i] ?? NaN, 1)}</span>
            </div>
          ))}
        </div>
        <p className="hint margin-hint">{m.classes.namesHint}</p>
      </section>
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
