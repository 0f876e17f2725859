import { useQuery } from '@tanstack/react-query';
import { queries, type Outputs } from '../../api.js';
import { useFormat, useMessages } from '../../language.js';
import type { Messages } from '../../messages/da.js';
import { word } from '../../operation-sentence.js';

type CodeEvent = Outputs['coding']['codeHistory']['events'][number];

/** What has happened to a code, latest first, with who did it and why. */
export function CodeHistory({ codeId }: { codeId: string }) {
  const m = useMessages();
  const f = useFormat();
  const history = useQuery(queries.codeHistory(codeId));
  const events = history.data?.events;
  if (!events) return null;
  return (
    <details>
      <summary>
        {m.codebook.history} ({f.number(events.length)})
      </summary>
      {events.length === 0 && <p className="hint">{m.codebook.historyNone}</p>}
      <ol className="plain-list code-history">
        {events.map((event) => (
          <li key={event.id}>
            {eventWords(event, m)}
            {event.note && <q>{event.note}</q>}
            <small>
              {f.date(event.at)}, {event.by}
            </small>
          </li>
        ))}
      </ol>
    </details>
  );
}

function eventWords({ kind, detail }: CodeEvent, m: Messages): string {
  const { events, fields, statuses } = m.codebook;
  const said = (key: string): string => {
    const value = detail[key];
    return (Array.isArray(value) ? value.join(', ') : (value ?? '')).replaceAll('/', ' › ');
  };
  switch (kind) {
    case 'made':
      return events.made(said('from'));
    case 'renamed':
      return events.renamed(said('from'), said('to'));
    case 'redefined': {
      const changed = Array.isArray(detail.fields) ? detail.fields : [];
      return events.redefined(changed.map((field) => word(fields, field)).join(', '));
    }
    case 'recoloured':
      return events.recoloured;
    case 'moved':
      return events.moved(said('from'), said('to'));
    case 'merged':
      return detail.into ? events.mergedAway(said('into')) : events.mergedHere(said('path'));
    case 'split':
      return events.split(said('into'), said('codings'));
    case 'recoded':
      return detail.into
        ? events.recodedAway(said('into'), said('codings'))
        : events.recodedHere(said('from'), said('codings'));
    case 'status':
      return events.status(word(statuses, said('from')), word(statuses, said('to')));
    case 'removed':
      return events.removed;
  }
}
