import type { PlaceUnit } from '@bagom/core';

/** Something in a file that was not read, or not written, as it stands. */
export interface ImportNote {
  line: number | null;
  kind: string;
  text: string;
  /** What the place is counted by; lines when it is left out. */
  unit?: PlaceUnit;
}
