import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api } from '../../api.js';
import type { Recording } from './recording.js';
import { readPeaks, type ReadPeaks } from './read-peaks.js';

type Without = Exclude<ReadPeaks['is'], 'read'> | 'stopped';

/**
 * Reads the waves of recordings that have none, one after the other, the one that plays first, and gives each to the study once.
 * Playing waits for none of it.
 */
export function usePeaks(recordings: readonly Recording[], playing: Recording | undefined) {
  const client = useQueryClient();
  const [without, setWithout] = useState<ReadonlyMap<string, Without>>(new Map());
  const [share, setShare] = useState({ of: '', percent: 0 });
  const stopper = useRef<AbortController | null>(null);
  const waiting = recordings.filter(({ id, peaks }) => !peaks && !without.has(id));
  const next = waiting.find(({ id }) => id === playing?.id) ?? waiting[0];
  const id = next?.id ?? null;
  const known = next?.seconds ?? null;
  useEffect(() => {
    if (id === null) return undefined;
    const stop = new AbortController();
    stopper.current = stop;
    const leave = (why: Without) => setWithout((before) => new Map(before).set(id, why));
    const read = async () => {
      const found = await readPeaks(
        `/files/recordings/${id}`,
        // Told by whole per cents: the page is not drawn anew for each piece.
        (now) => {
          const percent = Math.floor(now * 100);
          if (!stop.signal.aborted)
            setShare((before) =>
              before.of === id && before.percent === percent ? before : { of: id, percent },
            );
        },
        stop.signal,
      );
      if (found.is !== 'read') leave(found.is);
      if (found.seconds === null || (found.is !== 'read' && found.seconds === known)) return;
      const peaks = found.is === 'read' ? found.peaks : '';
      await api.transcripts.keepPeaks({ id, seconds: found.seconds, peaks });
      await client.invalidateQueries();
    };
    read().catch(() => {
      if (!stop.signal.aborted) leave('unreadable');
    });
    return () => stop.abort();
  }, [id, known, client]);
  return {
    /** The recording whose wave is being read, and how much of it, in per cent. */
    reading: next ?? null,
    percent: share.of === id ? share.percent : 0,
    /** Why a recording has no wave. */
    without: (recording: Recording): Without | null => without.get(recording.id) ?? null,
    stop: () => {
      stopper.current?.abort();
      if (id !== null) setWithout((before) => new Map(before).set(id, 'stopped'));
    },
    again: (recording: Recording) =>
      setWithout((before) => new Map([...before].filter(([own]) => own !== recording.id))),
  };
}
