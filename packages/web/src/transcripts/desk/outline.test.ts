import { expect, test } from 'vitest';
import { Outline, peaksOf } from './outline.js';

const RATE = 44_100;
/** Seconds of a tone that is loud in every other second. */
const tone = (seconds: number) =>
  Float32Array.from({ length: seconds * RATE }, (_, i) => {
    const loud = Math.floor(i / RATE) % 2 === 0 ? 0.5 : 0.1;
    return loud * Math.sin((2 * Math.PI * 440 * i) / RATE);
  });

test('is the least and the greatest of each twentieth of a second, however the pieces come', () => {
  const sound = tone(3);
  const whole = new Outline();
  whole.add(sound, RATE, 0);
  const peaks = peaksOf(whole.toBase64());
  expect(peaks.length).toBe(2 * 60);
  expect([peaks[0], peaks[1], peaks[41], peaks[81]]).toEqual([-63, 63, 13, 63]);
  for (const piece of [1, 960, 1152, 44_100]) {
    const pieces = new Outline();
    for (let at = 0; at < sound.length; at += piece)
      pieces.add(sound.subarray(at, at + piece), RATE, at / RATE);
    expect(pieces.toBase64()).toBe(whole.toBase64());
  }
});

test('a second channel reaches as far as its own loudest; what lies before the beginning is not heard', () => {
  const outline = new Outline();
  outline.add(new Float32Array(RATE).fill(0.2), RATE, -0.5);
  outline.add(new Float32Array(RATE).fill(-1.5), RATE, -0.5);
  const peaks = peaksOf(outline.toBase64());
  expect([...new Set(peaks)]).toEqual([-127, 25]);
  expect(peaks.length).toBe(2 * 10);
});

test('of a day of sound the stretches are coarser, and its loudest places are kept', () => {
  const outline = new Outline();
  const hour = new Float32Array(3600 * 100);
  for (let i = 0; i < 24; i++) outline.add(hour, 100, 3600 * i);
  outline.add(new Float32Array(10).fill(1), 100, 3600 * 12);
  const peaks = peaksOf(outline.toBase64());
  expect(peaks.length).toBeLessThanOrEqual(1_400_000);
  expect(peaks.indexOf(127) / peaks.length).toBeCloseTo(0.5, 4);
});
