import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { queries, type Outputs } from '../api.js';
import { useUndo } from '../change.js';
import { useFormat, useMessages } from '../language.js';
import { operationSentence } from '../operation-sentence.js';
import { Button } from './button.js';
import { Dialog } from './dialog.js';
import { Read } from './read.js';

type Entry = Outputs['study']['history'][number];
const PAGE = 100;

/** Everything that was done, newest first; each change can be taken back alone. */
export function HistoryPane({ onClose }: { onClose: () => void }) {
  const m = useMessages();
  const f = useFormat();
  const { undo, redo } = useUndo();
  const [limit, setLimit] = useState(PAGE);
  const history = useQuery(queries.history({ limit }));
  return (
    <Dialog title={m.shell.history} onClose={onClose} place="side">
      <p className="hint">{m.shell.historyLead}</p>
      <p>
        <Link to="/history" onClick={onClose}>
          {m.history.open}
        </Link>
      </p>
      <Read query={history}>
        {(entries) => {
          const states = standing(entries);
          return (
            <>
              {entries.length === 0 && <p>{m.shell.historyEmpty}</p>}
              <ol className="history">
                {entries.map((entry) => (
                  <li key={entry.id} className={states.get(entry.root) === -1 ? 'undone' : ''}>
                    <div className="history-what">{operationSentence(entry, m)}</div>
                    <div className="history-when">
                      {f.time(entry.at)} · {entry.actor} · {f.count(entry.changes, m.words.counts.changes)}
                      {entry.root !== entry.id &&
                        ` · ${entry.sense === -1 ? m.shell.isUndo : m.shell.isRedo}`}
                      {entry.root === entry.id && states.get(entry.id) === -1 && ` · ${m.shell.wasUndone}`}
                    </div>
                    {entry.root === entry.id &&
                      (states.get(entry.id) === -1 ? (
                        <Button look="quiet" small onPress={() => redo(entry.id)}>
                          {m.shell.redo}
                        </Button>
                      ) : (
                        <Button look="quiet" small onPress={() => undo(entry.id)}>
                          {m.shell.undo}
                        </Button>
                      ))}
                  </li>
                ))}
              </ol>
              {entries.length === limit && limit < 500 && (
                <Button onPress={() => setLimit(Math.min(500, limit + PAGE))}>{m.shell.more}</Button>
              )}
            </>
          );
        }}
      </Read>
    </Dialog>
  );
}

/** Whether an operation holds now (1) or was taken back (-1): the sense of the newest operation of its root. */
function standing(entries: readonly Entry[]): Map<string, 1 | -1> {
  const states = new Map<string, 1 | -1>();
  for (const { root, sense } of entries) if (!states.has(root)) states.set(root, sense);
  return states;
}
