import type { Grammar, Opening } from './opening.js';

/** Seconds of silence after which subtitles without names begin a new turn. */
const SILENCE = 2;
/** Seconds after which they begin one at the next full stop. */
const LONG = 60;

/** The file itself says who speaks or when: subtitles, and what speech recognition wrote. */
export const voices: Grammar<'voices'> = {
  name: 'voices',
  trust: 1,
  certain: true,
  openings({ text, paragraphs }) {
    const openings: Opening[] = [];
    let until = -Infinity;
    let started = 0;
    let before: string | null | undefined;
    let ended = true;
    for (const { from, to, of } of paragraphs) {
      if (of.time === undefined && of.speaker === undefined) continue;
      const label = of.speaker ?? null;
      const time = of.time ?? null;
      const silent =
        label === null && time !== null && (time - until >= SILENCE || (ended && time - started >= LONG));
      if (label !== before || silent) {
        openings.push({ at: from, from, label, time, line: of.line });
        started = time ?? started;
      }
      before = label;
      until = of.until ?? time ?? until;
      ended = /[.!?…]["'”’»]?$/u.test(text.slice(Math.max(from, to - 3), to));
    }
    return openings;
  },
};
