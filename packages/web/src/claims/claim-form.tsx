import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queries, type Inputs } from '../api.js';
import { useChange } from '../change.js';
import { CodePicker } from '../comparison/code-picker.js';
import { CodeChip, useCodes } from '../comparison/codes.js';
import { GroupFields } from '../comparison/group-fields.js';
import { useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { Dialog } from '../parts/dialog.js';
import { useDraft } from '../parts/draft.js';
import { TextField } from '../parts/field.js';
import { Select } from '../parts/select.js';
import type { Claim, Quantifier } from './word-scale.js';

type ClaimDraft = Inputs['claims']['save'];
const NONE = 'none';
const newClaim: ClaimDraft = {
  statement: '',
  quantifier: '',
  group: {},
  codes: [],
  chapterId: null,
  surveyFigure: '',
};

/** The sentence, its quantifier word, whom it is about, and the codes that show it. */
export function ClaimForm(props: {
  claim: Claim | null;
  words: readonly Quantifier[];
  onSaved?: (id: string | undefined) => void;
}) {
  const { claim, words, onSaved } = props;
  const m = useMessages();
  const { byId } = useCodes();
  const report = useQuery(queries.report());
  const [choosing, setChoosing] = useState(false);
  const { draft, set, dirty } = useDraft<ClaimDraft>(claim ? draftOf(claim) : newClaim);
  const save = useChange(api.claims.save, { onDone: ({ id }) => onSaved?.(id) });
  const able = dirty && draft.statement.trim() !== '';
  const known = words.some(({ word }) => word === draft.quantifier);
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (able) save.mutate(draft);
      }}
    >
      <TextField
        label={m.claims.statement}
        value={draft.statement}
        lines={3}
        serif
        onChange={(statement) => set({ statement })}
        hint={m.claims.statementHint}
        autoFocus={!claim}
      />
      <div className="group-fields">
        <Select
          label={m.claims.quantifier}
          value={draft.quantifier || NONE}
          options={[
            { value: NONE, name: m.words.notSet },
            ...words.map(({ word }) => ({ value: word, name: word })),
            ...(known || draft.quantifier === ''
              ? []
              : [{ value: draft.quantifier, name: draft.quantifier }]),
          ]}
          onChange={(value) => set({ quantifier: value === NONE ? '' : value })}
        />
        <Select
          label={m.claims.chapter}
          value={draft.chapterId ?? NONE}
          options={[
            { value: NONE, name: m.claims.noChapter },
            ...(report.data?.chapters ?? []).map(({ chapterId, number, title }) => ({
              value: chapterId,
              name: `${number} ${title}`.trim(),
            })),
          ]}
          onChange={(value) => set({ chapterId: value === NONE ? null : value })}
        />
      </div>
      <section className="stack-small">
        <span className="label">{m.claims.group}</span>
        <GroupFields group={draft.group} onChange={(group) => set({ group })} />
      </section>
      <section className="stack-small">
        <span className="label">{m.claims.codes}</span>
        <div className="row claim-codes">
          {draft.codes.map((id) => (
            <CodeChip key={id} code={byId.get(id)} />
          ))}
          {draft.codes.length === 0 && <span className="hint">{m.claims.noCodes}</span>}
          <Button small onPress={() => setChoosing(true)}>
            {m.claims.chooseCodes}
          </Button>
        </div>
      </section>
      <TextField
        label={m.claims.survey}
        value={draft.surveyFigure}
        lines={2}
        onChange={(surveyFigure) => set({ surveyFigure })}
        hint={m.claims.surveyHint}
      />
      <div>
        <Button look="main" type="submit" isDisabled={!able || save.isPending}>
          {claim ? m.shell.save : m.claims.add}
        </Button>
      </div>
      {choosing && (
        <Dialog
          title={m.claims.chooseCodes}
          onClose={() => setChoosing(false)}
          foot={
            <Button look="main" onPress={() => setChoosing(false)}>
              {m.claims.done}
            </Button>
          }
        >
          <p className="hint">{m.claims.codesHint}</p>
          <CodePicker chosen={draft.codes} onChange={(codes) => set({ codes })} />
        </Dialog>
      )}
    </form>
  );
}

function draftOf(claim: Claim): ClaimDraft {
  const { id, number, statement, quantifier, group, codes, chapterId, surveyFigure } = claim;
  return { id, number, statement, quantifier, group, codes, chapterId, surveyFigure };
}
