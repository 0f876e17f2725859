import './search-dialog.css';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useId, useState } from 'react';
import { queries } from '../api.js';
import { useFormat, useMessages } from '../language.js';
import { FindFrame, optionProps, useWalk, WalkField } from '../parts/find-frame.js';
import { Keys } from '../parts/keys.js';
import type { Choices } from '../routes.js';
import type { Group } from './found.js';
import { SearchHit } from './search-hit.js';

/** Places of each kind while all kinds are shown, and of the one when one is. */
const [FEW, MANY] = [5, 100];

interface SearchDialogProps {
  words: string;
  onWords: (words: string) => void;
  onClose: () => void;
}

/** Finds words anywhere in the study: type, walk with the arrows, Enter goes to the place. */
export function SearchDialog({ words, onWords, onClose }: SearchDialogProps) {
  const m = useMessages();
  const f = useFormat();
  const navigate = useNavigate();
  const id = useId();
  const [kind, setKind] = useState<Group['kind'] | null>(null);
  const asked = useDeferredValue(words.trim());
  const search = useQuery({
    ...queries.search({ words: asked, count: kind ? MANY : FEW }),
    enabled: asked !== '',
    // What is not read yet is not found yet: it is asked for again until all is.
    refetchInterval: ({ state }) =>
      state.data && state.data.reading.done < state.data.reading.of ? 500 : false,
  });
  const groups = asked === '' ? [] : (search.data?.groups ?? []).filter(({ total }) => total > 0);
  const shown = kind ? groups.filter((group) => group.kind === kind) : groups;
  const places = shown.flatMap((group) => group.hits.map((hit) => ({ kind: group.kind, hit })));
  const go = (index: number) => {
    const place = places[index];
    if (!place) return;
    const { station, choices } = place.hit.place;
    const { from, to } = place.hit;
    onClose();
    void navigate({
      to: `/${station}`,
      search: {
        ...(choices as Choices),
        ...(place.kind === 'text' ? { from: String(from), to: String(to) } : {}),
      },
    });
  };
  const walk = useWalk(places.length, go);
  const choose = (next: Group['kind'] | null) => {
    setKind(next);
    walk.setAt(0);
  };
  const firstOf = (group: Group) => places.findIndex(({ hit }) => hit === group.hits[0]);
  const { reading } = search.data ?? {};

  return (
    <FindFrame title={m.search.title} className="search-modal" onClose={onClose}>
      <WalkField
        walk={walk}
        label={m.search.title}
        placeholder={m.search.placeholder}
        value={words}
        onChange={onWords}
        selectAll
      />
      {groups.length > 0 && (
        <div className="search-kinds" role="group" aria-label={m.search.kindsLabel}>
          <button type="button" aria-pressed={kind === null} onClick={() => choose(null)}>
            {m.search.all}
          </button>
          {groups.map((group) => (
            <button
              type="button"
              key={group.kind}
              aria-pressed={kind === group.kind}
              onClick={() => choose(kind === group.kind ? null : group.kind)}
            >
              {m.search.kinds[group.kind]} <span className="search-n">{f.number(group.total)}</span>
            </button>
          ))}
        </div>
      )}
      <div className="search-list" aria-label={m.search.title} {...walk.listProps}>
        {shown.map((group) => (
          <div role="group" key={group.kind} aria-labelledby={`${id}-${group.kind}`}>
            <div className="search-head" id={`${id}-${group.kind}`} role="presentation">
              <strong>{m.search.kinds[group.kind]}</strong>{' '}
              <span>
                {f.count(group.total, m.search.places)}
                {group.persons > 0 && ` · ${f.count(group.persons, m.words.counts.persons)}`}
                {group.total > group.hits.length &&
                  ` · ${m.search.moreThere(f.number(group.hits.length), f.number(group.total))}`}
              </span>
            </div>
            {group.hits.map((hit, n) => {
              const index = firstOf(group) + n;
              return (
                <SearchHit
                  key={`${hit.id} ${hit.from} ${n}`}
                  option={optionProps(walk, index)}
                  kind={group.kind}
                  hit={hit}
                  onGo={() => go(index)}
                />
              );
            })}
          </div>
        ))}
      </div>
      {asked === '' && (
        <dl className="search-teach">
          {m.search.teach.map(([typed, finds]) => (
            <div key={typed}>
              <dt>
                <code>{typed}</code>
              </dt>
              <dd>{finds}</dd>
            </div>
          ))}
        </dl>
      )}
      {asked !== '' && search.data && groups.length === 0 && (
        <p className="hint find-none" role="status">
          {m.search.none}
        </p>
      )}
      {reading && reading.done < reading.of && (
        <p className="hint search-reading" role="status">
          {m.search.reading(f.number(reading.done), f.number(reading.of))}
        </p>
      )}
      <footer className="find-foot">
        <span>
          <Keys keys="ArrowDown" /> {m.search.walk}
        </span>
        <span>
          <Keys keys="Enter" /> {m.search.go}
        </span>
        <span className="search-note">{m.search.asTranscribed}</span>
      </footer>
    </FindFrame>
  );
}
