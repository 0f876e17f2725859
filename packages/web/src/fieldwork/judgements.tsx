import { useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { api } from '../api.js';
import { useChange } from '../change.js';
import { useFormat, useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { TextField } from '../parts/field.js';
import { Continuum } from './continuum.js';
import type { PersonFile } from './fieldwork-types.js';

const PLACEMENTS = ['lower', 'border', 'higher', 'unplaceable'] as const;
type Placement = (typeof PLACEMENTS)[number];

/** The researcher's judgements of complexity: the latest counts, the earlier stay. Nothing here comes from the survey class. */
export function Judgements({ file }: { file: PersonFile }) {
  const m = useMessages();
  const f = useFormat();
  const { person, judgements } = file;
  const [judging, setJudging] = useState(false);
  return (
    <>
      {judgements.length === 0 && !judging && <p className="hint">{m.fieldwork.notJudged}</p>}
      <ol className="plain-list judgement-list">
        {judgements.map((judgement, i) => (
          <li key={judgement.id} className={i === 0 ? '' : 'earlier'}>
            <p className="judgement-line">
              <Continuum placement={judgement.placement} />
              <span className="hint">
                {[judgement.judgedBy, f.date(judgement.judgedAt)].filter(Boolean).join(', ')}
                {i > 0 && ` · ${m.fieldwork.earlier}`}
              </span>
            </p>
            {judgement.rationale && <p className="judgement-why">{judgement.rationale}</p>}
          </li>
        ))}
      </ol>
      {judging ? (
        <Judge participantId={person.id} before={judgements[0]} onDone={() => setJudging(false)} />
      ) : (
        <div>
          <Button small onPress={() => setJudging(true)}>
            {judgements.length === 0 ? m.fieldwork.judge : m.fieldwork.judgeAgain}
          </Button>
        </div>
      )}
    </>
  );
}

function Judge(props: {
  participantId: string;
  before: PersonFile['judgements'][number] | undefined;
  onDone: () => void;
}) {
  const { participantId, before, onDone } = props;
  const m = useMessages();
  const [placement, setPlacement] = useState<Placement | null>(before?.placement ?? null);
  const [rationale, setRationale] = useState('');
  const [judgedBy, setJudgedBy] = useState(before?.judgedBy ?? '');
  const judge = useChange(api.fieldwork.judge, { onDone });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (placement) judge.mutate({ participantId, placement, rationale, judgedBy });
      }}
    >
      <RadioGroup
        className="scale"
        aria-label={m.fieldwork.parts.complexity}
        orientation="horizontal"
        value={placement}
        onChange={(value) => setPlacement(PLACEMENTS.find((one) => one === value) ?? null)}
      >
        {PLACEMENTS.map((value) => (
          <Radio key={value} value={value} className={`scale-stop ${value}`}>
            <span className="scale-mark" />
            {m.fieldwork.placement[value]}
          </Radio>
        ))}
      </RadioGroup>
      <TextField
        label={m.fieldwork.rationale}
        value={rationale}
        lines={3}
        onChange={setRationale}
        hint={m.fieldwork.rationaleHint}
      />
      <TextField label={m.fieldwork.judgedBy} value={judgedBy} onChange={setJudgedBy} />
      <div className="row">
        <Button look="main" type="submit" isDisabled={!placement || judge.isPending}>
          {m.shell.save}
        </Button>
        <Button look="quiet" onPress={onDone}>
          {m.shell.cancel}
        </Button>
      </div>
    </form>
  );
}
