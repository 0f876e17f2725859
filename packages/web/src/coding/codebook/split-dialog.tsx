import { useState } from 'react';
import { api } from '../../api.js';
import { useChange } from '../../change.js';
import { useFormat, useMessages } from '../../language.js';
import { TextField } from '../../parts/field.js';
import { Segmented } from '../../parts/select.js';
import type { Code } from '../coding-types.js';
import { CodebookAct } from './codebook-act.js';
import { CodingPicker } from './coding-picker.js';

/** Takes some of a code's codings out into a new code, chosen by their words. */
export function SplitDialog(props: { code: Code; onDone: (id: string) => void; onClose: () => void }) {
  const { code, onDone, onClose } = props;
  const m = useMessages();
  const f = useFormat();
  const words = m.codebook;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [name, setName] = useState('');
  const [where, setWhere] = useState<'beside' | 'under'>('beside');
  const split = useChange(api.coding.splitCode, {
    onDone: ({ id }) => {
      if (id) onDone(id);
      onClose();
    },
  });
  return (
    <CodebookAct
      title={words.splitTitle(code.name)}
      size="large"
      lead={words.splitLead}
      act={words.splitAct(f.count(chosen.size, m.words.counts.codings))}
      able={chosen.size > 0 && name.trim() !== '' && !split.isPending}
      onAct={(note) =>
        split.mutate({
          id: code.id,
          codingIds: [...chosen],
          name: name.trim(),
          definition: '',
          under: where === 'under',
          note,
        })
      }
      onClose={onClose}
    >
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
      <CodingPicker codeId={code.id} chosen={chosen} onChoose={setChosen} />
    </CodebookAct>
  );
}
