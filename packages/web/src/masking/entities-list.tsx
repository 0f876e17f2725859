import { useState } from 'react';
import { api } from '../api.js';
import { useChange } from '../change.js';
import { useFormat, useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { Dialog } from '../parts/dialog.js';
import { SearchField, TextField } from '../parts/field.js';
import { fuzzy } from '../parts/fuzzy.js';
import { Select } from '../parts/select.js';
import { Table } from '../parts/table.js';
import { KINDS, type Entity } from './masking-types.js';

/** What is printed in the place of names in the whole study, and how often; one is changed for all its mentions. */
export function EntitiesList({ entities }: { entities: readonly Entity[] }) {
  const m = useMessages();
  const f = useFormat();
  const [typed, setTyped] = useState('');
  const [changing, setChanging] = useState<Entity | null>(null);
  const shown = entities.filter(({ replacement }) => fuzzy(typed, replacement) !== null);
  return (
    <div className="entities">
      <div className="entities-head">
        <p className="hint">{entities.length === 0 ? m.masking.noEntities : m.masking.entitiesLead}</p>
        {entities.length > 0 && (
          <SearchField label={m.masking.findEntity} value={typed} onChange={setTyped} />
        )}
      </div>
      {entities.length > 0 && (
        <Table
          caption={m.masking.entities}
          columns={[
            {
              key: 'replacement',
              name: m.masking.replacement,
              value: ({ replacement }) => replacement,
              heads: true,
            },
            {
              key: 'kind',
              name: m.masking.kind,
              value: ({ kind }) => m.words.entityKind[kind],
              width: '110px',
            },
            {
              key: 'uses',
              name: m.masking.uses,
              value: ({ mentions }) => mentions,
              number: true,
              width: '72px',
            },
          ]}
          rows={shown}
          rowKey={({ id }) => id}
          sorted={{ key: 'replacement', down: false }}
          chosen={changing?.id}
          onChoose={setChanging}
          fill
          dense
        />
      )}
      {changing && (
        <EntityDialog
          entity={changing}
          uses={f.count(changing.mentions, m.masking.entityUses)}
          onClose={() => setChanging(null)}
        />
      )}
    </div>
  );
}

function EntityDialog({ entity, uses, onClose }: { entity: Entity; uses: string; onClose: () => void }) {
  const m = useMessages();
  const [replacement, setReplacement] = useState(entity.replacement);
  const [kind, setKind] = useState(entity.kind);
  const [note, setNote] = useState(entity.note);
  const save = useChange(api.masking.saveEntity, { onDone: onClose });
  return (
    <Dialog
      title={m.masking.changeEntity}
      size="small"
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{m.shell.cancel}</Button>
          <Button
            look="main"
            isDisabled={replacement.trim() === '' || save.isPending}
            onPress={() => save.mutate({ id: entity.id, kind, note, replacement: replacement.trim() })}
          >
            {m.shell.save}
          </Button>
        </>
      }
    >
      <TextField
        label={m.masking.replacement}
        value={replacement}
        onChange={setReplacement}
        hint={m.masking.changeEntityHint(uses)}
        autoFocus
        serif
      />
      <Select
        label={m.masking.kind}
        value={kind}
        options={KINDS.map((value) => ({ value, name: m.words.entityKind[value] }))}
        onChange={setKind}
      />
      <TextField label={m.masking.entityNote} value={note} onChange={setNote} lines={3} />
    </Dialog>
  );
}
