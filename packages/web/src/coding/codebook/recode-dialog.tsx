import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queries } from '../../api.js';
import { useChange } from '../../change.js';
import { useFormat, useMessages } from '../../language.js';
import { Button } from '../../parts/button.js';
import { Dialog } from '../../parts/dialog.js';
import { TextField } from '../../parts/field.js';
import { Read } from '../../parts/read.js';
import { Select } from '../../parts/select.js';
import type { Code } from '../coding-types.js';
import { CodingPicker } from './coding-picker.js';

const NONE = 'none';

/** Gives chosen codings of a code another code. */
export function RecodeDialog({
  code,
  codes,
  onClose,
}: {
  code: Code;
  codes: readonly Code[];
  onClose: () => void;
}) {
  const m = useMessages();
  const f = useFormat();
  const words = m.codebook;
  const codings = useQuery(queries.codeCodings(code.id));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [to, setTo] = useState(NONE);
  const [note, setNote] = useState('');
  const recode = useChange(api.coding.recode, { onDone: onClose });
  return (
    <Dialog
      title={words.recodeTitle(code.name)}
      size="large"
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{m.shell.cancel}</Button>
          <Button
            look="main"
            isDisabled={chosen.size === 0 || to === NONE || recode.isPending}
            onPress={() => recode.mutate({ codingIds: [...chosen], codeId: to, note })}
          >
            {words.recodeAct(f.count(chosen.size, m.words.counts.codings))}
          </Button>
        </>
      }
    >
      <p className="hint">{words.recodeLead}</p>
      <Select
        label={words.recodeTo}
        value={to}
        options={[
          { value: NONE, name: m.proposals.noCode },
          ...codes
            .filter(({ id, status }) => id !== code.id && status !== 'retired')
            .map(({ id, path }) => ({ value: id, name: path.replaceAll('/', ' › ') })),
        ]}
        onChange={setTo}
      />
      <Read query={codings}>
        {(read) => <CodingPicker codings={read.codings} chosen={chosen} onChoose={setChosen} />}
      </Read>
      <TextField label={words.note} value={note} onChange={setNote} hint={words.noteHint} />
    </Dialog>
  );
}
