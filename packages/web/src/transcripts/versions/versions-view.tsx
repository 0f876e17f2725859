import './versions.css';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { api, queries, type Outputs } from '../../api.js';
import { useChange } from '../../change.js';
import { useFormat, useMessages } from '../../language.js';
import { Button } from '../../parts/button.js';
import { Read } from '../../parts/read.js';
import { Select } from '../../parts/select.js';
import { differenceRows, type Piece } from './difference-rows.js';

type Versions = Outputs['transcripts']['versions'];
const STEP = 200;

/** The versions of a text, and two of them side by side. */
export function VersionsView({ sourceId }: { sourceId: string }) {
  const versions = useQuery(queries.versions(sourceId));
  return (
    <Read query={versions}>
      {(read) => (
        <Compared key={`${sourceId} ${read.versions[0]?.id ?? ''}`} sourceId={sourceId} read={read} />
      )}
    </Read>
  );
}

function Compared({ sourceId, read }: { sourceId: string; read: Versions }) {
  const { shown, versions } = read;
  const words = useMessages().desk.versions;
  const last = versions[0]?.id ?? '';
  const [from, setFrom] = useState(versions[1]?.id ?? last);
  const [to, setTo] = useState(last);
  const numberOf = (id: string) => versions.find((version) => version.id === id)?.number ?? 0;
  const options = versions.map((version) => ({
    value: version.id,
    name: words.number(String(version.number)),
    note:
      [
        version.reason || (version.number === 1 ? words.first : ''),
        version.number === shown ? words.shown : '',
      ]
        .filter(Boolean)
        .join(' · ') || words.noReason,
  }));
  return (
    <div className="versions">
      <p className="hint">{versions.length > 1 ? words.lead : words.one}</p>
      {versions.length > 1 && (
        <>
          <div className="versions-choice">
            <Select label={words.from} value={from} options={options} onChange={setFrom} />
            <Select label={words.to} value={to} options={options} onChange={setTo} />
          </div>
          <Difference
            sourceId={sourceId}
            from={{ id: from, number: numberOf(from) }}
            to={{ id: to, number: numberOf(to) }}
            shown={shown}
          />
        </>
      )}
    </div>
  );
}

interface Chosen {
  id: string;
  number: number;
}

function Difference(props: { sourceId: string; from: Chosen; to: Chosen; shown: number }) {
  const { sourceId, from, to, shown } = props;
  const words = useMessages().desk.versions;
  const f = useFormat();
  // Versions never change: they are read once, and not again when one of them is undone.
  const difference = useQuery({
    ...queries.difference({ id: sourceId, from: from.id, to: to.id }),
    staleTime: 'static',
  });
  const [most, setMost] = useState(STEP);
  const rows = useMemo(
    () => (difference.data ? differenceRows(difference.data.before, difference.data.changes) : []),
    [difference.data],
  );
  const back = useChange(api.transcripts.correct);
  return (
    <Read query={difference}>
      {({ before, changes }) => (
        <>
          <div className="versions-acts">
            <span>{changes.length === 0 ? words.same : f.count(changes.length, words.changes)}</span>
            {from.number !== shown && (
              <Button
                small
                isDisabled={back.isPending}
                onPress={() =>
                  back.mutate({
                    id: sourceId,
                    version: shown,
                    text: before,
                    reason: words.backReason(String(from.number)),
                  })
                }
              >
                {words.back(String(from.number))}
              </Button>
            )}
          </div>
          {rows.length > 0 && (
            <div className="difference">
              <table className="table">
                <thead>
                  <tr>
                    <th scope="col">{words.line}</th>
                    <th scope="col">{words.number(String(from.number))}</th>
                    <th scope="col">{words.number(String(to.number))}</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.slice(0, most).map((row) => (
                    <tr key={row.line}>
                      <td className="number hint">{row.line}</td>
                      <td>{row.before.map((piece, i) => said(piece, i, 'del'))}</td>
                      <td>{row.after.map((piece, i) => said(piece, i, 'ins'))}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              {rows.length > most && (
                <Button small onPress={() => setMost(most + STEP)}>
                  {words.more}
                </Button>
              )}
            </div>
          )}
        </>
      )}
    </Read>
  );
}

const said = ({ words, changed }: Piece, key: number, Tag: 'del' | 'ins') =>
  changed ? <Tag key={key}>{words}</Tag> : <span key={key}>{words}</span>;
