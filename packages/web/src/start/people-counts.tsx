import { useFormat, useMessages } from '../language.js';
import { word } from '../operation-sentence.js';
import type { Overview } from './overview.js';

/** The participants by what the study compares: persons, never per cent. */
export function PeopleCounts({ participants }: { participants: Overview['info']['participants'] }) {
  const m = useMessages();
  const f = useFormat();
  const { total } = participants;
  if (total === 0) {
    return (
      <section>
        <h2>{m.start.people}</h2>
        <p className="hint">{m.start.noPeople}</p>
      </section>
    );
  }
  const parts = [
    { name: m.start.byPhase, words: m.words.phaseShort, counts: participants.byPhase },
    { name: m.start.byGender, words: m.words.genders, counts: participants.byGender },
    { name: m.start.byChannel, words: m.words.channel, counts: participants.byChannel },
    { name: m.start.byComplexity, words: m.words.complexity, counts: participants.byComplexity },
  ];
  return (
    <section>
      <h2>
        {m.start.people} <span className="start-n">{f.number(total)}</span>
      </h2>
      <dl className="people">
        {parts.map(({ name, words, counts }) => (
          <div key={name}>
            <dt>{name}</dt>
            {inOrder(counts, words).map(([value, n]) => (
              <dd key={value}>
                <span>{word(words, value)}</span>
                <span className="people-bar" aria-hidden="true">
                  <span style={{ width: `${(n / total) * 100}%` }} />
                </span>
                <span className="number">{f.number(n)}</span>
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Values in the order of their vocabulary, what is not set last. */
function inOrder(counts: Record<string, number>, words: object): [string, number][] {
  const order = Object.keys(words);
  const place = (value: string) => (order.includes(value) ? order.indexOf(value) : order.length);
  return Object.entries(counts)
    .filter(([, n]) => n > 0)
    .toSorted(([a], [b]) => place(a) - place(b));
}
