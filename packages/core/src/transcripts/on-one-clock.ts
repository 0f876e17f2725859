import type { Recording } from './source.js';

/** A recording on its text's clock, in seconds: where it begins, and where it ends when its length is known. */
export interface Placed<R> {
  readonly recording: R;
  readonly from: number;
  readonly to: number | null;
}

/**
 * A text has one clock, and its time codes are read on it. Each of its recordings begins where it is said to (two devices: at the
 * same time), or where the one before it ends (the parts of an interview).
 */
export function onOneClock<R extends Pick<Recording, 'start' | 'seconds'>>(
  recordings: readonly R[],
): Placed<R>[] {
  let end = 0;
  return recordings.map((recording) => {
    const from = recording.start ?? end;
    const to = recording.seconds === null ? null : from + recording.seconds;
    end = to ?? from;
    return { recording, from, to };
  });
}

/** The recording that is heard at this second of the clock: the one that plays, if it reaches there, else the first that does. */
export function heardAt<R>(
  placed: readonly Placed<R>[],
  seconds: number,
  playing: Placed<R> | undefined,
): Placed<R> | undefined {
  const reaches = ({ from, to }: Placed<R>) => seconds >= from && (to === null || seconds < to);
  return playing && reaches(playing) ? playing : placed.find(reaches);
}
