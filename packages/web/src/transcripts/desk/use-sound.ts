import { heardAt, type Placed } from '@bagom/core';
import { useCallback, useEffect, useRef, useState, type SyntheticEvent } from 'react';
import { useRemembered } from '../../parts/remembered.js';
import type { Recording } from './recording.js';

const SLOWEST = 0.5;
const FASTEST = 2;
const STEP = 0.1;

export interface Loop {
  from: number;
  /** Null: its end is not set yet. */
  to: number | null;
}

/** So far a part's beginning may lie from the end of the one before it, in seconds, for the two to be played as one. */
const SEAM = 0.5;

/**
 * The recordings of a text, played on its clock: what a foot pedal does, speed without change of pitch, and a loop between two
 * marks. Every second that is given or taken is one of the clock; which recording is heard there is found here.
 */
export function useSound(of: string, placed: readonly Placed<Recording>[]) {
  const audio = useRef<HTMLAudioElement | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const playingPart = placed.find(({ recording }) => recording.id === chosen) ?? placed[0];
  const id = playingPart?.recording.id ?? null;
  const from = playingPart?.from ?? 0;
  /** Where to go in the recording that is taken next. */
  const awaited = useRef<{ of: string; at: number; play: boolean } | null>(null);
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
    setChosen(null);
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
  const parts = useRef({ placed, part: playingPart });
  useEffect(() => {
    parts.current = { placed, part: playingPart };
  });
  const take = useCallback((part: Placed<Recording>, at: number, play: boolean) => {
    awaited.current = { of: part.recording.id, at: at - part.from, play };
    setWrong(false);
    setChosen(part.recording.id);
    setNow(at);
  }, []);
  const seek = useCallback(
    (seconds: number, andPlay = false) => {
      const sound = audio.current;
      const { placed: all, part } = parts.current;
      if (!sound || !part) return;
      const there = heardAt(all, seconds, part);
      if (there && there !== part) {
        take(there, seconds, andPlay || !sound.paused);
        return;
      }
      const at = seconds - part.from;
      sound.currentTime = Math.max(0, Math.min(at, sound.duration || at));
      setNow(part.from + sound.currentTime);
      if (andPlay) sound.play().catch(() => setWrong(true));
    },
    [take],
  );
  useEffect(() => {
    const sound = audio.current;
    const next = awaited.current;
    if (!sound || next?.of !== id) return;
    awaited.current = null;
    // Before its length is known this is where it will begin.
    sound.currentTime = Math.max(0, next.at);
    if (next.play) sound.play().catch(() => setWrong(true));
  }, [id]);
  const play = useCallback(() => void audio.current?.play().catch(() => setWrong(true)), []);
  const toggle = useCallback(() => {
    const sound = audio.current;
    if (!sound) return;
    if (sound.paused) play();
    else {
      sound.pause();
      seek((parts.current.part?.from ?? 0) + sound.currentTime - rewind);
    }
  }, [play, seek, rewind]);
  const onPlay = useCallback(() => setPlaying(true), []);
  const onPause = useCallback(() => setPlaying(false), []);
  const onEnded = useCallback(() => {
    setPlaying(false);
    const { placed: all, part } = parts.current;
    const end = part?.to;
    const next = end == null ? undefined : all.find((one) => one !== part && Math.abs(one.from - end) < SEAM);
    if (next) take(next, next.from, true);
  }, [take]);
  const onError = useCallback(() => setWrong(true), []);
  const onDurationChange = useCallback(
    ({ currentTarget }: SyntheticEvent<HTMLAudioElement>) => setLength(currentTarget.duration),
    [],
  );
  const onTimeUpdate = useCallback(
    ({ currentTarget }: SyntheticEvent<HTMLAudioElement>) => {
      const { to = null, from: first = 0 } = looping.current ?? {};
      const base = parts.current.part?.from ?? 0;
      const here = base + currentTarget.currentTime;
      if (to !== null && here >= to) seek(first, true);
      // While another recording is being taken, its place is told already.
      else if (awaited.current === null) setNow(here);
    },
    [seek],
  );
  const faster = (by: number) =>
    setRate(Math.round(Math.min(FASTEST, Math.max(SLOWEST, rate + by)) * 10) / 10);
  const attach = useCallback((sound: HTMLAudioElement | null) => {
    audio.current = sound;
  }, []);
  return {
    attach,
    /** Seconds into the recording, just now. */
    place: () => Math.max(0, from + (audio.current?.currentTime ?? 0)),
    /** The recording that is heard, and where it lies. */
    part: playingPart,
    placed,
    /** Hears another recording at the same second, as far as it reaches there. */
    choose: (recording: Recording) => {
      const part = placed.find((one) => one.recording.id === recording.id);
      if (!part || part === playingPart) return;
      const inside = now >= part.from && (part.to === null || now < part.to);
      take(part, inside ? now : part.from, playing);
    },
    onPlay,
    onPause,
    onEnded,
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
    playFrom: (seconds: number) => seek(seconds, true),
    goBack: () => seek(from + (audio.current?.currentTime ?? 0) - back),
    slower: () => faster(-STEP),
    faster: () => faster(STEP),
    /** First press: from here. Second: to here, over and over. Third: no more. */
    pressLoop: () => {
      const here = from + (audio.current?.currentTime ?? 0);
      if (!loop) setLoop({ from: here, to: null });
      else if (loop.to === null && here > loop.from + 0.2) setLoop({ ...loop, to: here });
      else setLoop(null);
    },
  };
}
export type Sound = ReturnType<typeof useSound>;
