import type { ValueLabel } from '@bagom/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queries, type Inputs } from '../api.js';
import { useChange } from '../change.js';
import { useFormat, useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { Dialog } from '../parts/dialog.js';
import { Checkbox, TextField } from '../parts/field.js';
import { Keys } from '../parts/keys.js';
import { Read } from '../parts/read.js';
import { saveKey } from '../parts/save-key.js';
import { Segmented } from '../parts/select.js';
import { OldValues } from './old-values.js';
import { MadeValues } from './made-values.js';
import { ProposalMenu, proposalsFor } from './proposal-menu.js';
import { RecipeProblems } from './recipe-problems.js';
import { RuleRows, rulesOf, rowsOf, type RuleRow } from './rule-rows.js';
import { MEASURES, type Tried, type Variable } from './survey.js';

type Recipe = Inputs['survey']['derive']['recipe'];

/** Recodes `source` into a new variable, or changes the recipe of `derived`. */
export function RecodeDialog(props: {
  source: Variable;
  derived: Variable | null;
  variables: Variable[];
  onClose: () => void;
  onMade: (id: string) => void;
}) {
  const { source } = props;
  // Nothing recoded yet: what there is to begin with.
  const others = source.kind === 'string' ? ('missing' as const) : ('keep' as const);
  const old = useQuery(queries.recode({ recipe: { from: source.id, rules: [], others }, id: null }));
  const m = useMessages();
  const title = props.derived
    ? m.surveyWork.recode.editTitle(props.derived.name)
    : m.surveyWork.recode.title(source.name);
  if (!old.data)
    return (
      <Dialog title={title} size="wide" onClose={props.onClose}>
        <Read query={old}>{() => null}</Read>
      </Dialog>
    );
  return <RecodeForm {...props} title={title} old={old.data.old} />;
}

function RecodeForm(props: {
  title: string;
  source: Variable;
  derived: Variable | null;
  variables: Variable[];
  old: Tried['old'];
  onClose: () => void;
  onMade: (id: string) => void;
}) {
  const { title, source, derived, variables, old, onClose, onMade } = props;
  const m = useMessages();
  const w = m.surveyWork.recode;
  const f = useFormat();
  const words = source.kind === 'string';
  const reading = { words, whole: old.every(({ value }) => Number.isInteger(value)) };
  const decimal = f.number(0.5, 1).charAt(1);
  const proposals = proposalsFor(source, old, w.otherCategory);
  const [begun] = useState(() => derived?.recipe ?? proposals[0] ?? null);
  const [rows, setRows] = useState<RuleRow[]>(() => rowsOf(begun?.rules ?? [], decimal));
  const [labels, setLabels] = useState<ValueLabel[]>(() => derived?.labels ?? proposals[0]?.labels ?? []);
  const [others, setOthers] = useState<Recipe['others']>(begun?.others ?? 'missing');
  const [measure, setMeasure] = useState(derived?.measure ?? proposals[0]?.measure ?? 'nominal');
  const [name, setName] = useState(() => derived?.name ?? freshName(source.name, variables));
  const [label, setLabel] = useState(derived?.label ?? source.label);
  const [indicator, setIndicator] = useState(derived ? derived.role === 'indicator' : false);
  const [active, setActive] = useState(0);

  const { rules, rowOf, unread } = rulesOf(rows, reading);
  const recipe: Recipe = { from: source.id, rules, others };
  const tried = useQuery(queries.recode({ recipe, id: derived?.id ?? null })).data;
  const problems = tried?.problems ?? [];
  const able =
    name.trim() !== '' && unread.length === 0 && !problems.some(({ severity }) => severity === 'error');

  const done = (answer: { id?: string | undefined }) => {
    onClose();
    if (answer.id) onMade(answer.id);
  };
  const derive = useChange(api.survey.derive, { onDone: done });
  const change = useChange(api.survey.change, { onDone: done });
  const save = () => {
    if (!able) return;
    const made = new Set(tried?.made.map(({ value }) => value));
    const kept = labels.filter(({ value, label: text }) => made.has(value) && text.trim() !== '');
    const values = { name: name.trim(), label: label.trim(), measure, labels: kept, recipe };
    const role = indicator ? ('indicator' as const) : ('none' as const);
    if (derived)
      change.mutate({
        id: derived.id,
        ...values,
        ...(indicator === (derived.role === 'indicator') ? {} : { role }),
      });
    else derive.mutate({ ...values, role });
  };
  const begin = (proposal: (typeof proposals)[number]) => {
    setRows(rowsOf(proposal.rules, decimal));
    setLabels(proposal.labels);
    setOthers(proposal.others);
    setMeasure(proposal.measure);
  };
  /** A value at the left goes into the rule that is being written, and out of the others. */
  const take = (value: number | string) =>
    setRows(
      rows.map((row, at) =>
        at === active ? row.with(value, decimal, reading) : row.without(value, decimal, reading),
      ),
    );

  return (
    <Dialog
      title={title}
      size="wide"
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{m.shell.cancel}</Button>
          <Button look="main" isDisabled={!able || derive.isPending || change.isPending} onPress={save}>
            {derived ? w.saveEdit : w.save}
            <Keys keys="mod+Enter" />
          </Button>
        </>
      }
    >
      <div className="recode" {...saveKey(save)}>
        <p className="hint">{w.lead}</p>
        <div className="recode-head">
          <TextField label={w.name} value={name} onChange={setName} />
          <TextField label={w.label} value={label} onChange={setLabel} />
          <Segmented
            label={m.survey.measure}
            bare={false}
            value={measure}
            options={MEASURES.map((value) => ({ value, name: m.words.measure[value] }))}
            onChange={setMeasure}
          />
        </div>
        <div className="recode-acts">
          <Checkbox checked={indicator} onChange={setIndicator}>
            {w.asIndicator}
          </Checkbox>
          {proposals.length > 0 && <ProposalMenu proposals={proposals} old={old} onBegin={begin} />}
        </div>
        <div className="recode-columns">
          <OldValues tried={tried} labels={labels} active={active} onTake={take} />
          <section className="recode-rules">
            <h3>{w.rules}</h3>
            <RuleRows
              rows={rows}
              unread={unread}
              words={words}
              active={active}
              onRows={setRows}
              onActive={setActive}
            />
            <Segmented
              label={w.others}
              bare={false}
              value={others}
              options={[
                { value: 'missing', name: w.othersMissing },
                { value: 'keep', name: w.othersKeep },
              ]}
              onChange={setOthers}
              disabled={words}
            />
            <p className="hint">{words ? w.ruleHintWords : w.ruleHint}</p>
          </section>
          <MadeValues tried={tried} labels={labels} onLabels={setLabels} />
        </div>
        <RecipeProblems problems={problems} rowOf={rowOf} />
      </div>
    </Dialog>
  );
}

/** A name nobody has: the source's with a letter for recoded, and a number where that is taken. */
function freshName(source: string, variables: Variable[]): string {
  const taken = new Set(variables.map(({ name }) => name.toLowerCase()));
  for (let n = 1; ; n++) {
    const name = `${source}_r${n === 1 ? '' : n}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}
