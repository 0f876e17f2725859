/** Stretches a second: as the server reads WAV files. */
const PER_SECOND = 20;
/** The lowest rate that browsers decode to: the wave needs no more, and an hour is then some 40 MB. */
const RATE = 3000;

/** A sound's outline, read by the browser in the lowest rate; null: it cannot be read to its end. */
export async function readPeaks(url: string): Promise<{ seconds: number; peaks: string } | null> {
  try {
    const bytes = await (await fetch(url)).arrayBuffer();
    const sound = await new OfflineAudioContext(1, 1, RATE).decodeAudioData(bytes);
    const stretch = RATE / PER_SECOND;
    const peaks = new Int8Array(2 * Math.ceil(sound.length / stretch));
    for (let channel = 0; channel < sound.numberOfChannels; channel++) {
      const samples = sound.getChannelData(channel);
      for (let i = 0; i < samples.length; i++) {
        const at = 2 * Math.floor(i / stretch);
        const height = Math.max(-127, Math.min(127, Math.round(samples[i]! * 127)));
        if (height < peaks[at]!) peaks[at] = height;
        else if (height > peaks[at + 1]!) peaks[at + 1] = height;
      }
    }
    let letters = '';
    for (const byte of new Uint8Array(peaks.buffer)) letters += String.fromCharCode(byte);
    return { seconds: sound.duration, peaks: btoa(letters) };
  } catch {
    return null;
  }
}

/** Stored peaks as numbers. */
export const peaksOf = (base64: string): Int8Array =>
  Int8Array.from(atob(base64), (letter) => (letter.charCodeAt(0) << 24) >> 24);
