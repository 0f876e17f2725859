import { readFileSync } from 'node:fs';

/** The bytes of a sample; what each is, is told in SOURCES.md beside them. */
export const sample = (name: string): Uint8Array =>
  readFileSync(new URL(`../../../../tests/samples/questionnaires/${name}`, import.meta.url));
