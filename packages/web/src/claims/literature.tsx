import { useState } from 'react';
import { api, type Inputs } from '../api.js';
import { useChange } from '../change.js';
import { useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { Dialog } from '../parts/dialog.js';
import { NumberField, TextField } from '../parts/field.js';
import { Icon } from '../parts/icon.js';
import { Segmented, Select } from '../parts/select.js';
import type { Claim, Claims } from './word-scale.js';

type Relation = Claim['references'][number]['relation'];
type ReferenceDraft = Inputs['claims']['saveReference'];
const RELATIONS = ['agrees', 'differs', 'extends'] as const;

/** The works a finding is read against, and how it stands to each. */
export function Literature({ claim, references }: { claim: Claim; references: Claims['references'] }) {
  const m = useMessages();
  const [adding, setAdding] = useState(false);
  const [work, setWork] = useState<string>();
  const [relation, setRelation] = useState<Relation>('agrees');
  const [writing, setWriting] = useState(false);
  const tie = useChange(api.claims.readAgainst, { onDone: () => setAdding(false) });
  const untie = useChange(api.claims.untieReference);
  const remove = useChange(api.claims.removeReference);
  const byId = new Map(references.map((one) => [one.id, one]));
  const free = references.filter(({ id }) => !claim.references.some(({ referenceId }) => referenceId === id));
  const chosen = free.some(({ id }) => id === work) ? work : free[0]?.id;
  const relations = RELATIONS.map((value) => ({ value, name: m.words.relation[value] }));
  return (
    <section className="person-part">
      <h3>{m.claims.literature}</h3>
      {claim.references.length === 0 && !adding && <p className="hint">{m.claims.noLiterature}</p>}
      <ul className="plain-list works">
        {claim.references.map(({ id, referenceId, relation: now }) => {
          const one = byId.get(referenceId);
          return (
            one && (
              <li key={id}>
                <div className="work-head">
                  <p className="work-name">
                    {m.claims.work(one.authors, String(one.year))} <i>{one.title}</i>
                  </p>
                  <Button
                    small
                    icon
                    look="quiet"
                    label={m.claims.untieWork(one.authors)}
                    isDisabled={untie.isPending}
                    onPress={() => untie.mutate({ id })}
                  >
                    <Icon name="close" />
                  </Button>
                </div>
                {one.about && <p className="hint">{one.about}</p>}
                <Segmented
                  label={m.claims.relationTo(one.authors)}
                  value={now}
                  options={relations}
                  onChange={(next) => {
                    if (next !== now) tie.mutate({ claimId: claim.id, referenceId, relation: next });
                  }}
                />
              </li>
            )
          );
        })}
      </ul>
      {adding && chosen ? (
        <form
          className="inline-form"
          onSubmit={(event) => {
            event.preventDefault();
            tie.mutate({ claimId: claim.id, referenceId: chosen, relation });
          }}
        >
          <Select
            label={m.claims.workLabel}
            value={chosen}
            options={free.map(({ id, authors, year, title }) => ({
              value: id,
              name: `${m.claims.work(authors, String(year))} ${title}`,
            }))}
            onChange={setWork}
          />
          <Segmented
            label={m.claims.relation}
            bare={false}
            value={relation}
            options={relations}
            onChange={setRelation}
          />
          <div className="row">
            <Button look="main" type="submit" isDisabled={tie.isPending}>
              {m.claims.readAgainst}
            </Button>
            <Button look="quiet" onPress={() => setAdding(false)}>
              {m.shell.cancel}
            </Button>
            <Button look="quiet" isDisabled={remove.isPending} onPress={() => remove.mutate({ id: chosen })}>
              {m.claims.removeWork}
            </Button>
          </div>
        </form>
      ) : (
        <div className="row">
          <Button small isDisabled={free.length === 0} onPress={() => setAdding(true)}>
            {m.claims.readAgainst}
          </Button>
          <Button small look="quiet" onPress={() => setWriting(true)}>
            {m.claims.newWork}
          </Button>
        </div>
      )}
      {writing && (
        <WorkDialog
          onClose={() => setWriting(false)}
          onSaved={(id) => {
            setWork(id);
            setAdding(true);
            setWriting(false);
          }}
        />
      )}
    </section>
  );
}

const newWork = (): ReferenceDraft => ({
  authors: '',
  year: new Date().getFullYear(),
  title: '',
  about: '',
  targetGroup: '',
  intervention: '',
});

function WorkDialog({
  onClose,
  onSaved,
}: {
  onClose: () => void;
  onSaved: (id: string | undefined) => void;
}) {
  const m = useMessages();
  const [draft, setDraft] = useState(newWork);
  const set = (part: Partial<ReferenceDraft>) => setDraft({ ...draft, ...part });
  const save = useChange(api.claims.saveReference, { onDone: ({ id }) => onSaved(id) });
  const able = draft.authors.trim() !== '' && draft.title.trim() !== '' && Number.isInteger(draft.year);
  return (
    <Dialog
      title={m.claims.newWork}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{m.shell.cancel}</Button>
          <Button look="main" type="submit" form="work" isDisabled={!able || save.isPending}>
            {m.shell.save}
          </Button>
        </>
      }
    >
      <form
        id="work"
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (able) save.mutate(draft);
        }}
      >
        <TextField
          label={m.claims.authors}
          value={draft.authors}
          onChange={(authors) => set({ authors })}
          autoFocus
        />
        <NumberField
          label={m.claims.year}
          value={draft.year}
          min={1800}
          max={2200}
          onChange={(year) => set({ year })}
        />
        <TextField label={m.claims.workTitle} value={draft.title} onChange={(title) => set({ title })} />
        <TextField
          label={m.claims.about}
          value={draft.about}
          lines={3}
          onChange={(about) => set({ about })}
        />
        <TextField
          label={m.claims.targetGroup}
          value={draft.targetGroup}
          onChange={(targetGroup) => set({ targetGroup })}
        />
        <TextField
          label={m.claims.intervention}
          value={draft.intervention}
          onChange={(intervention) => set({ intervention })}
        />
      </form>
    </Dialog>
  );
}
