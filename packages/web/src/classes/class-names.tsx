import { isReadable, orderByAnswer, orderBySize, orderMoved } from '@bagom/core';
import { useRef, useState } from 'react';
import { api } from '../api.js';
import { useChange } from '../change.js';
import { useFormat, useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { ClassMark } from '../parts/class-mark.js';
import { Dialog } from '../parts/dialog.js';
import { TextField } from '../parts/field.js';
import { Select } from '../parts/select.js';
import { indicatorName, useClassNames, type Model } from './model.js';

/** The classes by the researcher's names and in the researcher's order: moved by hand, by size, or by an answer. */
export function ClassNames({ model }: { model: Model }) {
  const m = useMessages();
  const f = useFormat();
  const change = useChange(api.classes.change);
  const shown = useClassNames(model);
  // Of a model that must not be read, the margin shows no sizes either.
  const readable = isReadable(model);
  const list = useRef<HTMLOListElement>(null);
  const [given, setGiven] = useState(() => namesOf(model));
  // Names that came from elsewhere (an undo, a move) take the place of what was being written.
  const stood = namesOf(model).join('\n') + model.fit.shares.join();
  const [seen, setSeen] = useState(stood);
  if (seen !== stood) {
    setSeen(stood);
    setGiven(namesOf(model));
  }
  const [over, setOver] = useState<number | null>(null);
  const [byAnswer, setByAnswer] = useState(false);
  const commitNames = () => {
    const trimmed = given.map((one) => one.trim());
    if (trimmed.some((one, i) => one !== (model.classNames[i] ?? '')))
      change.mutate({ id: model.id, classNames: trimmed });
  };
  const reorder = (classOrder: number[]) => {
    if (!change.isPending && classOrder.some((k, place) => k !== place))
      change.mutate({ id: model.id, classOrder });
  };
  const move = (from: number, to: number) => {
    reorder(orderMoved(model.classes, from, to));
    // The hand stays on the class it moved.
    list.current?.querySelectorAll<HTMLElement>('.class-grip')[to]?.focus();
  };
  /** The row under the pointer. */
  const rowAt = (y: number): number => {
    const rows = [...(list.current?.children ?? [])];
    const at = rows.findIndex((row) => y < row.getBoundingClientRect().bottom);
    return at < 0 ? rows.length - 1 : at;
  };
  return (
    <section>
      <h2>{m.classes.names}</h2>
      <ol ref={list} className="plain-list class-names">
        {given.map((one, i) => (
          <li key={i} className={`class-name ${over === i ? 'over' : ''}`}>
            <button
              type="button"
              className="class-grip"
              disabled={model.classes < 2}
              aria-label={m.judging.move(shown[i] ?? '')}
              title={m.judging.move(shown[i] ?? '')}
              onKeyDown={(event) => {
                const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
                if (!by) return;
                event.preventDefault();
                move(i, i + by);
              }}
              onPointerDown={(event) => {
                event.currentTarget.setPointerCapture(event.pointerId);
                setOver(i);
              }}
              onPointerMove={(event) => {
                if (event.currentTarget.hasPointerCapture(event.pointerId)) setOver(rowAt(event.clientY));
              }}
              onPointerUp={(event) => {
                setOver(null);
                move(i, rowAt(event.clientY));
              }}
              onPointerCancel={() => setOver(null)}
            >
              <ClassMark index={i} />
            </button>
            <TextField
              label={m.classes.nameOf(f.number(i + 1))}
              bare
              value={one}
              placeholder={m.classes.unnamed(f.number(i + 1))}
              onChange={(words) => setGiven(given.map((was, at) => (at === i ? words : was)))}
              onCommit={commitNames}
            />
            <span className="number">{f.percent(readable ? (model.fit.shares[i] ?? NaN) : NaN, 1)}</span>
          </li>
        ))}
      </ol>
      {model.classes > 1 && (
        <div className="row class-orders">
          <span className="label">{m.judging.orderBy}</span>
          <Button small isDisabled={change.isPending} onPress={() => reorder(orderBySize(model.fit))}>
            {m.judging.bySize}
          </Button>
          <Button small isDisabled={change.isPending} onPress={() => setByAnswer(true)}>
            {m.judging.byAnswer}
          </Button>
        </div>
      )}
      <p className="hint margin-hint">{m.judging.namesHint}</p>
      {model.fit.named && (
        <p className="hint margin-hint">
          {m.judging.namesFrom(f.quote(model.fit.named.from), f.number(model.fit.named.distance, 2))}
        </p>
      )}
      {byAnswer && <AnswerDialog model={model} onOrder={reorder} onClose={() => setByAnswer(false)} />}
    </section>
  );
}

const namesOf = (model: Model): string[] => model.fit.shares.map((_, i) => model.classNames[i] ?? '');

/** Which answer to which indicator the classes are ordered by. */
function AnswerDialog(props: { model: Model; onOrder: (order: number[]) => void; onClose: () => void }) {
  const { model, onOrder, onClose } = props;
  const m = useMessages();
  const [indicator, setIndicator] = useState('0');
  const [answer, setAnswer] = useState<string>();
  const labels = model.indicators[Number(indicator)]?.labels ?? [];
  const chosen = answer ?? String(labels.length - 1);
  return (
    <Dialog
      title={m.judging.byAnswer}
      size="small"
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{m.shell.cancel}</Button>
          <Button
            look="main"
            onPress={() => {
              onOrder(orderByAnswer(model.fit, Number(indicator), Number(chosen)));
              onClose();
            }}
          >
            {m.judging.order}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p className="hint">{m.judging.byAnswerLead}</p>
        <Select
          label={m.classes.indicator}
          value={indicator}
          options={model.indicators.map((_, i) => ({ value: String(i), name: indicatorName(model, i) }))}
          onChange={(value) => {
            setIndicator(value);
            setAnswer(undefined);
          }}
        />
        <Select
          label={m.classes.answer}
          value={chosen}
          options={labels.map((name, i) => ({ value: String(i), name }))}
          onChange={setAnswer}
        />
      </div>
    </Dialog>
  );
}
