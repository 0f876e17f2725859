import { isInPhase } from '@bagom/core';
import { useState } from 'react';
import { useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { ConfirmDialog } from '../parts/dialog.js';
import { useDraft } from '../parts/draft.js';
import { NumberField, TextField } from '../parts/field.js';
import type { Person } from './fieldwork-types.js';
import { useTrueValue } from './true-names.js';
import { useWriteNames, type Entry } from './write-names.js';

/** A person's true name and age, or a site's true name, in the key file. Shown only while the true names are. */
export function TrueValuesForm(props: {
  about: { table: 'participants'; person: Person } | { table: 'sites'; id: string; name: string };
}) {
  const { about } = props;
  const m = useMessages();
  const trueValue = useTrueValue();
  const write = useWriteNames(m.fieldwork.trueSaved);
  const [asking, setAsking] = useState(false);
  const person = about.table === 'participants' ? about.person : null;
  const id = about.table === 'participants' ? about.person.id : about.id;
  const known = {
    name: trueValue.of(about.table, id, 'name') ?? '',
    age: person ? (trueValue.of('participants', id, 'age') ?? '') : '',
  };
  const { draft, set, dirty } = useDraft(known);
  if (!trueValue.shown) return null;
  const clash = person?.phase != null && draft.age !== '' && !isInPhase(Number(draft.age), person.phase);
  const able = dirty && !clash && !write.isPending;
  const anyKnown = known.name !== '' || known.age !== '';
  const entries = (name: string, age: string): Entry[] => [
    ...(name.trim() === known.name
      ? []
      : [{ table: about.table, id, field: 'name' as const, value: name.trim() || null }]),
    ...(person && age !== known.age
      ? [{ table: 'participants' as const, id, field: 'age' as const, value: age || null }]
      : []),
  ];
  const takesAway = (draft.name.trim() === '' && known.name !== '') || (draft.age === '' && known.age !== '');
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!able) return;
        if (takesAway) setAsking(true);
        else write.mutate(entries(draft.name, draft.age));
      }}
    >
      <div className={person ? 'person-fields' : 'stack'}>
        <TextField
          label={m.fieldwork.columns.trueName}
          value={draft.name}
          onChange={(name) => set({ name: name.slice(0, 200) })}
        />
        {person && (
          <NumberField
            label={m.fieldwork.trueAge}
            value={draft.age === '' ? NaN : Number(draft.age)}
            min={0}
            max={120}
            onChange={(age) => set({ age: Number.isFinite(age) ? String(age) : '' })}
            wrong={clash ? m.fieldwork.trueAgeClash : null}
          />
        )}
      </div>
      <p className="hint">{m.fieldwork.trueHint}</p>
      <div className="spread">
        <Button look="main" type="submit" isDisabled={!able}>
          {m.fieldwork.saveTrue}
        </Button>
        {anyKnown && (
          <Button
            look="quiet"
            onPress={() => {
              set({ name: '', age: '' });
              setAsking(true);
            }}
          >
            {m.shell.remove}
          </Button>
        )}
      </div>
      {asking && (
        <ConfirmDialog
          title={m.fieldwork.removeTrue}
          text={m.fieldwork.removeTrueText(
            person ? person.pseudonym : about.table === 'sites' ? about.name : '',
          )}
          act={m.shell.remove}
          onYes={() => write.mutate(entries(draft.name, draft.age))}
          onClose={() => {
            setAsking(false);
            set(known);
          }}
        />
      )}
    </form>
  );
}
