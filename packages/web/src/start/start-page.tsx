import './start.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { queries } from '../api.js';
import { CopyDialog } from '../history/copy-dialog.js';
import { MergeDialog } from '../history/merge-dialog.js';
import { useFormat, useMessages } from '../language.js';
import { useActions } from '../parts/actions.js';
import { Button } from '../parts/button.js';
import { Icon } from '../parts/icon.js';
import { useImport } from '../parts/import-dialog.js';
import { Read } from '../parts/read.js';
import { ClassShares } from './class-shares.js';
import type { Overview } from './overview.js';
import { PeopleCounts } from './people-counts.js';
import { RenameDialog } from './rename-dialog.js';
import { StationMap } from './station-map.js';
import { StudyState } from './study-state.js';

/** The study on one page: its title, its chain of stations, its people, and whether all is well with it. */
export function StartPage() {
  return <Read query={useQuery(queries.overview())}>{(overview) => <StudyFront overview={overview} />}</Read>;
}

function StudyFront({ overview }: { overview: Overview }) {
  const m = useMessages();
  const f = useFormat();
  const openImport = useImport();
  const [renaming, setRenaming] = useState(false);
  const [together, setTogether] = useState<'merge' | 'copy' | null>(null);
  const { info, stations } = overview;
  useEffect(() => {
    document.title = `${info.title} · Bagom`;
  }, [info.title]);
  useActions([
    { id: 'import', name: m.shell.importButton, keys: 'i', run: () => openImport() },
    { id: 'merge-here', name: m.history.merge, run: () => setTogether('merge') },
    { id: 'copy-study', name: m.history.copyStudy, run: () => setTogether('copy') },
    { id: 'rename', name: m.start.rename, run: () => setRenaming(true) },
  ]);
  const fresh = stations.every(({ status }) => status === 'empty');
  const counted = m.words.counts;
  const facts = [
    f.count(info.respondents, counted.respondents),
    f.count(info.participants.total, counted.participants),
    f.count(info.transcripts + info.excerpts, counted.sources),
    f.count(info.codings, counted.codings),
    f.count(info.claims, counted.claims),
  ];
  return (
    <div className="page scrolls start">
      <header className="start-head">
        <div>
          <h1 tabIndex={-1}>
            {info.title}
            <Button look="quiet" icon small label={m.start.rename} onPress={() => setRenaming(true)}>
              <Icon name="edit" />
            </Button>
          </h1>
          <p className="lead">{fresh ? m.start.lead : facts.join(' · ')}</p>
        </div>
        <div className="start-acts">
          <Button onPress={() => setTogether('merge')}>{m.history.merge}</Button>
          <Button onPress={() => setTogether('copy')}>{m.history.copyStudy}</Button>
          <Button keys="i" look={fresh ? 'main' : 'plain'} onPress={() => openImport()}>
            {m.shell.importButton}
          </Button>
        </div>
      </header>
      {overview.openConflicts > 0 && (
        <p className="start-conflicts">
          <Icon name="warning" />{' '}
          <Link to="/history" search={{ view: 'conflicts' }}>
            {f.count(overview.openConflicts, m.history.conflictsOpen)}
          </Link>
        </p>
      )}
      {fresh && (
        <section className="start-fresh">
          <h2>{m.start.emptyTitle}</h2>
          <p>{m.start.emptyText}</p>
        </section>
      )}
      <div className="start-columns">
        <StationMap stations={stations} />
        <aside className="start-margin">
          <ClassShares classes={info.classes} respondents={info.respondents} />
          <PeopleCounts participants={info.participants} />
          <StudyState overview={overview} />
        </aside>
      </div>
      {together === 'merge' && <MergeDialog onClose={() => setTogether(null)} />}
      {together === 'copy' && <CopyDialog onClose={() => setTogether(null)} />}
      {renaming && <RenameDialog info={info} onClose={() => setRenaming(false)} />}
    </div>
  );
}
