import { useRef, useState, type KeyboardEvent } from 'react';
import { api, type Outputs } from '../../api.js';
import { useChange } from '../../change.js';
import { useFormat, useMessages } from '../../language.js';
import { Button } from '../../parts/button.js';
import type { GoTo } from '../reading-pane.js';

export type Lost = Outputs['transcripts']['lost'][number];

/** Places shown at first, and letters of each. */
const STEP = 100;
const LETTERS = 200;

/**
 * Places whose words a correction changed: what they were, what they are. Enter shows one in the text, Enter again says that it
 * was looked at and goes on to the next.
 */
export function ChangedSection(props: {
  changed: readonly Lost[];
  seen: readonly Lost[];
  onGoTo: (place: GoTo) => void;
}) {
  const { changed, seen, onGoTo } = props;
  const m = useMessages();
  const f = useFormat();
  const words = m.desk.changed;
  const list = useRef<HTMLUListElement>(null);
  const [shown, setShown] = useState<string | null>(null);
  const [most, setMost] = useState(STEP);
  const check = useChange(api.transcripts.checkChanged);
  const show = (one: Lost | undefined) => {
    setShown(one?.id ?? null);
    if (one?.now) onGoTo({ ...one.now, focus: false });
  };
  const buttons = () => [...(list.current?.querySelectorAll<HTMLElement>('.changed-place') ?? [])];
  const seenNow = (one: Lost, index: number) => {
    if (check.isPending) return;
    // The next is found before this one goes away.
    const next = changed[index + 1] ?? changed[index - 1];
    buttons()[next === changed[index + 1] ? index + 1 : index - 1]?.focus();
    show(next);
    check.mutate({ ids: [one.id] });
  };
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    buttons()[index + step]?.focus();
  };
  return (
    <section className="margin-section">
      <h2>{words.title}</h2>
      <p className="hint">{changed.length === 0 ? words.none : words.lead}</p>
      {changed.length > 0 && <p>{words.how}</p>}
      <ul className="plain-list lost-list" ref={list}>
        {changed.slice(0, most).map((one, index) => (
          <li key={one.id} className={one.id === shown ? 'shown' : ''}>
            <button
              type="button"
              className="changed-place"
              aria-current={one.id === shown}
              onKeyDown={(event) => onKeyDown(event, index)}
              onClick={() => (one.id === shown ? seenNow(one, index) : show(one))}
            >
              <span>
                {m.desk.report.tables[one.table]} <b>{one.name}</b>
              </span>
              <span className="changed-words">
                <span className="hint">{words.was}</span>
                <del dir="auto">{cut(one.quote)}</del>
                <span className="hint">{words.now}</span>
                <ins dir="auto">{cut(one.now?.words ?? '')}</ins>
              </span>
              <span className="hint">{words.since(f.number(one.toVersion))}</span>
            </button>
            {one.id === shown && (
              <div className="margin-acts">
                <Button small look="main" onPress={() => seenNow(one, index)}>
                  {words.check}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      <div className="margin-acts">
        {changed.length > most && (
          <Button small onPress={() => setMost(most + STEP)}>
            {words.more(f.number(Math.min(STEP, changed.length - most)))}
          </Button>
        )}
        {changed.length > 1 && (
          <Button
            small
            look="quiet"
            isDisabled={check.isPending}
            onPress={() => check.mutate({ ids: changed.map(({ id }) => id) })}
          >
            {words.checkAll}
          </Button>
        )}
      </div>
      {seen.length > 0 && (
        <details>
          <summary>
            {f.number(seen.length)} {words.seen}
          </summary>
          <ul className="plain-list lost-list">
            {seen.slice(0, STEP).map((one) => (
              <li key={one.id}>
                {m.desk.report.tables[one.table]} <b>{one.name}</b>
                <span className="changed-words">
                  <del dir="auto">{cut(one.quote)}</del> <ins dir="auto">{cut(one.now?.words ?? '')}</ins>
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

const cut = (words: string) => (words.length > LETTERS ? `${words.slice(0, LETTERS)} …` : words);
