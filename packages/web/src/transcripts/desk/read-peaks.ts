import { heardInPieces } from './heard-in-pieces.js';
import { Outline } from './outline.js';

/** What is decoded whole where it cannot be in pieces: then every minute takes some 23 MB. */
export const WHOLE_MINUTES = 20;
const WHOLE_BYTES = 64 * 1024 * 1024;

/** The wave of a sound, or why there is none; `seconds` is its length, where that is known all the same. */
export type ReadPeaks =
  | { is: 'read'; seconds: number; peaks: string }
  | { is: 'too-long' | 'unreadable'; seconds: number | null };

/** Reads a sound's wave: piece by piece where the browser can, else whole when it is short. Throws once the signal is aborted. */
export async function readPeaks(
  url: string,
  onShare: (share: number) => void,
  signal: AbortSignal,
): Promise<ReadPeaks> {
  const heard = await heardInPieces(url, onShare, signal);
  if (heard) return { is: 'read', seconds: heard.seconds, peaks: heard.outline.toBase64() };
  const seconds = await lengthOf(url, signal);
  if (seconds === null) return { is: 'unreadable', seconds };
  const head = await fetch(url, { method: 'HEAD', signal });
  const size = Number(head.headers.get('content-length') ?? Infinity);
  if (seconds > WHOLE_MINUTES * 60 || size > WHOLE_BYTES) return { is: 'too-long', seconds };
  try {
    const bytes = await (await fetch(url, { signal })).arrayBuffer();
    const sound = await new OfflineAudioContext(1, 1, 8000).decodeAudioData(bytes);
    signal.throwIfAborted();
    const outline = new Outline();
    for (let channel = 0; channel < Math.min(2, sound.numberOfChannels); channel++)
      outline.add(sound.getChannelData(channel), sound.sampleRate, 0);
    return { is: 'read', seconds: sound.duration, peaks: outline.toBase64() };
  } catch {
    signal.throwIfAborted();
    return { is: 'unreadable', seconds };
  }
}

/** How long the browser says a sound lasts; null: it cannot play it, or does not know. */
function lengthOf(url: string, signal: AbortSignal): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const sound = new Audio();
    const end = (seconds: number | null) => {
      sound.removeAttribute('src');
      sound.load();
      resolve(seconds !== null && Number.isFinite(seconds) && seconds > 0 ? seconds : null);
    };
    signal.addEventListener('abort', () => {
      end(null);
      reject(new DOMException('stopped', 'AbortError'));
    });
    sound.addEventListener('loadedmetadata', () => end(sound.duration), { once: true });
    sound.addEventListener('error', () => end(null), { once: true });
    sound.preload = 'metadata';
    sound.src = url;
  });
}
