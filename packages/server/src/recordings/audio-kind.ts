/** What a recording is, told from its first bytes; its name and what the browser says of it count for nothing. */
const KINDS: readonly { mime: string; fits: (head: Uint8Array) => boolean }[] = [
  { mime: 'audio/wav', fits: (head) => says(head, 0, 'RIFF') && says(head, 8, 'WAVE') },
  { mime: 'audio/flac', fits: (head) => says(head, 0, 'fLaC') },
  { mime: 'audio/ogg', fits: (head) => says(head, 0, 'OggS') },
  { mime: 'audio/mp4', fits: (head) => says(head, 4, 'ftyp') },
  { mime: 'audio/webm', fits: (head) => [0x1a, 0x45, 0xdf, 0xa3].every((byte, i) => head[i] === byte) },
  // An ID3 tag, or a frame's eleven set bits with a layer that is not reserved.
  {
    mime: 'audio/mpeg',
    fits: (head) =>
      says(head, 0, 'ID3') || (head[0] === 0xff && (head[1]! & 0xe0) === 0xe0 && (head[1]! & 0x06) !== 0),
  },
];

/** As many bytes as are looked at. */
export const HEAD = 16;

/** The kind of sound, as its MIME type; null of anything else. */
export const audioKind = (head: Uint8Array): string | null =>
  KINDS.find(({ fits }) => fits(head))?.mime ?? null;

const says = (head: Uint8Array, at: number, word: string): boolean =>
  head.length >= at + word.length &&
  word.split('').every((letter, i) => head[at + i] === letter.charCodeAt(0));
