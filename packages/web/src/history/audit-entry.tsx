import { useQuery } from '@tanstack/react-query';
import { queries } from '../api.js';
import { useUndo } from '../change.js';
import { useFormat, useMessages } from '../language.js';
import { capital, operationSentence, word } from '../operation-sentence.js';
import { Button } from '../parts/button.js';
import { Read } from '../parts/read.js';
import { useChoose } from '../routes.js';
import type { Entry } from './entry.js';
import { valueWord } from './value-word.js';

/** One operation: who, when, from which copy, and every column that it changed, before and after. */
export function AuditEntry({ entry }: { entry: Entry }) {
  const m = useMessages();
  const f = useFormat();
  const { undo, redo } = useUndo();
  const choose = useChoose();
  const query = useQuery(queries.historyEntry(entry.id));
  const isMerge = entry.kind === 'study.merge';
  return (
    <div className="pane-body audit-entry">
      <h2>{operationSentence(entry, m)}</h2>
      <p className="hint">
        {f.number(entry.seq)} · {entry.actor} · {f.time(entry.at)}
        {entry.copy !== null && ` · ${m.history.copy.toLowerCase()} ${entry.copy}`}
      </p>
      {entry.id === entry.root && entry.seq > 1 && entry.changes > 0 && (
        <p>
          {entry.stands ? (
            <Button small onPress={() => undo(entry.id)}>
              {isMerge ? m.history.undoMerge : m.history.undoThis}
            </Button>
          ) : (
            <Button small onPress={() => redo(entry.id)}>
              {isMerge ? m.history.redoMerge : m.history.redoThis}
            </Button>
          )}
        </p>
      )}
      <Read query={query}>
        {({ rows, total, hidden }) => (
          <>
            {rows.length === 0 && <p className="hint">{hidden ? m.history.hidden : m.history.noRows}</p>}
            {rows.map(({ table, id, name, done, columns }) => (
              <section key={`${table} ${id}`} className="audit-row">
                <h3>
                  {capital(word(m.history.tables, table, table))} {m.history.done[done]}
                  {name && <span className="audit-name"> {name}</span>}
                </h3>
                {columns.length > 0 && (
                  <table className="audit-columns">
                    <caption className="out-of-sight">{name || table}</caption>
                    <thead className={done === 'changed' ? '' : 'out-of-sight'}>
                      <tr>
                        <th scope="col">{m.history.column}</th>
                        {done !== 'added' && <th scope="col">{m.history.before}</th>}
                        {done !== 'removed' && <th scope="col">{m.history.after}</th>}
                      </tr>
                    </thead>
                    <tbody>
                      {columns.map(({ column, before, after }) => (
                        <tr key={column}>
                          <th scope="row">{word(m.history.columns, column, column)}</th>
                          {done !== 'added' && (
                            <td>{valueWord(column, before, m, f) ?? m.history.nothing}</td>
                          )}
                          {done !== 'removed' && (
                            <td>{valueWord(column, after, m, f) ?? m.history.nothing}</td>
                          )}
                        </tr>
                      ))}
                    </tbody>
                  </table>
                )}
                <Button small look="quiet" onPress={() => choose({ table, row: id, operation: entry.id })}>
                  {m.history.rowHistory}
                </Button>
              </section>
            ))}
            {!hidden && total > rows.length && (
              <p className="hint">{m.history.moreRows(f.number(total - rows.length))}</p>
            )}
          </>
        )}
      </Read>
    </div>
  );
}
