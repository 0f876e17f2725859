import { cutToBytes } from '../bytes/byte-builder.js';
import type { LossNotes } from '../survey/written.js';

/** The most bytes a .sav file has for a label. */
const LONGEST_LABEL = 255;

/** A label as far as it fits; the loss is noted. */
export function shortenedLabel(label: string, column: string, notes: LossNotes): string {
  const cut = cutToBytes(label, LONGEST_LABEL);
  if (cut !== label) notes.add('shortened-label', column);
  return cut;
}
