import { STATIONS } from '@bagom/core';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { queries } from '../api.js';
import { useFormat, useMessages } from '../language.js';
import { operationSentence } from '../operation-sentence.js';
import { Button } from '../parts/button.js';
import { DateField } from '../parts/date-field.js';
import { Panes } from '../parts/panes.js';
import { Read } from '../parts/read.js';
import { Select } from '../parts/select.js';
import { Table } from '../parts/table.js';
import { useChoose, type Choices } from '../routes.js';
import { AuditEntry } from './audit-entry.js';
import type { Entry } from './entry.js';

const PAGE = 200;
const ALL = '*';
const NARROWED = ['actor', 'kind', 'station', 'since', 'until', 'table', 'row'] as const;

/** What the address narrows the history down to. */
function asked(search: Choices) {
  const { station, ...rest } = Object.fromEntries(
    NARROWED.flatMap((name) => (search[name] ? [[name, search[name]]] : [])),
  ) as Partial<Record<(typeof NARROWED)[number], string>>;
  const known = STATIONS.find((one) => one === station);
  return known ? { ...rest, station: known } : rest;
}

/** The history as an audit: narrowed by person, kind, station, time or row, and what each change changed. */
export function Audit() {
  const m = useMessages();
  const f = useFormat();
  const search = useSearch({ strict: false });
  const choose = useChoose();
  const [limit, setLimit] = useState(PAGE);
  const filter = asked(search);
  const query = useQuery(queries.historyEntries({ ...filter, limit }));
  const narrowed = Object.keys(filter).length > 0;
  const csv = `/files/history.csv?${new URLSearchParams(filter).toString()}`;
  const pick = (name: 'actor' | 'kind' | 'station') => (value: string) =>
    choose({ [name]: value === ALL ? undefined : value });
  return (
    <Read query={query} lines={12}>
      {({ entries, total, actors, kinds, rowName }) => {
        const chosen = entries.find(({ id }) => id === search.operation);
        const all = { value: ALL, name: m.history.all };
        return (
          <Panes
            id="history"
            name={m.history.title}
            right={{
              name: m.history.detail,
              width: 420,
              max: 700,
              children: chosen ? (
                <AuditEntry key={chosen.id} entry={chosen} />
              ) : (
                <p className="hint pane-body">{m.history.chooseHint}</p>
              ),
            }}
          >
            <div className="audit">
              <div className="audit-filter" role="group" aria-label={m.history.filter}>
                <Select
                  label={m.history.actor}
                  value={filter.actor ?? ALL}
                  options={[all, ...actors.map((value) => ({ value, name: value }))]}
                  onChange={pick('actor')}
                />
                <Select
                  label={m.history.kind}
                  value={filter.kind ?? ALL}
                  options={[
                    all,
                    ...kinds
                      .map((kind) => ({
                        value: kind,
                        name: operationSentence({ seq: 0, kind, subject: '' }, m),
                      }))
                      .toSorted((a, b) => f.compare(a.name, b.name)),
                  ]}
                  onChange={pick('kind')}
                />
                <Select
                  label={m.history.station}
                  value={search.station ?? ALL}
                  options={[all, ...STATIONS.map((value) => ({ value, name: m.words.stations[value] }))]}
                  onChange={pick('station')}
                />
                <DateField
                  label={m.history.since}
                  value={filter.since ?? ''}
                  onChange={(since) => choose({ since: since || undefined })}
                />
                <DateField
                  label={m.history.until}
                  value={filter.until ?? ''}
                  onChange={(until) => choose({ until: until || undefined })}
                />
                <div className="audit-acts">
                  <Button
                    isDisabled={!narrowed}
                    onPress={() => choose(Object.fromEntries(NARROWED.map((name) => [name, undefined])))}
                  >
                    {m.history.clear}
                  </Button>
                  <a className="button plain" href={csv} download>
                    {m.history.csv}
                  </a>
                </div>
              </div>
              <p className="audit-count" aria-live="polite">
                {rowName !== null && <strong>{m.history.ofRow(rowName)}</strong>}{' '}
                <span className="hint">
                  {total === 0
                    ? m.history.nothingFits
                    : entries.length < total
                      ? m.history.moreEntries(f.number(entries.length), f.number(total))
                      : f.count(total, m.words.counts.operations)}
                </span>
                {entries.length < total && limit < 2000 && (
                  <Button small look="quiet" onPress={() => setLimit(Math.min(2000, limit * 3))}>
                    {m.shell.more}
                  </Button>
                )}
              </p>
              <Entries
                entries={entries}
                chosen={chosen?.id}
                onChoose={({ id }) => choose({ operation: id })}
              />
            </div>
          </Panes>
        );
      }}
    </Read>
  );
}

function Entries(props: {
  entries: readonly Entry[];
  chosen: string | undefined;
  onChoose: (entry: Entry) => void;
}) {
  const m = useMessages();
  const f = useFormat();
  const { entries, chosen, onChoose } = props;
  const merged = entries.some(({ copy }) => copy !== null);
  return (
    <Table
      caption={m.history.title}
      fill
      dense
      rows={entries}
      rowKey={({ id }) => id}
      chosen={chosen}
      onChoose={onChoose}
      rowClass={({ stands, sense, id, root }) => (!stands && sense === 1 && id === root ? 'undone' : '')}
      columns={[
        { key: 'seq', name: m.history.number, number: true, width: '64px', cell: ({ seq }) => f.number(seq) },
        {
          key: 'what',
          name: m.history.what,
          heads: true,
          cell: (entry) => (
            <>
              <span className="audit-what">{operationSentence(entry, m)}</span>
              {entry.id !== entry.root && (
                <span className="hint"> {entry.sense === -1 ? m.shell.isUndo : m.shell.isRedo}</span>
              )}
              {entry.id === entry.root && !entry.stands && <span className="hint"> {m.shell.wasUndone}</span>}
            </>
          ),
        },
        { key: 'who', name: m.history.who, width: '120px', cell: ({ actor }) => actor },
        { key: 'when', name: m.history.when, width: '170px', cell: ({ at }) => f.time(at) },
        {
          key: 'rows',
          name: m.history.rows,
          number: true,
          width: '76px',
          cell: ({ changes }) => f.number(changes),
        },
        ...(merged
          ? [
              {
                key: 'copy',
                name: m.history.copy,
                width: '150px',
                cell: ({ copy }: Entry) => (
                  <span className="audit-copy" title={copy ?? ''}>
                    {copy}
                  </span>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
