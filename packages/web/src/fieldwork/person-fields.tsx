import { phaseOfAge } from '@bagom/core';
import type { Inputs } from '../api.js';
import { useMessages } from '../language.js';
import { NumberField, TextField } from '../parts/field.js';
import { Select } from '../parts/select.js';
import type { Fieldwork } from './fieldwork-types.js';

export type PersonDraft = Inputs['fieldwork']['saveParticipant'];
const NONE = 'none';

export const newPerson: PersonDraft = {
  pseudonym: '',
  age: null,
  phase: null,
  gender: null,
  channel: 'offer',
  siteId: null,
  background: null,
  surveyClass: null,
  situation: '',
};

/** A choice that may be left open. */
function Open<V extends string>(props: {
  label: string;
  value: V | null;
  options: readonly { value: V; name: string }[];
  onChange: (value: V | null) => void;
}) {
  const m = useMessages();
  return (
    <Select<V | typeof NONE>
      label={props.label}
      value={props.value ?? NONE}
      options={[{ value: NONE, name: m.words.notSet }, ...props.options]}
      onChange={(value) => props.onChange(value === NONE ? null : value)}
    />
  );
}

/** Values with their names; which values there are is said by the list, not by the words (they also name "not set"). */
function named<const V extends string>(words: Readonly<Record<NoInfer<V>, string>>, values: readonly V[]) {
  return values.map((value) => ({ value, name: words[value] }));
}

/** The published facts of a person. The phase follows the age; a shifted age may not move a person to another phase. */
export function PersonFields(props: {
  draft: PersonDraft;
  set: (part: Partial<PersonDraft>) => void;
  sites: Fieldwork['sites'];
  /** Met via the survey: channel, site and class are known, and not asked for. */
  invited?: boolean;
}) {
  const { draft, set, sites, invited = false } = props;
  const m = useMessages();
  const c = m.fieldwork.columns;
  const own = draft.age === null ? null : phaseOfAge(draft.age);
  const clash = draft.phase !== null && own !== null && own !== draft.phase;
  return (
    <div className="person-fields">
      <TextField
        label={c.pseudonym}
        value={draft.pseudonym}
        onChange={(pseudonym) => set({ pseudonym })}
        autoFocus={!draft.id}
      />
      <NumberField
        label={m.fieldwork.ageLabel}
        value={draft.age ?? NaN}
        min={15}
        max={110}
        onChange={(age) => {
          if (!Number.isFinite(age)) set({ age: null });
          // A first age says the phase; later ones have to fit it.
          else set(draft.phase === null ? { age, phase: phaseOfAge(age) } : { age });
        }}
        wrong={clash ? m.fieldwork.phaseClash : null}
      />
      <Open
        label={c.phase}
        value={draft.phase}
        options={named(m.words.phase, ['young', 'adult', 'older'])}
        onChange={(phase) => set({ phase })}
      />
      <Open
        label={c.gender}
        value={draft.gender}
        options={named(m.words.gender, ['f', 'm', 'x'])}
        onChange={(gender) => set({ gender })}
      />
      {!invited && (
        <Open
          label={c.channel}
          value={draft.channel}
          options={named(m.words.channel, ['offer', 'respondent'])}
          onChange={(channel) => set({ channel })}
        />
      )}
      {!invited && (
        <Open
          label={c.site}
          value={draft.siteId}
          options={sites.map(({ id, name }) => ({ value: id, name }))}
          onChange={(siteId) => set({ siteId })}
        />
      )}
      <Open
        label={m.fieldwork.background}
        value={draft.background}
        options={named(m.words.background, ['danish', 'immigrant', 'descendant', 'refugee', 'other'])}
        onChange={(background) => set({ background })}
      />
      {draft.channel === 'respondent' && !invited && (
        <TextField
          label={m.fieldwork.surveyClass}
          value={draft.surveyClass ?? ''}
          onChange={(value) => set({ surveyClass: value === '' ? null : value })}
        />
      )}
      <div className="wide">
        <TextField
          label={m.fieldwork.situation}
          value={draft.situation}
          lines={3}
          onChange={(situation) => set({ situation })}
          hint={m.fieldwork.situationHint}
        />
      </div>
    </div>
  );
}

export const canSave = ({ pseudonym, age, phase }: PersonDraft): boolean => {
  const own = age === null ? null : phaseOfAge(age);
  return pseudonym.trim() !== '' && (phase === null || own === null || own === phase);
};
