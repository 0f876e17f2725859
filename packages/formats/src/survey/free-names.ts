/** Gives names that are not taken yet: the wanted one, or it with a number behind. Asking for the same again and again is quick. */
export class FreeNames {
  readonly #taken: Set<string>;
  readonly #next = new Map<string, number>();
  readonly #key: (name: string) => string;
  readonly #numbered: (name: string, number: string) => string;

  constructor({
    taken = [],
    key = (name) => name,
    numbered = (name, number) => name + number,
  }: {
    taken?: readonly string[];
    /** What two names share when they are the same name. */
    key?: (name: string) => string;
    /** Puts a number behind a name where there is room for it. */
    numbered?: (name: string, number: string) => string;
  } = {}) {
    this.#taken = new Set(taken);
    this.#key = key;
    this.#numbered = numbered;
  }

  of(wanted: string): string {
    let name = wanted;
    let n = this.#next.get(this.#key(wanted)) ?? 2;
    while (this.#taken.has(this.#key(name))) name = this.#numbered(wanted, `_${n++}`);
    this.#next.set(this.#key(wanted), n);
    this.#taken.add(this.#key(name));
    return name;
  }
}
