import type { Storage } from './storage.js';

/** What a .dta file of any version says before its texts are decoded. */
export interface DtaDescription {
  readonly version: number;
  readonly rows: number;
  readonly label: Uint8Array;
  readonly variables: readonly DtaVariable[];
  /** Where the answers begin, and how many bytes a row has. */
  readonly data: number;
  readonly rowBytes: number;
  /** Notes attached to the data, in their order. */
  readonly notes: readonly Uint8Array[];
  /** Long texts by their reference, as `longTextKey` makes it. */
  readonly longTexts: ReadonlyMap<string, Uint8Array>;
  readonly valueLabels: readonly DtaValueLabels[];
}

export interface DtaVariable {
  readonly storage: Storage;
  readonly name: Uint8Array;
  readonly format: Uint8Array;
  readonly valueLabel: Uint8Array;
  readonly label: Uint8Array;
}

export interface DtaValueLabels {
  readonly name: Uint8Array;
  /** Values as 32-bit numbers, in which no answer is the 27 largest. */
  readonly labels: readonly { readonly value: number; readonly label: Uint8Array }[];
}

export const longTextKey = (variable: number, observation: number): string => `${variable},${observation}`;
