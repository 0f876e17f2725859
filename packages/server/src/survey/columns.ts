import { type Variable } from '@bagom/core';
import type { StudyFile } from '@bagom/store';

/** A column's answers as they are kept in its blob. */
export type ColumnValues = Float64Array | string[];

/** Bytes of a number column: 64-bit floats, little endian, NaN where nothing was answered. */
export function numberBytes(values: Float64Array): Uint8Array {
  return new Uint8Array(
    values.buffer.slice(values.byteOffset, values.byteOffset + values.byteLength) as ArrayBuffer,
  );
}

export function stringBytes(values: readonly string[]): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(values));
}

/** A copy, because a blob may begin at an odd place of a larger buffer. */
function numbersOf(bytes: Uint8Array): Float64Array {
  return new Float64Array(bytes.slice().buffer);
}

/** Columns read from the study, the latest ones kept. Blobs never change, so their hash is key enough. */
export class SurveyColumns {
  readonly #kept = new Map<string, ColumnValues>();
  readonly #most: number;

  constructor(most = 200) {
    this.#most = most;
  }

  async values(study: StudyFile, variable: Pick<Variable, 'column' | 'kind'>): Promise<ColumnValues> {
    const kept = this.#kept.get(variable.column);
    if (kept) {
      // To the end of the queue: the first in it is the one to go.
      this.#kept.delete(variable.column);
      this.#kept.set(variable.column, kept);
      return kept;
    }
    const bytes = await study.blob(variable.column);
    const values =
      variable.kind === 'number'
        ? numbersOf(bytes)
        : (JSON.parse(new TextDecoder().decode(bytes)) as string[]);
    this.#kept.set(variable.column, values);
    if (this.#kept.size > this.#most) this.#kept.delete(this.#kept.keys().next().value!);
    return values;
  }

  /** The weights of a wave, one a row, where a variable has that role. */
  async weights(study: StudyFile, waveId: string): Promise<Float64Array | undefined> {
    for (const variable of study.state.variables.values())
      if (variable.waveId === waveId && variable.role === 'weight' && variable.kind === 'number')
        return (await this.values(study, variable)) as Float64Array;
    return undefined;
  }
}
