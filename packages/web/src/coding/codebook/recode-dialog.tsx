import { useState } from 'react';
import { api } from '../../api.js';
import { useChange } from '../../change.js';
import { useFormat, useMessages } from '../../language.js';
import { Select } from '../../parts/select.js';
import type { Code } from '../coding-types.js';
import { CodebookAct } from './codebook-act.js';
import { CodingPicker } from './coding-picker.js';

const NONE = 'none';

/** Gives chosen codings of a code another code. */
export function RecodeDialog(props: { code: Code; codes: readonly Code[]; onClose: () => void }) {
  const { code, codes, onClose } = props;
  const m = useMessages();
  const f = useFormat();
  const words = m.codebook;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [to, setTo] = useState(NONE);
  const recode = useChange(api.coding.recode, { onDone: onClose });
  return (
    <CodebookAct
      title={words.recodeTitle(code.name)}
      size="large"
      lead={words.recodeLead}
      act={words.recodeAct(f.count(chosen.size, m.words.counts.codings))}
      able={chosen.size > 0 && to !== NONE && !recode.isPending}
      onAct={(note) => recode.mutate({ codingIds: [...chosen], codeId: to, note })}
      onClose={onClose}
    >
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
      <CodingPicker codeId={code.id} chosen={chosen} onChoose={setChosen} />
    </CodebookAct>
  );
}
