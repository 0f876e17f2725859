import './version-report.css';
import type { Outputs } from '../api.js';
import { useFormat, useMessages } from '../language.js';

export type VersionReport = Outputs['transcripts']['correct']['report'];

const SHOWN = 60;

/** What a new version does to what stands on a text: how much follows, and everything that stands on other words or nowhere. */
export function VersionReportView({ report }: { report: VersionReport }) {
  const { report: words } = useMessages().desk;
  const f = useFormat();
  const { counts, rows, turns } = report;
  const all = counts.same + counts.changed + counts.moved + counts.lost;
  const told = [
    report.evidenceLost > 0 ? words.evidence(f.number(report.evidenceLost)) : null,
    report.blocksLost > 0 ? words.blocksLost(f.number(report.blocksLost)) : null,
    report.blocksChanged > 0 ? words.blocksChanged(f.number(report.blocksChanged)) : null,
    report.reopened > 0 ? words.reopened(f.number(report.reopened)) : null,
    words.turns(f.number(turns.before), f.number(turns.after)),
  ].filter((line) => line !== null);
  return (
    <div className="version-report">
      {all === 0 ? (
        <p>{words.none}</p>
      ) : (
        <dl className="version-counts">
          {(['same', 'changed', 'moved', 'lost'] as const).map((is) => (
            <div key={is} className={is === 'lost' && counts.lost > 0 ? 'version-lost' : ''}>
              <dt>{words.counts[is]}</dt>
              <dd className="number">{f.number(counts[is])}</dd>
            </div>
          ))}
        </dl>
      )}
      {all > 0 && rows.length === 0 && <p>{words.allSame}</p>}
      {told.map((line) => (
        <p key={line} className="hint">
          {line}
        </p>
      ))}
      {rows.length > 0 && (
        <div className="version-rows">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{words.table.what}</th>
                <th scope="col">{words.table.was}</th>
                <th scope="col">{words.table.now}</th>
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, SHOWN).map((row) => (
                <tr key={`${row.table} ${row.id}`}>
                  <td>
                    {words.tables[row.table]}
                    {row.name && <span className="hint version-name">{row.name}</span>}
                  </td>
                  <td className="version-words">{row.before.words}</td>
                  <td className={row.after ? 'version-words' : 'version-gone'}>
                    {row.after ? row.after.words : words.lost}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {counts.changed + counts.moved + counts.lost > SHOWN && (
            <p className="hint">
              {words.more(f.number(counts.changed + counts.moved + counts.lost - SHOWN))}
            </p>
          )}
        </div>
      )}
    </div>
  );
}
