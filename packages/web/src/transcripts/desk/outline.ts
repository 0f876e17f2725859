/** Stretches a second: as the server reads WAV files. */
export const PER_SECOND = 20;
/** More stretches than this are drawn by nobody and take long to send: ten hours. Longer sounds are told by coarser ones. */
const MOST = 700_000;

/** The outline of a sound that is heard piece by piece: the least and the greatest of each stretch, whatever the sound's length. */
export class Outline {
  private heights: Int8Array<ArrayBuffer> = new Int8Array(2 * PER_SECOND * 600);
  private used = 0;

  /** Adds samples (-1 to 1) of one channel that begin at this second. What lies before the beginning is not heard. */
  add(samples: Float32Array, rate: number, seconds: number): void {
    const stretch = rate / PER_SECOND;
    let i = Math.max(0, Math.ceil(-seconds * rate));
    const first = seconds * rate;
    while (i < samples.length) {
      const index = Math.floor((first + i) / stretch + 1e-6);
      const next = Math.min(samples.length, Math.max(i + 1, Math.ceil((index + 1) * stretch - first - 1e-6)));
      let [least, greatest] = [0, 0];
      for (; i < next; i++) {
        const sample = samples[i]!;
        if (sample < least) least = sample;
        else if (sample > greatest) greatest = sample;
      }
      this.reach(index, least, greatest);
    }
  }

  private reach(index: number, least: number, greatest: number): void {
    if (2 * index + 2 > this.heights.length) {
      const grown = new Int8Array(Math.max(2 * this.heights.length, 2 * index + 2));
      grown.set(this.heights);
      this.heights = grown;
    }
    const [low, high] = [Math.round(Math.max(-1, least) * 127), Math.round(Math.min(1, greatest) * 127)];
    if (low < this.heights[2 * index]!) this.heights[2 * index] = low;
    if (high > this.heights[2 * index + 1]!) this.heights[2 * index + 1] = high;
    this.used = Math.max(this.used, index + 1);
  }

  /** What was heard, as the study keeps it: base64 of the heights. */
  toBase64(): string {
    let heights = this.heights.subarray(0, 2 * this.used);
    while (heights.length > 2 * MOST) heights = halved(heights);
    const bytes = new Uint8Array(heights.buffer, heights.byteOffset, heights.length);
    let letters = '';
    for (const byte of bytes) letters += String.fromCharCode(byte);
    return btoa(letters);
  }
}

/** Two stretches in one. */
function halved(heights: Int8Array<ArrayBuffer>): Int8Array<ArrayBuffer> {
  const half = new Int8Array(2 * Math.ceil(heights.length / 4));
  for (let i = 0; i < half.length; i += 2) {
    half[i] = Math.min(heights[2 * i]!, heights[2 * i + 2] ?? 0);
    half[i + 1] = Math.max(heights[2 * i + 1]!, heights[2 * i + 3] ?? 0);
  }
  return half;
}

/** Stored heights as numbers. */
export const peaksOf = (base64: string): Int8Array =>
  Int8Array.from(atob(base64), (letter) => (letter.charCodeAt(0) << 24) >> 24);
