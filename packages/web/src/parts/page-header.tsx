import { STATIONS, type Station } from '@bagom/core';
import { useEffect, type ReactNode } from 'react';
import { useMessages } from '../language.js';

/** A page's heading: its place in the chain, its name, a line of what it is for, and its acts at the right. */
export function PageHeader(props: {
  station?: Station;
  title: string;
  lead?: ReactNode;
  children?: ReactNode;
}) {
  const { station, title, lead, children } = props;
  const m = useMessages();
  useEffect(() => {
    document.title = `${title} · Bagom`;
  }, [title]);
  return (
    <header className="page-header">
      <div className="page-heading">
        {station && (
          <span className="page-number" title={m.shell.chain}>
            {STATIONS.indexOf(station) + 1}
          </span>
        )}
        {/* Takes the focus when a page is come to by a key. */}
        <h1 tabIndex={-1}>{title}</h1>
        {lead && <p className="lead">{lead}</p>}
      </div>
      {children && <div className="page-acts">{children}</div>}
    </header>
  );
}
