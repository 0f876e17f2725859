import { useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { api } from '../../api.js';
import { useChange } from '../../change.js';
import { useFormat, useMessages } from '../../language.js';
import { Button } from '../../parts/button.js';
import { codeColour } from '../../parts/code-colour.js';
import { Checkbox, TextField } from '../../parts/field.js';
import { Keys } from '../../parts/keys.js';
import { useRemembered } from '../../parts/remembered.js';
import { useSay } from '../../parts/status-line.js';
import type { Code, Coder } from '../coding-types.js';
import type { Disagreement, Sample } from './sample.js';

/** The whole stretch, the borders of one of the coders, or not this code. */
export type Decision = { kind: 'keep' } | { kind: 'as'; coder: number } | { kind: 'drop' };

const valueOf = (decision: Decision) => (decision.kind === 'as' ? `as ${decision.coder}` : decision.kind);
const decisionOf = (value: string): Decision =>
  value.startsWith('as ')
    ? { kind: 'as', coder: Number(value.slice(3)) }
    : { kind: value === 'drop' ? 'drop' : 'keep' };

/** Beside the text: what each coded, what the code means, and what is decided, with a reason. */
export function Decide(props: {
  sample: Sample | undefined;
  one: Disagreement;
  /** Others on the same code and of the same kind that are not settled. */
  alike: readonly Disagreement[];
  code: Code | undefined;
  coders: readonly Coder[];
  me: Coder | undefined;
  text: string;
  decision: Decision;
  onDecision: (decision: Decision) => void;
  onSettled: () => void;
}) {
  const { sample, one, alike, code, coders, me, text, decision, onDecision, onSettled } = props;
  const m = useMessages();
  const f = useFormat();
  const words = m.coders;
  const say = useSay();
  const [reason, setReason] = useState('');
  const [others, setOthers] = useState(false);
  const [carry, setCarry] = useRemembered('coders.carry', false);
  const settle = useChange(api.doubleCodings.resolve, { onDone: onSettled });
  const using = coders.flatMap((coder, i) => ((one.coded[i] ?? []).length > 0 ? [{ coder, i }] : []));
  const save = () => {
    if (!sample) return;
    if (reason.trim() === '') return say({ text: words.missingReason });
    const items = [one, ...(others ? alike : [])].map((each) => {
      const spans = decision.kind === 'as' ? (each.coded[decision.coder] ?? []) : [];
      const { sourceId, version, from, to, codeId } = each;
      return { sourceId, version, from, to, codeId, spans: spans.length > 0 ? spans : null };
    });
    settle.mutate({
      id: sample.id,
      items,
      decision: decision.kind === 'drop' ? 'drop' : 'keep',
      reason: reason.trim(),
      by: me?.name ?? coders.map(({ name }) => name).join(', '),
      carry,
    });
  };
  return (
    <>
      <section className="margin-section">
        <h2>{words.here}</h2>
        <dl className="side-by-side">
          {coders.map((coder, i) => {
            const spans = one.coded[i] ?? null;
            return (
              <div
                key={coder.id}
                className={`coded ${i > 0 ? 'broken' : ''}`}
                style={codeColour(code?.hue ?? 0)}
              >
                <dt>
                  {coder.name} <small>{coder.initials}</small>
                </dt>
                <dd>
                  {spans === null
                    ? words.notJudged
                    : spans.length === 0
                      ? words.didNot
                      : spans.map(({ from, to }) => (
                          <span key={from}>{f.quote(shortened(text.slice(from, to)))}</span>
                        ))}
                </dd>
              </div>
            );
          })}
        </dl>
      </section>
      {one.resolution && (
        <section className="margin-section">
          <h2>
            {words.before}: {words.settledAs[one.resolution.decision]}
          </h2>
          <p className="margin-lead">{one.resolution.reason}</p>
          <p className="hint">{words.settledBy(one.resolution.by, f.date(one.resolution.at))}</p>
        </section>
      )}
      {sample ? (
        <section className="margin-section decide">
          <RadioGroup
            aria-label={words.decision}
            value={valueOf(decision)}
            onChange={(value) => onDecision(decisionOf(value))}
          >
            <span className="margin-title">{words.decide}</span>
            {one.kind === 'borders' && <Choice value="keep" name={words.keepWhole} keys="k" />}
            {one.kind === 'borders' &&
              using.map(({ coder, i }) => (
                <Choice
                  key={coder.id}
                  value={`as ${i}`}
                  name={words.keepAs(coder.name)}
                  keys={String(i + 1)}
                />
              ))}
            {one.kind === 'presence' && <Choice value="keep" name={words.keepAct} keys="k" />}
            <Choice value="drop" name={words.drop} keys="x" />
          </RadioGroup>
          <TextField
            label={words.reason}
            value={reason}
            onChange={setReason}
            hint={words.reasonHint}
            onEnter={save}
          />
          {alike.length > 0 && (
            <Checkbox checked={others} onChange={setOthers}>
              {words.alsoOthers(f.number(alike.length))}
            </Checkbox>
          )}
          <Checkbox checked={carry} onChange={setCarry}>
            {words.carry}
          </Checkbox>
          <div className="margin-acts">
            <Button look="main" keys="Enter" isDisabled={settle.isPending} onPress={save}>
              {words.save}
            </Button>
          </div>
        </section>
      ) : (
        <section className="margin-section">
          <p className="hint">{words.noSample}</p>
        </section>
      )}
      {code && <Meaning code={code} />}
    </>
  );
}

function Choice({ value, name, keys }: { value: string; name: string; keys: string }) {
  return (
    <Radio value={value} className="decide-choice">
      <span className="decide-mark" aria-hidden="true" />
      <span>{name}</span>
      <Keys keys={keys} />
    </Radio>
  );
}

function Meaning({ code }: { code: Code }) {
  const m = useMessages();
  const parts: [string, string][] = [
    [m.coding.use, code.use],
    [m.coding.useNot, code.useNot],
    [m.coding.example, code.example],
  ];
  return (
    <section className="margin-section meaning">
      <h2 className="coded" style={codeColour(code.hue)}>
        {code.path.split('/').join(' › ')}
      </h2>
      <p>{code.definition || <span className="hint">{m.coding.noDefinition}</span>}</p>
      <dl className="facts">
        {parts.map(([name, said]) =>
          said ? (
            <div key={name} className="facts-row">
              <dt>{name}</dt>
              <dd>{said}</dd>
            </div>
          ) : null,
        )}
      </dl>
    </section>
  );
}

const LONG = 120;
/** Beginning and end of a long stretch: the text itself is beside it. */
function shortened(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length <= LONG ? line : `${line.slice(0, 70).trimEnd()} … ${line.slice(-40).trimStart()}`;
}
