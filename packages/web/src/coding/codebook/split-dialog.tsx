import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queries } from '../../api.js';
import { useChange } from '../../change.js';
import { useFormat, useMessages } from '../../language.js';
import { Button } from '../../parts/button.js';
import { Dialog } from '../../parts/dialog.js';
import { TextField } from '../../parts/field.js';
import { Read } from '../../parts/read.js';
import { Segmented } from '../../parts/select.js';
import type { Code } from '../coding-types.js';
import { CodingPicker } from './coding-picker.js';

/** Takes some of a code's codings out into a new code, chosen by their words. */
export function SplitDialog({
  code,
  onDone,
  onClose,
}: {
  code: Code;
  onDone: (id: string) => void;
  onClose: () => void;
}) {
  const m = useMessages();
  const f = useFormat();
  const words = m.codebook;
  const codings = useQuery(queries.codeCodings(code.id));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [name, setName] = useState('');
  const [where, setWhere] = useState<'beside' | 'under'>('beside');
  const [note, setNote] = useState('');
  const split = useChange(api.coding.splitCode, {
    onDone: ({ id }) => {
      if (id) onDone(id);
      onClose();
    },
  });
  const able = chosen.size > 0 && name.trim() !== '' && !split.isPending;
  return (
    <Dialog
      title={words.splitTitle(code.name)}
      size="large"
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{m.shell.cancel}</Button>
          <Button
            look="main"
            isDisabled={!able}
            onPress={() =>
              split.mutate({
                id: code.id,
                codingIds: [...chosen],
                name: name.trim(),
                definition: '',
                under: where === 'under',
                note,
              })
            }
          >
            {words.splitAct(f.count(chosen.size, m.words.counts.codings))}
          </Button>
        </>
      }
    >
      <p className="hint">{words.splitLead}</p>
      <div className="row end">
        <TextField label={words.splitName} value={name} onChange={setName} autoFocus required />
        <Segmented
          label={words.splitWhere}
          bare={false}
          value={where}
          onChange={setWhere}
          options={[
            { value: 'beside', name: words.splitBeside },
            { value: 'under', name: words.splitUnder },
          ]}
        />
      </div>
      <Read query={codings}>
        {(read) => <CodingPicker codings={read.codings} chosen={chosen} onChoose={setChosen} />}
      </Read>
      <TextField label={words.note} value={note} onChange={setNote} hint={words.noteHint} />
    </Dialog>
  );
}
