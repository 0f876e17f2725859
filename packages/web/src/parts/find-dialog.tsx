import { useState, type ReactNode } from 'react';
import { codeColour } from './code-colour.js';
import { FindFrame, optionProps, useWalk, WalkField } from './find-frame.js';
import { fuzzy } from './fuzzy.js';
import { Icon } from './icon.js';
import { Keys } from './keys.js';

export interface Findable {
  id: string;
  name: string;
  /** What is searched besides the name (a code's path). */
  words?: string;
  note?: ReactNode;
  /** A code's colour. */
  hue?: number;
  /** A digit that chooses it while nothing is typed. */
  digit?: string;
}

export interface FindDialogProps {
  title: string;
  /** What will happen to what: shown above the list. */
  lead?: ReactNode;
  placeholder: string;
  items: readonly Findable[];
  /** Said when nothing fits. */
  none: string;
  /** Keys and what they do, in a line below. */
  hints?: readonly { keys: string; name: string }[];
  /** An act for what was typed when Enter meets nothing: make it. */
  make?: { name: (typed: string) => string; run: (typed: string) => void };
  /** Items already chosen in this sitting. */
  done?: ReadonlySet<string>;
  /** `stay`: Shift was held; the dialog stays open for the next. */
  onChoose: (id: string, stay: boolean) => void;
  onClose: () => void;
}

const MOST = 60;

/** Finds one thing by a few letters: type, walk with the arrows, Enter. The list follows what is typed, best first. */
export function FindDialog(props: FindDialogProps) {
  const { title, lead, placeholder, items, none, hints, make, done, onChoose, onClose } = props;
  const [typed, setTyped] = useState('');
  const found = ranked(items, typed);
  const makeable = make && typed.trim() !== '' ? make : null;
  const choose = (index: number, stay: boolean) => {
    const item = found[index];
    if (!item) {
      if (makeable && index === found.length) makeable.run(typed.trim());
      return;
    }
    onChoose(item.id, stay);
    if (stay) setTyped('');
  };
  const walk = useWalk(found.length + (makeable ? 1 : 0), choose);
  return (
    <FindFrame title={title} onClose={onClose}>
      <div className="find-head">
        <strong>{title}</strong>
        {lead && <div className="find-lead">{lead}</div>}
      </div>
      <WalkField
        walk={walk}
        label={placeholder}
        value={typed}
        onChange={setTyped}
        onKeyDown={(event) => {
          if (typed !== '' || !/^[1-9]$/.test(event.key)) return;
          const numbered = found.findIndex((item) => item.digit === event.key);
          if (numbered === -1) return;
          choose(numbered, event.shiftKey);
          event.preventDefault();
        }}
      />
      <div className="find-list" aria-label={title} {...walk.listProps}>
        {found.map((item, index) => (
          <button
            key={item.id}
            {...optionProps(walk, index)}
            className={`find-item ${item.hue === undefined ? '' : 'coded'}`}
            style={item.hue === undefined ? undefined : codeColour(item.hue)}
            onClick={(event) => choose(index, event.shiftKey)}
          >
            <Found item={item} done={done?.has(item.id) ?? false} digit={typed === ''} />
          </button>
        ))}
        {makeable && (
          <button
            {...optionProps(walk, found.length)}
            className="find-item find-make"
            onClick={() => makeable.run(typed.trim())}
          >
            <Icon name="plus" />
            {makeable.name(typed.trim())}
          </button>
        )}
      </div>
      {walk.count === 0 && <p className="hint find-none">{none}</p>}
      {hints && (
        <footer className="find-foot">
          {hints.map(({ keys, name }) => (
            <span key={keys}>
              <Keys keys={keys} /> {name}
            </span>
          ))}
        </footer>
      )}
    </FindFrame>
  );
}

function Found({ item, done, digit }: { item: Findable; done: boolean; digit: boolean }) {
  const cut = item.words?.lastIndexOf('/') ?? -1;
  return (
    <>
      <span className="find-name">{item.name}</span>
      {cut > 0 && <span className="find-above">{item.words?.slice(0, cut).replaceAll('/', ' › ')}</span>}
      <span className="find-note">
        {done && <Icon name="check" />}
        {item.note}
        {digit && item.digit && <Keys keys={item.digit} />}
      </span>
    </>
  );
}

function ranked(items: readonly Findable[], typed: string): readonly Findable[] {
  if (typed.trim() === '') return items.slice(0, 200);
  return items
    .flatMap((item, order) => {
      const score = fuzzy(typed, item.words ?? item.name);
      return score === null ? [] : [{ item, score, order }];
    })
    .toSorted((a, b) => b.score - a.score || a.order - b.order)
    .slice(0, MOST)
    .map(({ item }) => item);
}
