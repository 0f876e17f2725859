import { readFileSync } from 'node:fs';

/** For tests: a sample file of `tests/samples/transcripts`, whose making `tests/samples/SOURCES.md` tells. */
export const sample = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../../tests/samples/transcripts/${name}`, import.meta.url)));

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
