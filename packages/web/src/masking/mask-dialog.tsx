import { bracketFor } from '@bagom/core';
import { useState } from 'react';
import { api } from '../api.js';
import { useChange } from '../change.js';
import { useFormat, useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { Dialog } from '../parts/dialog.js';
import { Checkbox, TextField } from '../parts/field.js';
import { Select } from '../parts/select.js';
import type { Selected } from '../parts/text-surface/text-surface.js';
import { entityNamed, KINDS, type EntityKind, type MaskedSource, type Mention } from './masking-types.js';
import { useStudyLanguage } from './use-study-language.js';

const MOST_KNOWN = 6;

/** Masks words: of which kind, printed as what, here or in all texts. */
export function MaskDialog(props: {
  open: MaskedSource;
  place: Selected;
  /** The mention that is decided; without one the words become one. */
  mention: Mention | undefined;
  ids: readonly string[];
  onClose: () => void;
  onDone: (mention: Mention | undefined) => void;
}) {
  const { open, place, mention, ids, onClose, onDone } = props;
  const m = useMessages();
  const f = useFormat();
  const words = open.text.slice(place.from, place.to).trim();
  const known = open.entities.find(({ id }) => id === mention?.entityId);
  const [kind, setKind] = useState<EntityKind>(mention?.kind ?? 'person');
  const [replacement, setReplacement] = useState(known?.replacement ?? '');
  const [everywhere, setEverywhere] = useState(false);
  const onSaved = () => {
    onDone(mention);
    onClose();
  };
  const add = useChange(api.masking.add, { onDone: onSaved });
  const decide = useChange(api.masking.decide, { onDone: onSaved });
  const bracket = bracketFor(kind, useStudyLanguage());
  const typed = replacement.trim() || bracket;
  const alike = open.entities
    .filter((entity) => entity.kind === kind)
    .toSorted((a, b) => b.mentions - a.mentions)
    .slice(0, MOST_KNOWN);
  const save = () => {
    if (add.isPending || decide.isPending) return;
    const entity = entityNamed(open, kind, typed, words);
    const what = entity ? { entityId: entity.id } : { replacement: typed };
    if (mention && !everywhere) decide.mutate({ ids: [...ids], decision: 'mask', kind, ...what });
    else add.mutate({ sourceId: open.source.id, from: place.from, to: place.to, kind, everywhere, ...what });
  };
  return (
    <Dialog
      title={m.masking.maskTitle}
      size="small"
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{m.shell.cancel}</Button>
          <Button look="main" keys="Enter" isDisabled={words === ''} onPress={save}>
            {m.masking.mask}
          </Button>
        </>
      }
    >
      <p className="masking-words">{f.quote(words)}</p>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextField
          label={m.masking.replacement}
          value={replacement}
          onChange={setReplacement}
          hint={m.masking.replacementHint(bracket)}
          autoFocus
          serif
        />
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
        {alike.length > 0 && (
          <div className="masking-known">
            <span className="label">{m.masking.known}</span>
            {alike.map((entity) => (
              <Button key={entity.id} small onPress={() => setReplacement(entity.replacement)}>
                {entity.replacement}
              </Button>
            ))}
          </div>
        )}
        <Select
          label={m.masking.kind}
          value={kind}
          options={KINDS.map((value) => ({ value, name: m.words.entityKind[value] }))}
          onChange={setKind}
        />
        <Checkbox checked={everywhere} onChange={setEverywhere}>
          {m.masking.everywhere}
        </Checkbox>
      </form>
    </Dialog>
  );
}
