import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useMessages } from '../../language.js';
import { clock } from '../../parts/text-surface/turns.js';
import { peaksOf } from './outline.js';
import type { Loop } from './use-sound.js';

const HEIGHT = 56;
const STEP = 5;

/** The stored wave of a recording with where it is; a click or an arrow key goes elsewhere. */
export function Wave(props: {
  peaks: string;
  /** Where the recording begins on the text's clock. */
  from: number;
  seconds: number;
  now: number;
  loop: Loop | null;
  onSeek: (seconds: number) => void;
}) {
  const { peaks, from, seconds, now, loop, onSeek } = props;
  const { sound } = useMessages().desk;
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [width, setWidth] = useState(0);
  const heights = useMemo(() => peaksOf(peaks), [peaks]);
  useEffect(() => {
    if (!box.current) return undefined;
    const watch = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    watch.observe(box.current);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    const drawn = canvas.current;
    const context = drawn?.getContext('2d');
    if (!drawn || !context || width === 0) return;
    const scale = window.devicePixelRatio || 1;
    drawn.width = width * scale;
    drawn.height = HEIGHT * scale;
    context.scale(scale, scale);
    context.fillStyle = getComputedStyle(drawn).color;
    const stretches = heights.length / 2;
    for (let x = 0; x < width; x++) {
      let [least, greatest] = [0, 0];
      const last = Math.max(
        Math.floor((x * stretches) / width) + 1,
        Math.floor(((x + 1) * stretches) / width),
      );
      for (let i = Math.floor((x * stretches) / width); i < last && i < stretches; i++) {
        least = Math.min(least, heights[2 * i]!);
        greatest = Math.max(greatest, heights[2 * i + 1]!);
      }
      const half = HEIGHT / 2;
      const top = half - (greatest / 127) * (half - 1);
      context.fillRect(x, top, 1, Math.max(1, half - (least / 127) * (half - 1) - top));
    }
  }, [heights, width]);
  const share = (at: number) =>
    seconds > 0 ? `${(100 * Math.max(0, Math.min(at - from, seconds))) / seconds}%` : '0%';
  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowLeft: now - STEP, ArrowRight: now + STEP, Home: from, End: from + seconds }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    onSeek(to);
  };
  return (
    <div
      ref={box}
      className="desk-wave"
      role="slider"
      tabIndex={0}
      aria-label={sound.wave}
      aria-valuemin={Math.round(from)}
      aria-valuemax={Math.round(from + seconds)}
      aria-valuenow={Math.round(now)}
      aria-valuetext={sound.at(clock(now), clock(from + seconds))}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        const { left, width: all } = event.currentTarget.getBoundingClientRect();
        onSeek(from + ((event.clientX - left) / all) * seconds);
      }}
    >
      <canvas ref={canvas} style={{ width, height: HEIGHT }} />
      {loop && (
        <span
          className="desk-loop"
          style={{
            left: share(loop.from),
            right: `calc(100% - ${share(loop.to ?? Math.max(now, loop.from))})`,
          }}
        />
      )}
      <span className="desk-now" style={{ left: share(now) }} />
    </div>
  );
}
