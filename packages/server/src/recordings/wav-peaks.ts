/** Reads bytes of a file from `from` to before `to`. */
export type Pieces = (from: number, to: number) => AsyncIterable<Uint8Array>;

/** A wave's outline: `peaks` holds the least and the greatest of each stretch in turn, -127 to 127. */
export interface WavPeaks {
  readonly seconds: number;
  readonly peaks: Int8Array;
  /** What the header says there is, where less has been written; null: all is there. */
  readonly promised: number | null;
}

/** Stretches a second. */
export const PEAKS_PER_SECOND = 20;
/** No header is longer: what comes before the sound is skipped over, not read. */
const CHUNKS = 200;

/**
 * Reads a WAV file's outline as a stream: PCM of 8 to 32 bits or floating point, any number of channels. A recorder that stopped
 * halfway leaves a length of zero, or one that is greater than the file: then everything that is there is read. Null when it is
 * no WAV that can be read.
 */
export async function wavPeaks(size: number, pieces: Pieces): Promise<WavPeaks | null> {
  const read = async (from: number, to: number): Promise<DataView> => {
    const parts: Uint8Array[] = [];
    if (from < Math.min(to, size))
      for await (const piece of pieces(from, Math.min(to, size))) parts.push(piece);
    const bytes = Buffer.concat(parts);
    return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  };
  let format: Format | null = null;
  let at = 12;
  for (let n = 0; n < CHUNKS && at + 8 <= size; n++) {
    const head = await read(at, at + 8);
    if (head.byteLength < 8) return null;
    const name = [0, 1, 2, 3].map((i) => String.fromCharCode(head.getUint8(i))).join('');
    const length = head.getUint32(4, true);
    if (name === 'fmt ') format = formatOf(await read(at + 8, at + 8 + Math.min(length, 40)));
    if (name === 'data') {
      if (!format) return null;
      const there = size - at - 8;
      const stated = length === 0 || length === 0xffffffff ? null : length;
      const most = stated === null ? there : Math.min(stated, there);
      const { peaks, frames } = await outline(format, most > 0 ? pieces(at + 8, at + 8 + most) : null, most);
      const promised = stated !== null && stated > there ? stated / format.frame / format.rate : null;
      return { seconds: frames / format.rate, peaks, promised };
    }
    at += 8 + length + (length % 2);
  }
  return null;
}

interface Format {
  readonly channels: number;
  readonly rate: number;
  /** Bytes of one sample of one channel, and of all. */
  readonly bytes: number;
  readonly frame: number;
  /** A sample as -1 to 1. */
  sample(view: DataView, at: number): number;
}

function formatOf(view: DataView): Format | null {
  if (view.byteLength < 16) return null;
  const tag = view.getUint16(0, true);
  // WAVE_FORMAT_EXTENSIBLE says what it is in the first two bytes of its GUID.
  const kind = tag === 0xfffe && view.byteLength >= 26 ? view.getUint16(24, true) : tag;
  const channels = view.getUint16(2, true);
  const rate = view.getUint32(4, true);
  const bytes = view.getUint16(14, true) / 8;
  const sample = SAMPLES[`${kind} ${bytes}`];
  if (!sample || channels < 1 || channels > 32 || rate < 100 || rate > 1_000_000) return null;
  return { channels, rate, bytes, frame: bytes * channels, sample };
}

const SAMPLES: Readonly<Record<string, Format['sample']>> = {
  '1 1': (view, at) => (view.getUint8(at) - 128) / 128,
  '1 2': (view, at) => view.getInt16(at, true) / 0x8000,
  '1 3': (view, at) => ((view.getInt8(at + 2) << 16) | view.getUint16(at, true)) / 0x800000,
  '1 4': (view, at) => view.getInt32(at, true) / 0x80000000,
  '3 4': (view, at) => view.getFloat32(at, true),
  '3 8': (view, at) => view.getFloat64(at, true),
};

async function outline(format: Format, pieces: AsyncIterable<Uint8Array> | null, length: number) {
  const stretch = Math.max(1, Math.round(format.rate / PEAKS_PER_SECOND));
  const peaks = new Int8Array(2 * Math.ceil(length / format.frame / stretch));
  let rest: Buffer = Buffer.alloc(0);
  let [frames, least, greatest] = [0, 0, 0];
  const close = () => {
    const i = 2 * Math.floor((frames - 1) / stretch);
    peaks[i] = Math.round(Math.max(-1, least) * 127);
    peaks[i + 1] = Math.round(Math.min(1, greatest) * 127);
    [least, greatest] = [0, 0];
  };
  if (pieces)
    for await (const piece of pieces) {
      const bytes = rest.length > 0 ? Buffer.concat([rest, piece]) : piece;
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
      let at = 0;
      for (; at + format.frame <= bytes.length; at += format.frame) {
        for (let channel = 0; channel < format.channels; channel++) {
          const sample = format.sample(view, at + channel * format.bytes);
          if (sample < least) least = sample;
          else if (sample > greatest) greatest = sample;
        }
        frames++;
        if (frames % stretch === 0) close();
      }
      rest = Buffer.from(bytes.subarray(at));
    }
  if (frames % stretch !== 0) close();
  return { peaks: peaks.subarray(0, 2 * Math.ceil(frames / stretch)), frames };
}
