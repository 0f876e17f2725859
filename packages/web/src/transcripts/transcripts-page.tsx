import '../parts/margin.css';
import './transcripts.css';
import { useQuery } from '@tanstack/react-query';
import { onOneClock } from '@bagom/core';
import { useMemo, useState } from 'react';
import { queries } from '../api.js';
import { useFormat, useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { useImport } from '../parts/import-dialog.js';
import { PageHeader } from '../parts/page-header.js';
import { Panes } from '../parts/panes.js';
import { Read } from '../parts/read.js';
import { sourceFilters } from '../parts/source-filters.js';
import { SourceList, type SourceEntry } from '../parts/source-list.js';
import type { Selected } from '../parts/text-surface/text-surface.js';
import { useSource } from '../parts/use-source.js';
import { Segmented } from '../parts/select.js';
import { useChoice } from '../routes.js';
import { BeginDialog } from './begin-dialog.js';
import { DeskMargin } from './desk/desk-margin.js';
import { DeskView } from './desk/desk-view.js';
import { useSound } from './desk/use-sound.js';
import { ReadingPane, type GoTo } from './reading-pane.js';
import { SourceMargin } from './source-margin.js';
import { TranscriptsEmpty } from './transcripts-empty.js';
import { CheckMargin } from './versions/check-margin.js';
import { VersionsView } from './versions/versions-view.js';

const VIEWS = ['read', 'desk', 'versions', 'lost'] as const;

/** The interviews in full: which there are, the words, and what is known about each. */
export function TranscriptsPage() {
  const m = useMessages();
  const openImport = useImport();
  const sources = useQuery(queries.transcripts());
  const [beginning, setBeginning] = useState(false);
  return (
    <div className="page">
      <PageHeader station="transcripts" title={m.transcripts.title} lead={m.transcripts.lead}>
        <Button onPress={() => setBeginning(true)}>{m.desk.begin}</Button>
        <Button
          look={sources.data?.length === 0 ? 'plain' : 'main'}
          onPress={() => openImport({ as: 'transcript' })}
        >
          {m.transcripts.import}
        </Button>
      </PageHeader>
      <Read query={sources}>
        {(list) => (list.length === 0 ? <TranscriptsEmpty /> : <Reading sources={list} />)}
      </Read>
      {beginning && <BeginDialog onClose={() => setBeginning(false)} />}
    </div>
  );
}

function Reading({ sources }: { sources: SourceEntry[] }) {
  const m = useMessages();
  const f = useFormat();
  const { source, choose } = useSource(sources);
  const [selected, setSelected] = useState<Selected>({ from: 0, to: 0 });
  const [goTo, setGoTo] = useState<GoTo | null>(null);
  const [chosen, setView] = useChoice('view');
  const view = VIEWS.find((one) => one === chosen) ?? 'read';
  const id = source?.id ?? '';
  const recordings = useQuery({
    ...queries.recordings(id),
    enabled: source !== undefined && view === 'desk',
  });
  const placed = useMemo(() => onOneClock(recordings.data ?? []), [recordings.data]);
  const sound = useSound(id, placed);
  const lost = useQuery({ ...queries.lost(id), enabled: source !== undefined });
  const open = useQuery({ ...queries.transcript(source?.id ?? ''), enabled: source !== undefined });
  const openLost = lost.data?.filter(({ state }) => state === 'open' || state === 'changed').length ?? 0;
  const figure = (one: SourceEntry) =>
    one.openMentions > 0
      ? f.count(one.openMentions, m.transcripts.figure.open)
      : one.codings > 0
        ? f.count(one.codings, m.words.counts.codings)
        : one.mentions > 0
          ? m.transcripts.figure.masked
          : m.transcripts.figure.none;
  return (
    <Panes
      id="transcripts"
      name={m.transcripts.text}
      left={{
        name: m.transcripts.sources,
        width: 270,
        children: (
          <SourceList
            sources={sources}
            chosen={source?.id}
            onChoose={choose}
            figure={figure}
            filters={sourceFilters(m)}
          />
        ),
      }}
      right={{
        name: m.transcripts.about,
        width: 330,
        children: (
          <Read query={open}>
            {(text) =>
              view === 'desk' ? (
                <DeskMargin source={text.source} sound={sound} />
              ) : view === 'lost' ? (
                <CheckMargin source={text.source} selected={selected} onGoTo={setGoTo} />
              ) : (
                <SourceMargin open={text} selected={selected} onGoTo={setGoTo} />
              )
            }
          </Read>
        ),
      }}
    >
      <div className="transcripts-middle">
        <Read query={open}>
          {(text) => (
            <>
              <div className="transcripts-views">
                <Segmented
                  label={m.desk.viewOf}
                  value={view}
                  options={VIEWS.map((value) => ({
                    value,
                    name:
                      value === 'lost' && openLost > 0
                        ? m.desk.lostOpen(f.number(openLost))
                        : m.desk.views[value],
                  }))}
                  onChange={(next) => setView(next === 'read' ? undefined : next)}
                />
              </div>
              {view === 'desk' ? (
                <DeskView open={text} recording={sound.part?.recording} sound={sound} />
              ) : view === 'versions' ? (
                <VersionsView sourceId={text.source.id} />
              ) : (
                <ReadingPane open={text} goTo={goTo} onSelection={setSelected} />
              )}
            </>
          )}
        </Read>
      </div>
    </Panes>
  );
}
