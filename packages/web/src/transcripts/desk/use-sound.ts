import { useCallback, useEffect, useRef, useState, type SyntheticEvent } from 'react';
import { useRemembered } from '../../parts/remembered.js';

const SLOWEST = 0.5;
const FASTEST = 2;
const STEP = 0.1;

export interface Loop {
  from: number;
  /** Null: its end is not set yet. */
  to: number | null;
}

/** A recording that is played: what a foot pedal does, speed without change of pitch, and a loop between two marks. */
export function useSound(of: string) {
  const audio = useRef<HTMLAudioElement | null>(null);
  const [playing, setPlaying] = useState(false);
  const [now, setNow] = useState(0);
  const [length, setLength] = useState(0);
  const [wrong, setWrong] = useState(false);
  const [loop, setLoop] = useState<Loop | null>(null);
  const [rate, setRate] = useRemembered('desk.rate', 1);
  const [back, setBack] = useRemembered('desk.back', 2);
  const [rewind, setRewind] = useRemembered('desk.rewind', 1);
  const [playedOf, setPlayedOf] = useState(of);
  if (playedOf !== of) {
    setPlayedOf(of);
    setNow(0);
    setLoop(null);
    setWrong(false);
    setPlaying(false);
  }
  const looping = useRef<Loop | null>(null);
  useEffect(() => {
    looping.current = loop;
  }, [loop]);
  useEffect(() => {
    const sound = audio.current;
    if (!sound) return;
    sound.preservesPitch = true;
    sound.playbackRate = rate;
  });
  const seek = useCallback((seconds: number) => {
    const sound = audio.current;
    if (!sound) return;
    sound.currentTime = Math.max(0, Math.min(seconds, sound.duration || seconds));
    setNow(sound.currentTime);
  }, []);
  const play = useCallback(() => void audio.current?.play().catch(() => setWrong(true)), []);
  const toggle = useCallback(() => {
    const sound = audio.current;
    if (!sound) return;
    if (sound.paused) play();
    else {
      sound.pause();
      seek(sound.currentTime - rewind);
    }
  }, [play, seek, rewind]);
  const onPlay = useCallback(() => setPlaying(true), []);
  const onPause = useCallback(() => setPlaying(false), []);
  const onError = useCallback(() => setWrong(true), []);
  const onDurationChange = useCallback(
    ({ currentTarget }: SyntheticEvent<HTMLAudioElement>) => setLength(currentTarget.duration),
    [],
  );
  const onTimeUpdate = useCallback(({ currentTarget }: SyntheticEvent<HTMLAudioElement>) => {
    const { to = null, from = 0 } = looping.current ?? {};
    if (to !== null && currentTarget.currentTime >= to) currentTarget.currentTime = from;
    setNow(currentTarget.currentTime);
  }, []);
  const faster = (by: number) =>
    setRate(Math.round(Math.min(FASTEST, Math.max(SLOWEST, rate + by)) * 10) / 10);
  const attach = useCallback((sound: HTMLAudioElement | null) => {
    audio.current = sound;
  }, []);
  return {
    attach,
    /** Seconds into the recording, just now. */
    place: () => audio.current?.currentTime ?? 0,
    onPlay,
    onPause,
    onError,
    onDurationChange,
    onTimeUpdate,
    playing,
    now,
    length: Number.isFinite(length) ? length : 0,
    wrong,
    loop,
    rate,
    back,
    rewind,
    setBack,
    setRewind,
    toggle,
    seek,
    playFrom: (seconds: number) => {
      seek(seconds);
      play();
    },
    goBack: () => seek((audio.current?.currentTime ?? 0) - back),
    slower: () => faster(-STEP),
    faster: () => faster(STEP),
    /** First press: from here. Second: to here, over and over. Third: no more. */
    pressLoop: () => {
      const here = audio.current?.currentTime ?? 0;
      if (!loop) setLoop({ from: here, to: null });
      else if (loop.to === null && here > loop.from + 0.2) setLoop({ ...loop, to: here });
      else setLoop(null);
    },
  };
}
export type Sound = ReturnType<typeof useSound>;
