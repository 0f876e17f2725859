import { extendedMissingAt } from '../survey/extended-missing.js';

/** How Stata keeps a variable: a number of one of five kinds, a text of so many bytes, or a reference to a long text. */
export interface Storage {
  readonly kind: 'byte' | 'int' | 'long' | 'float' | 'double' | 'text' | 'long-text';
  readonly bytes: number;
}

const NUMBERS: readonly Storage[] = [
  { kind: 'byte', bytes: 1 },
  { kind: 'int', bytes: 2 },
  { kind: 'long', bytes: 4 },
  { kind: 'float', bytes: 4 },
  { kind: 'double', bytes: 8 },
];

/** What a type number means, up to format 115 and from 117 on; null for a number without meaning. */
export function storageOf(type: number, tagged: boolean): Storage | null {
  if (type >= 1 && type <= (tagged ? 2045 : 244)) return { kind: 'text', bytes: type };
  if (tagged && type === 32_768) return { kind: 'long-text', bytes: 8 };
  return NUMBERS[tagged ? 65_530 - type : type - 251] ?? null;
}

/** The type number of a storage in the formats from 117 on. */
export function typeOf({ kind, bytes }: Storage): number {
  if (kind === 'text') return bytes;
  return kind === 'long-text' ? 32_768 : 65_530 - NUMBERS.findIndex((number) => number.kind === kind);
}

/** The first number of each whole kind that means no answer: `.`; the 26 after it are `.a` to `.z`. */
export const FIRST_MISSING = { byte: 101, int: 32_741, long: 2_147_483_621 } as const;

/** The n-th kind of no answer, 0 for `.`, as the number it is here. */
export const missingAt = (n: number): number => (n === 0 ? NaN : extendedMissingAt(n));

/** Reads the number of this kind at a place. */
export function numberReader(
  kind: Storage['kind'],
  view: DataView,
  littleEndian: boolean,
): (at: number) => number {
  const whole = (value: number, first: number): number => (value >= first ? missingAt(value - first) : value);
  switch (kind) {
    case 'byte':
      return (at) => whole(view.getInt8(at), FIRST_MISSING.byte);
    case 'int':
      return (at) => whole(view.getInt16(at, littleEndian), FIRST_MISSING.int);
    case 'long':
      return (at) => whole(view.getInt32(at, littleEndian), FIRST_MISSING.long);
    case 'float':
      return (at) => {
        // A float has its own 27 largest numbers, 2^127 * (1 + n / 4096); infinity and the like are no answer either.
        const value = view.getFloat32(at, littleEndian);
        return value < 2 ** 127 ? value : largest((value / 2 ** 127 - 1) * 4096);
      };
    default:
      return (at) => {
        const value = view.getFloat64(at, littleEndian);
        return value < 2 ** 1023 ? value : largest((value / 2 ** 1023 - 1) * 4096);
      };
  }
}

const largest = (n: number): number => (Number.isInteger(n) && n >= 0 && n <= 26 ? missingAt(n) : NaN);
