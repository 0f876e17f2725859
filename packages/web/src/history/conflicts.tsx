import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { queries, type Outputs } from '../api.js';
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
import { useAddOriginals } from './add-originals.js';
import { ConflictView } from './conflict-view.js';
import type { ToldTexts } from './text-conflict.js';

type Known = Outputs['history']['conflicts'];

/** What merged copies disagree on: a list, and each with both versions side by side. */
export function Conflicts() {
  return <Read query={useQuery(queries.conflicts())}>{(known) => <ConflictPanes known={known} />}</Read>;
}

function ConflictPanes({ known }: { known: Known }) {
  const m = useMessages();
  const f = useFormat();
  const [chosen, choose] = useChoice('conflict');
  const [told, setTold] = useState<{ id: string; texts: ToldTexts } | null>(null);
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
        settled={told?.id === conflict.id && conflict.state !== 'open' ? told.texts : undefined}
        onSettled={(texts) => setTold({ id: conflict.id, texts })}
      />
    </Panes>
  );
}

/** Imported files that did not come along with a copy, to be added: one by one, or all in its folder that are missing. */
function Missing({ files }: { files: Known['missingOriginals'] }) {
  const m = useMessages();
  const { language } = useSpoken();
  const say = useSay();
  const client = useQueryClient();
  const { add, adding } = useAddOriginals();
  if (files.length === 0) return null;
  const take = async (chosen: readonly File[], folder: boolean) => {
    const { added, failed } = await add(chosen, folder ? files : null);
    if (failed) say({ text: errorText(failed, language), tone: 'wrong' });
    else if (added.length > 0) say({ text: m.history.fileAdded(added.join(', ')) });
    else say({ text: m.history.noneInFolder, tone: 'wrong' });
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
      <div className="audit-acts">
        <FileButton small folder isDisabled={adding} onFiles={(chosen) => void take(chosen, true)}>
          {m.history.addFolder}
        </FileButton>
        <FileButton small several isDisabled={adding} onFiles={(chosen) => void take(chosen, false)}>
          {m.history.addFile}
        </FileButton>
      </div>
    </section>
  );
}
