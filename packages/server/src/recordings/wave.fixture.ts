/** For tests: a WAV file of a tone that is loud in every other half second, 8 kHz, 16 bits, one channel. */
export function wave(seconds: number, { stated }: { stated?: number } = {}): Buffer<ArrayBuffer> {
  const rate = 8000;
  const samples = Math.round(seconds * rate);
  const bytes = Buffer.alloc(44 + 2 * samples);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(36 + 2 * samples, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(rate, 24);
  bytes.writeUInt32LE(2 * rate, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(stated ?? 2 * samples, 40);
  for (let i = 0; i < samples; i++) {
    const loud = Math.floor((2 * i) / rate) % 2 === 0 ? 16000 : 1600;
    bytes.writeInt16LE(Math.round(loud * Math.sin((2 * Math.PI * 220 * i) / rate)), 44 + 2 * i);
  }
  return bytes;
}
