import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, type Outputs } from '../../api.js';
import { useFormat, useMessages } from '../../language.js';
import { Button } from '../../parts/button.js';
import { clock } from '../../parts/text-surface/turns.js';
import { DESK_KEYS } from './desk-keys.js';
import { readPeaks } from './read-peaks.js';
import type { Sound } from './use-sound.js';
import { Wave } from './wave.js';

export type Recording = Outputs['transcripts']['recordings'][number];

const urlOf = ({ id }: Recording) => `/files/recordings/${id}`;

/** The recording above the text: its wave, where it is, and what a foot pedal does. */
export function SoundBar({ recording, sound }: { recording: Recording; sound: Sound }) {
  const m = useMessages();
  const f = useFormat();
  const words = m.desk.sound;
  const { reading, unreadable } = useReadWave(recording);
  const length = recording.seconds ?? sound.length;
  const { loop, attach, onPlay, onPause, onError, onDurationChange, onTimeUpdate } = sound;
  return (
    <section className="desk-sound" aria-label={words.title}>
      {/* The words are the text below. */}
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption */}
      <audio
        ref={attach}
        src={urlOf(recording)}
        preload="metadata"
        onPlay={onPlay}
        onPause={onPause}
        onEnded={onPause}
        onError={onError}
        onDurationChange={onDurationChange}
        onTimeUpdate={onTimeUpdate}
      />
      {recording.peaks ? (
        <Wave peaks={recording.peaks} seconds={length} now={sound.now} loop={loop} onSeek={sound.seek} />
      ) : (
        reading && <p className="hint desk-wave-note">{words.reading}</p>
      )}
      <div className="desk-controls">
        <Button look="main" small keys={DESK_KEYS.play} onPress={sound.toggle}>
          {sound.playing ? words.pause : words.play}
        </Button>
        <span className="number desk-clock">{words.at(clock(sound.now), clock(length))}</span>
        <Button small keys={DESK_KEYS.back} onPress={sound.goBack}>
          {`−${f.number(sound.back)} s`}
        </Button>
        <Button small keys={DESK_KEYS.slower} label={words.slower} onPress={sound.slower}>
          –
        </Button>
        <span className="number">{words.speed(f.number(sound.rate, 1))}</span>
        <Button small keys={DESK_KEYS.faster} label={words.faster} onPress={sound.faster}>
          +
        </Button>
        <Button small look={loop ? 'main' : 'plain'} keys={DESK_KEYS.loop} onPress={sound.pressLoop}>
          {!loop
            ? words.loop
            : loop.to === null
              ? words.loopFrom
              : words.loopOn(clock(loop.from), clock(loop.to))}
        </Button>
      </div>
      {(sound.wrong || unreadable) && (
        <p className="wrong" role="alert">
          {sound.wrong ? words.unplayable : words.unreadable}
        </p>
      )}
    </section>
  );
}

/** Reads the wave of a recording that has none yet, once, and gives it to the study. */
function useReadWave(recording: Recording): { reading: boolean; unreadable: boolean } {
  const client = useQueryClient();
  const [unreadable, setUnreadable] = useState(false);
  const { id, peaks } = recording;
  useEffect(() => {
    if (peaks) return undefined;
    let here = true;
    void readPeaks(`/files/recordings/${id}`).then(async (read) => {
      if (!here) return;
      if (!read) return setUnreadable(true);
      await api.transcripts.keepPeaks({ id, ...read });
      await client.invalidateQueries();
    });
    return () => {
      here = false;
    };
  }, [id, peaks, client]);
  return { reading: !peaks && !unreadable, unreadable };
}
