import { Outline } from './outline.js';

/** Bytes of the file that are held at a time. */
const HELD = 8 * 1024 * 1024;
/** Places in a file that may be damaged, and seconds that are stepped over at each. */
const DAMAGED = 30;
const STEP = 1;

export interface Heard {
  outline: Outline;
  seconds: number;
}

/**
 * Hears a sound from its file piece by piece, with what the browser decodes by: neither the file nor its samples are ever whole in
 * memory. A file that was half written, or is damaged in places, is heard as far as it goes. Null: this browser or this kind of
 * file cannot be heard so, or nothing in it can. Throws once the signal is aborted.
 */
export async function heardInPieces(
  url: string,
  onShare: (share: number) => void,
  signal: AbortSignal,
): Promise<Heard | null> {
  if (!('AudioDecoder' in window)) return null;
  const { AudioSampleSink, FLAC, Input, MP3, MP4, OGG, UrlSource, WEBM } = await import('mediabunny');
  const source = new UrlSource(url, { maxCacheSize: HELD, getRetryDelay: () => null });
  const input = new Input({ source, formats: [MP3, MP4, OGG, WEBM, FLAC] });
  const stop = () => input.dispose();
  signal.addEventListener('abort', stop, { once: true });
  const outline = new Outline();
  let seconds = 0;
  let channel = new Float32Array(0);
  try {
    const size = await source.getSizeOrNull();
    let furthest = 0;
    source.onread = (_from, to) => {
      furthest = Math.max(furthest, to);
      if (size) onShare(Math.min(1, furthest / size));
    };
    const track = await input.getPrimaryAudioTrack();
    if (!track || !(await track.canDecode())) return null;
    const sink = new AudioSampleSink(track);
    for (let damaged = 0; damaged < DAMAGED; damaged++) {
      const begin = seconds + (damaged === 0 ? 0 : STEP * damaged);
      try {
        for await (const sample of sink.samples(begin === 0 ? undefined : begin)) {
          const { numberOfFrames, numberOfChannels, sampleRate, timestamp, duration } = sample;
          if (channel.length < numberOfFrames) channel = new Float32Array(numberOfFrames);
          const samples = channel.subarray(0, numberOfFrames);
          for (let planeIndex = 0; planeIndex < Math.min(2, numberOfChannels); planeIndex++) {
            sample.copyTo(samples, { planeIndex, format: 'f32-planar' });
            outline.add(samples, sampleRate, timestamp);
          }
          sample.close();
          seconds = Math.max(seconds, timestamp + duration);
        }
        break;
      } catch {
        signal.throwIfAborted();
      }
    }
  } catch {
    signal.throwIfAborted();
  } finally {
    signal.removeEventListener('abort', stop);
    input.dispose();
  }
  signal.throwIfAborted();
  return seconds > 0 ? { outline, seconds } : null;
}
