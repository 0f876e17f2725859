import { canonicalJson, recipeChain, recoded, type Variable } from '@bagom/core';
import type { StudyFile } from '@bagom/store';
import { createHash } from 'node:crypto';

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

/** The bytes of a column of either kind. */
export const bytesOfColumn = (values: ColumnValues): Uint8Array =>
  values instanceof Float64Array ? numberBytes(values) : stringBytes(values);

/** A copy, because a blob may begin at an odd place of a larger buffer. */
function numbersOf(bytes: Uint8Array): Float64Array {
  return new Float64Array(bytes.slice().buffer);
}

/**
 * Columns of the study, the latest ones kept. A derived variable's values are made from its source's; the key of a column
 * says what it was made of, so that none is ever stale.
 */
export class SurveyColumns {
  readonly #kept = new Map<string, ColumnValues>();
  readonly #most: number;

  constructor(most = 200) {
    this.#most = most;
  }

  /** The values of a variable, one a row. Where a recipe leads nowhere (see `columnKey`) nobody has an answer. */
  async values(study: StudyFile, variable: Variable): Promise<ColumnValues> {
    const key = columnKey(study.state.variables, variable);
    const kept = this.#kept.get(key);
    if (kept) {
      // To the end of the queue: the first in it is the one to go.
      this.#kept.delete(key);
      this.#kept.set(key, kept);
      return kept;
    }
    const values = await this.#made(study, variable);
    this.#kept.set(key, values);
    if (this.#kept.size > this.#most) this.#kept.delete(this.#kept.keys().next().value!);
    return values;
  }

  async #made(study: StudyFile, variable: Variable): Promise<ColumnValues> {
    const { recipe } = variable;
    if (recipe) {
      const source = study.state.variables.get(recipe.from);
      if (!source || !rootOf(study.state.variables, variable)) {
        const wave = study.state.waves.get(variable.waveId);
        return new Float64Array(wave?.respondents ?? 0).fill(NaN);
      }
      return recoded(recipe, {
        values: await this.values(study, source),
        userMissing: source.userMissing,
      });
    }
    const bytes = await study.blob(variable.column);
    return variable.kind === 'number'
      ? numbersOf(bytes)
      : (JSON.parse(new TextDecoder().decode(bytes)) as string[]);
  }

  /** The weights of a wave, one a row, where a variable has that role. */
  async weights(study: StudyFile, waveId: string): Promise<Float64Array | undefined> {
    for (const variable of study.state.variables.values())
      if (variable.waveId === waveId && variable.role === 'weight' && variable.kind === 'number')
        return (await this.values(study, variable)) as Float64Array;
    return undefined;
  }
}

/** The answered variable at the end of a recipe's chain; undefined where it is gone or the chain is a circle. */
function rootOf(variables: ReadonlyMap<string, Variable>, variable: Variable): Variable | undefined {
  const root = recipeChain(variables, variable).at(-1) ?? variable;
  return root.recipe === null ? root : undefined;
}

/** What a column is made of: its blob's hash or, of a derived one, a hash of its rules and its source. */
export function columnKey(variables: ReadonlyMap<string, Variable>, variable: Variable): string {
  const { recipe, column, waveId } = variable;
  if (!recipe) return column;
  const source = variables.get(recipe.from);
  if (!source || !rootOf(variables, variable)) return `nowhere ${waveId}`;
  const { rules, others } = recipe;
  return hashOf({ rules, others, userMissing: source.userMissing, source: columnKey(variables, source) });
}

/**
 * A fingerprint of the answers that something was worked out on: of each variable its column and the values that count
 * as missing in it. It is another as soon as the same work would be done on other answers.
 */
export function answersFingerprint(
  variables: ReadonlyMap<string, Variable>,
  used: readonly Variable[],
): string {
  return hashOf(
    used.map((variable) => [columnKey(variables, variable), variable.userMissing.toSorted((a, b) => a - b)]),
  );
}

const hashOf = (value: unknown) => createHash('sha256').update(canonicalJson(value), 'utf8').digest('hex');
