import { LatentClassError } from '../error.js';

/** The error of a file that cannot be read: which entry, and what is wrong with it. */
export function badFile(where: string, why: string): LatentClassError {
  return new LatentClassError('bad-file', `the model file cannot be used: ${where}: ${why}`, { where, why });
}

/** One entry of a parsed file, of which nothing is known yet, and its path. */
export class Entry {
  readonly value: unknown;
  readonly where: string;

  constructor(value: unknown, where: string) {
    this.value = value;
    this.where = where;
  }

  refuse(why: string): never {
    throw badFile(this.where, why);
  }

  /** An entry of an object. Only its own entries count: what a prototype brings along was not in the file. */
  at(key: string): Entry {
    const { value } = this;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) this.refuse('it is no object');
    const own = Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
    return new Entry(own, `${this.where}.${key}`);
  }

  list(length: number | { readonly most: number }): Entry[] {
    const { value } = this;
    if (!Array.isArray(value)) return this.refuse('it is no list');
    if (typeof length === 'number' && value.length !== length) {
      this.refuse(`it has ${value.length} entries and needs ${length}`);
    }
    if (typeof length !== 'number' && value.length > length.most) {
      this.refuse(`it has ${value.length} entries, more than ${length.most}`);
    }
    return value.map((entry: unknown, i) => new Entry(entry, `${this.where}[${i}]`));
  }

  number(low = -Infinity, high = Infinity): number {
    const { value } = this;
    if (typeof value !== 'number' || !Number.isFinite(value) || value < low || value > high) {
      return this.refuse(
        low === -Infinity && high === Infinity ? 'it is no number' : `it is no number from ${low} to ${high}`,
      );
    }
    return value;
  }

  whole(low: number, high: number): number {
    const value = this.number(low, high);
    return Number.isInteger(value) ? value : this.refuse('it is no whole number');
  }

  text(): string {
    const { value } = this;
    if (typeof value !== 'string' || value.length > 1000)
      return this.refuse('it is no text of at most 1000 letters');
    return value;
  }

  truth(): boolean {
    return typeof this.value === 'boolean' ? this.value : this.refuse('it is neither true nor false');
  }

  oneOf<T extends string>(words: readonly T[]): T {
    const found = words.find((word) => word === this.value);
    return found ?? this.refuse(`it is none of ${words.join(', ')}`);
  }

  /** Null stays null; anything else is read. */
  orNull<T>(read: (entry: Entry) => T): T | null {
    return this.value === null ? null : read(this);
  }

  /** Undefined where the entry is not there. */
  ifThere<T>(read: (entry: Entry) => T): T | undefined {
    return this.value === undefined ? undefined : read(this);
  }
}
