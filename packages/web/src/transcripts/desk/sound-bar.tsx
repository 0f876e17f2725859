import { useFormat, useMessages } from '../../language.js';
import { Button } from '../../parts/button.js';
import { Select } from '../../parts/select.js';
import { clock } from '../../parts/text-surface/turns.js';
import { DESK_KEYS } from './desk-keys.js';
import { WHOLE_MINUTES } from './read-peaks.js';
import type { Recording } from './recording.js';
import { usePeaks } from './use-peaks.js';
import type { Sound } from './use-sound.js';
import { Wave } from './wave.js';

const urlOf = ({ id }: Recording) => `/files/recordings/${id}`;

/** The recordings above the text: which is heard, its wave, where it is, and what a foot pedal does. */
export function SoundBar({ recording, sound }: { recording: Recording; sound: Sound }) {
  const m = useMessages();
  const f = useFormat();
  const words = m.desk.sound;
  const { placed } = sound;
  const peaks = usePeaks(
    placed.map((part) => part.recording),
    recording,
  );
  const without = peaks.without(recording);
  const from = sound.part?.from ?? 0;
  const length = recording.seconds ?? sound.length;
  const waiting = peaks.reading && peaks.reading.id !== recording.id ? peaks.reading : null;
  const { loop, attach, onPlay, onPause, onEnded, onError, onDurationChange, onTimeUpdate } = sound;
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
        onEnded={onEnded}
        onError={onError}
        onDurationChange={onDurationChange}
        onTimeUpdate={onTimeUpdate}
      />
      {recording.peaks ? (
        <Wave
          key={recording.id}
          peaks={recording.peaks}
          from={from}
          seconds={length}
          now={sound.now}
          loop={loop}
          onSeek={sound.seek}
        />
      ) : without ? (
        <p className={without === 'unreadable' ? 'wrong desk-wave-note' : 'hint desk-wave-note'}>
          {words.without[without](f.number(WHOLE_MINUTES))}
          {without !== 'too-long' && (
            <Button small look="quiet" onPress={() => peaks.again(recording)}>
              {words.readWave}
            </Button>
          )}
        </p>
      ) : (
        <div className="desk-wave-note desk-wave-reading">
          <progress max={100} value={peaks.percent} aria-label={words.readingWave} />
          <span className="hint" aria-live="off">
            {words.readingShare(f.number(peaks.percent))}
          </span>
          <Button small look="quiet" onPress={peaks.stop}>
            {words.stopReading}
          </Button>
        </div>
      )}
      {waiting && (
        <p className="hint desk-wave-note">{words.readingOther(waiting.fileName, f.number(peaks.percent))}</p>
      )}
      <div className="desk-controls">
        {placed.length > 1 && (
          <Select
            bare
            label={words.choose}
            value={recording.id}
            options={placed.map((part) => ({
              value: part.recording.id,
              name: part.recording.fileName,
              note: words.reach(clock(part.from), part.to === null ? null : clock(part.to)),
            }))}
            onChange={(id) => {
              const part = placed.find((one) => one.recording.id === id);
              if (part) sound.choose(part.recording);
            }}
          />
        )}
        <Button look="main" small keys={DESK_KEYS.play} onPress={sound.toggle}>
          {sound.playing ? words.pause : words.play}
        </Button>
        <span className="number desk-clock">{words.at(clock(sound.now), clock(from + length))}</span>
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
      {sound.wrong && (
        <p className="wrong" role="alert">
          {words.unplayable}
        </p>
      )}
    </section>
  );
}
