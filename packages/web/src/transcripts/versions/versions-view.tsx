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
      {(read) => <Compared key={`${sourceId} ${read.shown}`} sourceId={sourceId} read={read} />}
    </Read>
  );
}

function Compared({ sourceId, read }: { sourceId: string; read: Versions }) {
  const { shown, versions } = read;
  const words = useMessages().desk.versions;
  const [from, setFrom] = useState(versions[1]?.number ?? shown);
  const [to, setTo] = useState(shown);
  const options = versions.map((version) => ({
    value: String(version.number),
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
            <Select
              label={words.from}
              value={String(from)}
              options={options}
              onChange={(number) => setFrom(Number(number))}
            />
            <Select
              label={words.to}
              value={String(to)}
              options={options}
              onChange={(number) => setTo(Number(number))}
            />
          </div>
          <Difference sourceId={sourceId} from={from} to={to} shown={shown} />
        </>
      )}
    </div>
  );
}

function Difference(props: { sourceId: string; from: number; to: number; shown: number }) {
  const { sourceId, from, to, shown } = props;
  const words = useMessages().desk.versions;
  const f = useFormat();
  const difference = useQuery(queries.difference({ id: sourceId, from, to }));
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
            {from !== shown && (
              <Button
                small
                isDisabled={back.isPending}
                onPress={() =>
                  back.mutate({
                    id: sourceId,
                    version: shown,
                    text: before,
                    reason: words.backReason(String(from)),
                  })
                }
              >
                {words.back(String(from))}
              </Button>
            )}
          </div>
          {rows.length > 0 && (
            <div className="difference">
              <table className="table">
                <thead>
                  <tr>
                    <th scope="col">{words.line}</th>
                    <th scope="col">{words.number(String(from))}</th>
                    <th scope="col">{words.number(String(to))}</th>
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
