import { api, type Outputs } from '../api.js';
import { useChange } from '../change.js';
import { useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { useDraft } from '../parts/draft.js';
import { TextField } from '../parts/field.js';
import { Segmented, Select } from '../parts/select.js';
import { SaidFields, type Said } from './said-fields.js';

export type Wish = Outputs['comparison']['wishes']['wishes'][number];
export type Barrier = Outputs['comparison']['wishes']['barriers'][number];
export type WishDraft = Said & Pick<Wish, 'need' | 'arena' | 'status' | 'elicitation'> & { id?: string };
export type BarrierDraft = Said & Pick<Barrier, 'barrier' | 'locus'> & { id?: string };

const NOBODY: Said = { participantId: '', sourceId: null, from: null, to: null, quote: null };
export const newWish: WishDraft = {
  ...NOBODY,
  need: '',
  arena: 'general',
  status: 'unmet',
  elicitation: 'asked',
};
export const newBarrier: BarrierDraft = { ...NOBODY, barrier: '', locus: 'offer' };

/** A list of a vocabulary as options, in its own order. */
const options = <V extends string>(words: Record<V, string>) =>
  (Object.entries(words) as [V, string][]).map(([value, name]) => ({ value, name }));

interface FormProps<T> {
  value: T;
  onSaved: (id: string | undefined) => void;
  onRemoved: () => void;
}

/** A wish: what is wished for, where, how it stands, and how it came up. */
export function WishForm({ value, onSaved, onRemoved }: FormProps<WishDraft>) {
  const m = useMessages();
  const { draft, set, dirty } = useDraft(value);
  const save = useChange(api.comparison.saveWish, { onDone: ({ id }) => onSaved(id) });
  const remove = useChange(api.comparison.removeWish, { onDone: onRemoved });
  const send = () => {
    const { quote: _, id, ...row } = draft;
    save.mutate({ ...row, ...(id ? { id } : {}) });
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (dirty && draft.need.trim() && draft.participantId) send();
      }}
    >
      <TextField
        label={m.comparison.need}
        value={draft.need}
        onChange={(need) => set({ need })}
        hint={m.comparison.needHint}
      />
      <Segmented
        label={m.comparison.arena}
        bare={false}
        value={draft.arena}
        options={options(m.words.wishArena)}
        onChange={(arena) => set({ arena })}
      />
      <div className="control-pair">
        <Select
          label={m.comparison.status}
          value={draft.status}
          options={options(m.words.wishStatus)}
          onChange={(status) => set({ status })}
        />
        <Select
          label={m.comparison.elicitation}
          value={draft.elicitation}
          options={options(m.words.elicitation)}
          onChange={(elicitation) => set({ elicitation })}
        />
      </div>
      <SaidFields said={draft} onChange={set} />
      <FormEnd
        able={dirty && draft.need.trim() !== '' && draft.participantId !== ''}
        onRemove={draft.id ? () => remove.mutate({ id: draft.id! }) : null}
      />
    </form>
  );
}

/** A barrier: what stands in the way, and where it sits. */
export function BarrierForm({ value, onSaved, onRemoved }: FormProps<BarrierDraft>) {
  const m = useMessages();
  const { draft, set, dirty } = useDraft(value);
  const save = useChange(api.comparison.saveBarrier, { onDone: ({ id }) => onSaved(id) });
  const remove = useChange(api.comparison.removeBarrier, { onDone: onRemoved });
  const able = dirty && draft.barrier.trim() !== '' && draft.participantId !== '';
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        const { quote: _, id, ...row } = draft;
        if (able) save.mutate({ ...row, ...(id ? { id } : {}) });
      }}
    >
      <TextField
        label={m.comparison.barrier}
        value={draft.barrier}
        onChange={(barrier) => set({ barrier })}
      />
      <Select
        label={m.comparison.locus}
        value={draft.locus}
        options={options(m.words.barrierLocus)}
        onChange={(locus) => set({ locus })}
      />
      <SaidFields said={draft} onChange={set} />
      <FormEnd able={able} onRemove={draft.id ? () => remove.mutate({ id: draft.id! }) : null} />
    </form>
  );
}

function FormEnd({ able, onRemove }: { able: boolean; onRemove: (() => void) | null }) {
  const m = useMessages();
  return (
    <div className="spread">
      <Button look="main" type="submit" isDisabled={!able}>
        {m.shell.save}
      </Button>
      {onRemove && (
        <Button look="quiet" onPress={onRemove}>
          {m.shell.remove}
        </Button>
      )}
    </div>
  );
}
