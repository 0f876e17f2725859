import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, queries, type Outputs } from '../api.js';
import { errorText } from '../change.js';
import { useFormat, useMessages, useSpoken } from '../language.js';
import { useActions } from '../parts/actions.js';
import { FileButton } from '../parts/file-button.js';
import { Empty } from '../parts/empty.js';
import { Panes } from '../parts/panes.js';
import { Read } from '../parts/read.js';
import { useSay } from '../parts/status-line.js';
import { Table } from '../parts/table.js';
import { useChoice } from '../routes.js';
import { conflictName } from './conflict-name.js';
import { ConflictView } from './conflict-view.js';

type Known = Outputs['history']['conflicts'];

/** What merged copies disagree on: a list, and each with both versions side by side. */
export function Conflicts() {
  return <Read query={useQuery(queries.conflicts())}>{(known) => <ConflictPanes known={known} />}</Read>;
}

function ConflictPanes({ known }: { known: Known }) {
  const m = useMessages();
  const f = useFormat();
  const [chosen, choose] = useChoice('conflict');
  const conflicts = known.conflicts.toSorted(
    (a, b) => Number(a.state !== 'open') - Number(b.state !== 'open'),
  );
  const open = conflicts.filter(({ state }) => state === 'open');
  const conflict = conflicts.find(({ id }) => id === chosen) ?? conflicts[0];
  const next = open.find(({ id }) => id !== conflict?.id);
  useActions([
    { id: 'next-conflict', name: m.history.next, keys: 'n', disabled: !next, run: () => choose(next?.id) },
  ]);
  if (!conflict)
    return (
      <div className="pane-body">
        <Empty title={m.history.conflictsNone}>
          <p>{m.history.conflictsNoneText}</p>
        </Empty>
        <Missing files={known.missingOriginals} />
      </div>
    );
  return (
    <Panes
      id="conflicts"
      name={conflictName(conflict, m)}
      left={{
        name: m.history.conflictList,
        width: 420,
        min: 280,
        children: (
          <>
            <div className="pane-head">
              <span className="hint">{f.count(open.length, m.history.conflictsOpen)}</span>
            </div>
            <Table
              caption={m.history.conflictList}
              rows={conflicts}
              rowKey={({ id }) => id}
              chosen={conflict.id}
              onChoose={({ id }) => choose(id)}
              rowClass={({ state }) => (state === 'open' ? '' : 'decided')}
              columns={[
                { key: 'what', name: m.history.what, heads: true, cell: (one) => conflictName(one, m) },
                {
                  key: 'state',
                  name: m.history.decision,
                  width: '140px',
                  cell: ({ state }) => m.history.state[state],
                },
              ]}
            />
            <Missing files={known.missingOriginals} />
          </>
        ),
      }}
    >
      <ConflictView
        key={`${conflict.id} ${conflict.state}`}
        conflict={conflict}
        next={next?.id}
        onNext={choose}
      />
    </Panes>
  );
}

/** Imported files that did not come along with a copy, to be added. */
function Missing({ files }: { files: Known['missingOriginals'] }) {
  const m = useMessages();
  const { language } = useSpoken();
  const say = useSay();
  const client = useQueryClient();
  if (files.length === 0) return null;
  const add = async (chosen: readonly File[]) => {
    for (const file of chosen)
      try {
        const { name } = await api.history.addOriginal({ file });
        say({ text: m.history.fileAdded(name || file.name) });
      } catch (error) {
        say({ text: errorText(error, language), tone: 'wrong' });
      }
    await client.invalidateQueries();
  };
  return (
    <section className="missing-files">
      <h2>{m.history.missingTitle}</h2>
      <p className="hint">{m.history.missingText}</p>
      <ul>
        {files.map(({ hash, name }) => (
          <li key={hash}>{name || hash.slice(0, 12)}</li>
        ))}
      </ul>
      <FileButton small several onFiles={(chosen) => void add(chosen)}>
        {m.history.addFile}
      </FileButton>
    </section>
  );
}
