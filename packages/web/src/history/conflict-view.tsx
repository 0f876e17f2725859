import { useState } from 'react';
import { api } from '../api.js';
import { useChange } from '../change.js';
import { useFormat, useMessages } from '../language.js';
import { word } from '../operation-sentence.js';
import { useActions, type Action } from '../parts/actions.js';
import { Button } from '../parts/button.js';
import { TextField } from '../parts/field.js';
import { conflictName, type Conflict } from './conflict-name.js';
import { Marked } from './marked.js';
import { SettledTexts, TextPlaces, type ToldTexts } from './text-conflict.js';
import { valueWord } from './value-word.js';

/** One conflict: both versions side by side with what differs marked, and the choice, by key 1, 2 or 3. */
export function ConflictView(props: {
  conflict: Conflict;
  next: string | undefined;
  onNext: (id: string | undefined) => void;
  /** What became of what stands on two texts, when it was settled just now. */
  settled: ToldTexts | undefined;
  onSettled: (told: ToldTexts) => void;
}) {
  const { conflict, next, onNext, settled, onSettled } = props;
  const { kind, there, columns, by, at, state, rowId } = conflict;
  const m = useMessages();
  const f = useFormat();
  const [writing, setWriting] = useState(false);
  const [text, setText] = useState(columns[0]?.now ?? '');
  const decide = useChange(api.history.decide);
  const take = (choose: 'ours' | 'theirs' | 'both') =>
    decide.mutate({ id: conflict.id, choose }, { onSuccess: ({ texts: told }) => told && onSettled(told) });
  const names =
    kind !== 'row'
      ? { ours: m.history.chooseOurs, theirs: m.history.chooseTheirs }
      : {
          ours: there.ours ? m.history.keepRow : there.now ? m.history.removeRow : m.history.leaveGone,
          theirs: there.theirs ? (there.now ? m.history.keepRow : m.history.bringBack) : m.history.removeRow,
        };
  const acts: (Action & { keys: string })[] = [
    { id: 'take-ours', name: names.ours, keys: '1', run: () => take('ours') },
    { id: 'take-theirs', name: names.theirs, keys: '2', run: () => take('theirs') },
    ...(kind === 'version'
      ? [{ id: 'take-both', name: m.history.chooseBoth, keys: '3', run: () => take('both') }]
      : []),
    ...(kind === 'text'
      ? [{ id: 'take-third', name: m.history.writeThird, keys: '3', run: () => setWriting(true) }]
      : []),
  ];
  useActions(acts);
  const row =
    kind !== 'row'
      ? null
      : !there.theirs
        ? m.history.rowTheirsGone
        : there.now
          ? m.history.rowOursBack
          : m.history.rowOursGone;
  return (
    <div className="pane-body conflict">
      <h2>{conflictName(conflict, m)}</h2>
      <p className="hint">
        {m.history.state[state]}
        {by && ` · ${m.history.theirs.toLowerCase()}: ${m.history.changedBy(by, f.time(at))}`}
      </p>
      {row && <p>{row}</p>}
      {kind === 'version' ? (
        <>
          <p>{m.history.version}</p>
          {settled && <SettledTexts told={settled} sourceId={rowId} />}
          <TextPlaces conflict={conflict} />
        </>
      ) : (
        <table className="conflict-sides">
          <caption className="out-of-sight">{conflictName(conflict, m)}</caption>
          <thead>
            <tr>
              {kind === 'row' && <th scope="col">{m.history.column}</th>}
              <th scope="col">{m.history.ours}</th>
              <th scope="col">{by ? m.history.theirsBy(by) : m.history.theirs}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map(({ column, ours, theirs }) => {
              const [mine, their] = [valueWord(column, ours, m, f), valueWord(column, theirs, m, f)];
              const gone = (isThere: boolean) => (isThere ? m.history.empty : m.history.removed);
              return (
                <tr key={column}>
                  {kind === 'row' && <th scope="row">{word(m.history.columns, column, column)}</th>}
                  <td>
                    {mine === null ? <em>{gone(there.ours)}</em> : <Marked text={mine} beside={their} />}
                  </td>
                  <td>
                    {their === null ? <em>{gone(there.theirs)}</em> : <Marked text={their} beside={mine} />}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {state === 'other' && columns[0] && (
        <p>
          {m.history.now}: {columns[0].now ?? m.history.empty}
        </p>
      )}
      <div className="conflict-acts">
        {acts.map(({ id, name, keys, run }) => (
          <Button key={id} keys={keys} isDisabled={decide.isPending} onPress={() => run()}>
            {name}
          </Button>
        ))}
        {next && (
          <Button look="quiet" keys="n" onPress={() => onNext(next)}>
            {m.history.next}
          </Button>
        )}
      </div>
      {writing && (
        <div className="conflict-third">
          <TextField label={m.history.third} value={text} onChange={setText} lines={4} autoFocus />
          <Button
            look="main"
            isDisabled={decide.isPending}
            onPress={() => decide.mutate({ id: conflict.id, choose: 'other', text })}
          >
            {m.history.saveThird}
          </Button>
        </div>
      )}
    </div>
  );
}
