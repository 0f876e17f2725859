import type { ByteCursor } from '../bytes/byte-cursor.js';
import { NONE_MISSING, type UserMissing } from '../survey/table.js';
import type { SavVariable } from './dictionary.js';

/** What SPSS means by LOWEST: the number before the lowest, which is system-missing. */
export const LOWEST = -1.7976931348623155e308;

export function numberOf(cursor: ByteCursor, bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset, 8).getFloat64(0, cursor.littleEndian);
}

/** The user-missing values of a numeric variable. SPSS keeps LOWEST and HIGHEST as the two ends of what a 64-bit float can be. */
export function missingNumbers(cursor: ByteCursor, { missing, missingCount }: SavVariable): UserMissing {
  const numbers = missing.map((bytes) => numberOf(cursor, bytes));
  if (missingCount >= 0) return numbers.length === 0 ? NONE_MISSING : { values: numbers, range: null };
  const [low, high, ...values] = numbers as [number, number, ...number[]];
  const from = low <= LOWEST ? -Infinity : low;
  return { values, range: { from, to: high === Number.MAX_VALUE ? Infinity : high } };
}
