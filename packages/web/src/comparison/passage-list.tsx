import { useQueries } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { queries, type Inputs } from '../api.js';
import { useFormat, useMessages } from '../language.js';
import { word } from '../operation-sentence.js';
import { Button } from '../parts/button.js';
import { Failed, Skeleton } from '../parts/read.js';
import { PassageQuote, whoSaid, type Passage } from './passage.js';

export type PassageWish = Inputs['comparison']['passages'];
const FIRST = 50;
const MOST = 500;

/** Passages as printed, person by person. Several wishes (one a person) are read side by side and shown as one list. */
export function PassageList(props: {
  wishes: readonly PassageWish[];
  acts?: (passage: Passage) => ReactNode;
  only?: (passage: Passage) => boolean;
  /** Persons and passages are told elsewhere already. */
  told?: boolean;
  /** What is said when nothing is found. */
  empty?: ReactNode;
}) {
  const { wishes, acts, only, told, empty } = props;
  const m = useMessages();
  const f = useFormat();
  const [count, setCount] = useState(FIRST);
  const reads = useQueries({
    queries: wishes.map((wish) => queries.passages({ count, ...wish })),
  });
  const failed = reads.find(({ error }) => error);
  if (failed?.error) return <Failed error={failed.error} again={() => void failed.refetch()} />;
  if (reads.some(({ data }) => data === undefined)) return <Skeleton lines={8} />;
  const total = reads.reduce((sum, { data }) => sum + (data?.total ?? 0), 0);
  const persons = reads.reduce((sum, { data }) => sum + (data?.persons ?? 0), 0);
  const all = reads.flatMap(({ data }) => data?.passages ?? []);
  const shown = only ? all.filter(only) : all;
  if (shown.length === 0) return <p className="hint">{empty ?? m.comparison.noPassages}</p>;
  return (
    <div className="passage-list">
      {!only && !told && (
        <p className="hint passage-sum">
          {m.comparison.personsAndPassages(
            f.count(persons, m.words.counts.persons),
            f.count(total, m.words.counts.passages),
          )}
        </p>
      )}
      {byPerson(shown).map(([key, passages]) => {
        const first = passages[0]!;
        const what = [
          word(m.words.phaseShort, first.phase),
          word(m.words.complexity, first.complexity),
        ].filter(Boolean);
        return (
          <section key={key} className="passage-person">
            <h3>
              {whoSaid(first, m.comparison.nameAge, first.sourceTitle)}
              {first.pseudonym && <span className="passage-person-what">{what.join(' · ')}</span>}
            </h3>
            {passages.map((passage) => (
              <PassageQuote
                key={`${passage.sourceId} ${passage.from} ${passage.to}`}
                passage={passage}
                acts={acts?.(passage)}
              />
            ))}
          </section>
        );
      })}
      {reads.some(({ data }) => data && data.total > data.passages.length) && count < MOST && (
        <Button onPress={() => setCount(Math.min(MOST, count * 2))}>{m.shell.more}</Button>
      )}
    </div>
  );
}

function byPerson(passages: readonly Passage[]): [string, Passage[]][] {
  const groups = new Map<string, Passage[]>();
  for (const passage of passages) {
    const key = passage.participantId ?? passage.sourceId;
    const group = groups.get(key);
    if (group) group.push(passage);
    else groups.set(key, [passage]);
  }
  return [...groups];
}
