import { Link } from '@tanstack/react-router';
import { useRef, type KeyboardEvent } from 'react';
import { isMissing } from '../fieldwork/missing.js';
import { useFormat, useMessages } from '../language.js';
import { word } from '../operation-sentence.js';
import { pathOf } from '../routes.js';
import type { Overview } from './overview.js';

type Stations = Overview['stations'];
type Count = Stations[number]['there'][number];

/**
 * The chain as a map: nine stations down a line, each with what is there, what is missing and the next step. The first
 * station that misses something is where the study is; its next step is marked.
 */
export function StationMap({ stations }: { stations: Stations }) {
  const m = useMessages();
  const list = useRef<HTMLOListElement>(null);
  const here = stations.find(({ status }) => status !== 'complete')?.station;
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const links = [...(list.current?.querySelectorAll<HTMLElement>('.map-name') ?? [])];
    const row = event.target instanceof Element ? event.target.closest('li') : null;
    const at = links.findIndex((link) => row?.contains(link));
    links[Math.min(links.length - 1, Math.max(0, at + step))]?.focus();
    event.preventDefault();
  };
  return (
    <section className="map" aria-label={m.shell.chain}>
      <div className="map-heads" aria-hidden="true">
        <span />
        <span>{m.start.station}</span>
        <span>{m.start.there}</span>
        <span>{m.start.missing}</span>
        <span>{m.start.next}</span>
      </div>
      <ol ref={list}>
        {stations.map(({ station, status, there, missing, next }, i) => (
          <li key={station} className={`map-row ${status} ${station === here ? 'here' : ''}`}>
            <span className="map-line" aria-hidden="true">
              <span className={`map-dot ${status}`}>{i + 1}</span>
            </span>
            <Link to={pathOf(station)} className="map-name" onKeyDown={onKeyDown}>
              {m.words.stations[station]}
              <span className="out-of-sight">, {m.words.status[status]}</span>
            </Link>
            <Counts counts={there} label={m.start.there} none={m.start.nothingYet} />
            <Counts
              counts={missing}
              label={m.start.missing}
              none={status === 'empty' ? '' : m.start.nothingMissing}
              wanting
            />
            <Link to={pathOf(station)} className="map-next" onKeyDown={onKeyDown}>
              {word(m.words.next, next)} <span aria-hidden="true">›</span>
            </Link>
          </li>
        ))}
      </ol>
      <p className="hint">{m.start.walkHint}</p>
    </section>
  );
}

function Counts(props: { counts: readonly Count[]; label: string; none: string; wanting?: boolean }) {
  const { counts, label, none, wanting } = props;
  const m = useMessages();
  const f = useFormat();
  const forms: Record<string, { one: string; other: string }> = m.words.counts;
  const said = counts.map(({ what, n }) => ({
    what,
    words: f.count(n, forms[what] ?? { one: what, other: what }),
  }));
  return (
    <span
      className={`map-counts ${counts.length === 0 ? 'none' : ''} ${wanting && counts.length > 0 ? 'wanting' : ''}`}
    >
      <span className="out-of-sight">{label}: </span>
      {said.length > 0
        ? said.map(({ what, words }, i) => (
            <span key={what} className="map-count">
              {i > 0 && ' · '}
              {isMissing(what) ? (
                <Link to="/fieldwork" search={{ missing: what }}>
                  {words}
                </Link>
              ) : (
                words
              )}
            </span>
          ))
        : none}
    </span>
  );
}
