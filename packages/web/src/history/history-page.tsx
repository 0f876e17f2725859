import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries } from '../api.js';
import { useMessages } from '../language.js';
import { useActions } from '../parts/actions.js';
import { Button } from '../parts/button.js';
import { PageHeader } from '../parts/page-header.js';
import { Segmented } from '../parts/select.js';
import { useChoice } from '../routes.js';
import { Audit } from './audit.js';
import { Conflicts } from './conflicts.js';
import { CopyDialog } from './copy-dialog.js';
import './history.css';
import { MergeDialog } from './merge-dialog.js';

/** Everything that was done to the study, and what merged copies disagree on. */
export function HistoryPage() {
  const m = useMessages();
  const open = useQuery(queries.overview()).data?.openConflicts ?? 0;
  const [view = 'entries', setView] = useChoice('view');
  const [merging, setMerging] = useState(false);
  const [copying, setCopying] = useState(false);
  useActions([
    { id: 'copy-study', name: m.history.copyStudy, keys: 'k', run: () => setCopying(true) },
    { id: 'merge-here', name: m.history.merge, keys: 'f', run: () => setMerging(true) },
    { id: 'entries', name: m.history.views.entries, keys: 'e', run: () => setView(undefined) },
    { id: 'conflicts', name: m.history.views.conflicts, keys: 'c', run: () => setView('conflicts') },
  ]);
  return (
    <div className="page">
      <PageHeader title={m.history.title} lead={m.history.lead}>
        <Segmented
          label={m.history.title}
          value={view === 'conflicts' ? 'conflicts' : 'entries'}
          options={[
            { value: 'entries', name: m.history.views.entries, keys: 'e' },
            {
              value: 'conflicts',
              name: open > 0 ? `${m.history.views.conflicts} (${open})` : m.history.views.conflicts,
              keys: 'c',
            },
          ]}
          onChange={(next) => setView(next === 'entries' ? undefined : next)}
        />
        <Button keys="k" onPress={() => setCopying(true)}>
          {m.history.copyStudy}
        </Button>
        <Button keys="f" onPress={() => setMerging(true)}>
          {m.history.merge}
        </Button>
      </PageHeader>
      {view === 'conflicts' ? <Conflicts /> : <Audit />}
      {copying && <CopyDialog onClose={() => setCopying(false)} />}
      {merging && <MergeDialog onClose={() => setMerging(false)} />}
    </div>
  );
}
