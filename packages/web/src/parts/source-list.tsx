import './source-list.css';
import { useState, type ReactNode } from 'react';
import { GridList, GridListItem } from 'react-aria-components';
import type { Outputs } from '../api.js';
import { useFormat, useMessages } from '../language.js';
import { word } from '../operation-sentence.js';
import { SearchField } from './field.js';
import { fuzzy } from './fuzzy.js';
import { Select, type Option } from './select.js';
import { useInSight } from './use-in-sight.js';

export type SourceEntry = Outputs['transcripts']['list'][number];

/** What a source may be filtered by besides its words: `keep` says whether it stays. */
export interface SourceFilter {
  value: string;
  name: string;
  keep: (source: SourceEntry) => boolean;
}

/** The texts of the study as a list to choose from, found by words and narrowed by a filter. */
export function SourceList(props: {
  sources: readonly SourceEntry[];
  chosen: string | undefined;
  onChoose: (id: string) => void;
  /** What stands at the right of each: a count, a state. */
  figure: (source: SourceEntry) => ReactNode;
  filters: readonly SourceFilter[];
}) {
  const { sources, chosen, onChoose, figure, filters } = props;
  const m = useMessages();
  const f = useFormat();
  const list = useInSight(chosen);
  const [typed, setTyped] = useState('');
  const [filter, setFilter] = useState('all');
  const keep = filters.find((one) => one.value === filter)?.keep;
  const shown = sources.filter(
    (source) =>
      (keep?.(source) ?? true) && fuzzy(typed, `${source.pseudonym ?? ''} ${source.title}`) !== null,
  );
  const options: Option<string>[] = [
    { value: 'all', name: m.transcripts.allSources },
    ...filters.map(({ value, name, keep: test }) => ({
      value,
      name,
      note: f.number(sources.filter(test).length),
    })),
  ];
  return (
    <>
      <div className="pane-head source-filter">
        <SearchField label={m.transcripts.findSource} value={typed} onChange={setTyped} />
        <Select label={m.transcripts.filter} bare value={filter} options={options} onChange={setFilter} />
        <span className="hint" role="status">
          {shown.length === sources.length
            ? f.count(sources.length, m.words.counts.sources)
            : m.shell.ofTotal(f.number(shown.length), f.count(sources.length, m.words.counts.sources))}
        </span>
      </div>
      <GridList
        className="source-list"
        ref={list}
        aria-label={m.transcripts.sources}
        items={shown}
        dependencies={[figure]}
        disallowTypeAhead
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={chosen ? [chosen] : []}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : [...keys];
          if (key !== undefined) onChoose(String(key));
        }}
        renderEmptyState={() => <p className="hint source-none">{m.transcripts.noSourceFits}</p>}
      >
        {(source) => (
          <GridListItem id={source.id} textValue={source.pseudonym ?? source.title} className="source-item">
            <span className="source-name">{source.pseudonym ?? source.title}</span>
            <span className="source-figure">{figure(source)}</span>
            <span className="source-about">{sourceAbout(source, m)}</span>
          </GridListItem>
        )}
      </GridList>
    </>
  );
}

/** What places a source: the title where the name does not say it, the person's phase and complexity. */
export function sourceAbout(source: SourceEntry, m: ReturnType<typeof useMessages>): string {
  const parts = [
    source.kind === 'excerpt' && source.fromLine !== null
      ? m.transcripts.atLine(String(source.fromLine))
      : null,
    source.phase ? word(m.words.phaseShort, source.phase) : null,
    source.complexity ? word(m.words.complexity, source.complexity) : null,
    source.pseudonym === null ? m.transcripts.noPerson : null,
  ];
  return parts.filter(Boolean).join(' · ');
}
