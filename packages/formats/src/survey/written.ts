import type { SurveyNote } from './table.js';

/** A survey as the bytes of a file, and what of it the format could not hold as it was. */
export interface WrittenSurvey {
  readonly bytes: Uint8Array;
  readonly notes: readonly SurveyNote[];
}

/** Notes of a file being written: the kind of loss, and the column it befell. */
export class LossNotes {
  readonly all: SurveyNote[] = [];
  readonly #known = new Set<string>();

  add(kind: LossKind, text: string): void {
    const key = `${kind} ${text}`;
    if (!this.#known.has(key)) this.all.push({ line: null, kind, text });
    this.#known.add(key);
  }
}

export type LossKind =
  | 'renamed-variable'
  | 'shortened-label'
  | 'label-dropped'
  | 'user-missing-dropped'
  | 'user-missing-recoded'
  | 'shortened-document';
