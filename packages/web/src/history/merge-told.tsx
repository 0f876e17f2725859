import type { Outputs } from '../api.js';
import { useFormat, useMessages } from '../language.js';
import { operationSentence } from '../operation-sentence.js';

const MOST = 8;

/** What a copy brings: who did how much of what, and what is not as simple as that. */
export function MergeTold({ told }: { told: Outputs['history']['merge'] }) {
  const m = useMessages();
  const f = useFormat();
  if (told.operations === 0) return <p>{m.history.mergeNothing}</p>;
  const facts = [
    ...(told.forward ? [m.history.mergeForward] : []),
    told.conflicts === 0
      ? m.history.mergeNoConflicts
      : f.count(told.conflicts, told.forward ? m.history.forwardConflicts : m.history.mergeConflicts),
    ...(told.restored > 0 ? [f.count(told.restored, m.history.mergeRestored)] : []),
    ...(told.lost > 0 ? [f.count(told.lost, m.history.mergeLost)] : []),
    ...(told.doubled > 0 ? [f.count(told.doubled, m.history.mergeDoubled)] : []),
    ...(told.renumbered > 0 ? [f.count(told.renumbered, m.history.mergeRenumbered)] : []),
    ...(told.sameCoders.length > 0 ? [m.history.mergeSameCoders(f.list(told.sameCoders))] : []),
  ];
  return (
    <>
      <h3>{m.history.mergeWho}</h3>
      <dl className="merge-people">
        {told.people.map(({ actor, since, until, kinds }) => (
          <div key={actor}>
            <dt>
              {actor}{' '}
              <span className="hint">
                {f.date(since) === f.date(until)
                  ? f.date(since)
                  : m.history.mergePeriod(f.date(since), f.date(until))}
              </span>
            </dt>
            <dd>
              {kinds.length === 0
                ? m.history.mergeNoWork
                : kinds
                    .slice(0, MOST)
                    .map(
                      ({ kind, n }) =>
                        `${operationSentence({ seq: 0, kind, subject: '' }, m)}: ${f.number(n)}`,
                    )
                    .join(' · ')}
              {kinds.length > MOST && ' …'}
            </dd>
          </div>
        ))}
      </dl>
      <ul className="merge-facts">
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
    </>
  );
}
