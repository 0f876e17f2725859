import { api, type Inputs } from '../api.js';
import { useChange } from '../change.js';
import { useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { useDraft } from '../parts/draft.js';
import { DateField } from '../parts/date-field.js';
import { Checkbox, NumberField, TextField } from '../parts/field.js';
import { Select } from '../parts/select.js';
import { today } from './consents.js';
import type { Person } from './fieldwork-types.js';

type InterviewDraft = Inputs['fieldwork']['saveInterview'];
const STATES = ['held', 'notes', 'transcribed'] as const;

/** When and where the person was interviewed, by whom, and what there is of it. */
export function InterviewForm({ person }: { person: Person }) {
  const m = useMessages();
  const { draft, set, dirty } = useDraft<InterviewDraft>(
    person.interview ?? {
      participantId: person.id,
      heldAt: today(),
      minutes: null,
      place: '',
      interviewer: '',
      language: 'da',
      giftCard: false,
      state: 'held',
    },
  );
  const save = useChange(api.fieldwork.saveInterview);
  const remove = useChange(api.fieldwork.removeInterview);
  const { interview } = person;
  const able = draft.heldAt !== '' && (dirty || !person.interview);
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (able) save.mutate(draft);
      }}
    >
      {!person.interview && <p className="hint">{m.fieldwork.noInterview}</p>}
      <div className="person-fields">
        <DateField label={m.fieldwork.heldAt} value={draft.heldAt} onChange={(heldAt) => set({ heldAt })} />
        <NumberField
          label={m.fieldwork.minutes}
          value={draft.minutes ?? NaN}
          min={1}
          max={1000}
          onChange={(minutes) => set({ minutes: Number.isFinite(minutes) ? minutes : null })}
        />
        <TextField label={m.fieldwork.place} value={draft.place} onChange={(place) => set({ place })} />
        <TextField
          label={m.fieldwork.interviewer}
          value={draft.interviewer}
          onChange={(interviewer) => set({ interviewer })}
        />
        <Select
          label={m.fieldwork.state}
          value={draft.state}
          options={STATES.map((value) => ({ value, name: m.words.interviewState[value] }))}
          onChange={(state) => set({ state })}
        />
        <TextField
          label={m.fieldwork.language}
          value={draft.language}
          onChange={(language) => set({ language })}
        />
      </div>
      <Checkbox checked={draft.giftCard} onChange={(giftCard) => set({ giftCard })}>
        {m.fieldwork.giftCard}
      </Checkbox>
      <div className="spread">
        <Button look={person.interview ? 'plain' : 'main'} type="submit" isDisabled={!able || save.isPending}>
          {person.interview ? m.shell.save : m.fieldwork.saveInterview}
        </Button>
        {interview && (
          <Button
            look="quiet"
            isDisabled={remove.isPending}
            onPress={() => remove.mutate({ id: interview.id })}
          >
            {m.fieldwork.removeInterview}
          </Button>
        )}
      </div>
    </form>
  );
}
