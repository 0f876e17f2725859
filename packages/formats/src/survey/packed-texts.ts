/** So many different texts are kept once each; of a column with more, those that come later are kept as they come. */
const MOST_LEVELS = 65_536;
/** A longer text is no category. */
const LONGEST = 200;

/** Texts, each different one kept once as long as they are categories. An empty text is no answer. */
export class PackedTexts implements Iterable<string> {
  length = 0;
  #codes: Uint16Array | null = new Uint16Array(64);
  readonly #levels: string[] = [];
  readonly #known = new Map<string, number>();
  #wide: string[] = [];
  readonly #grown: (bytes: number) => void;

  /** `grown` is told how many bytes are about to be taken, and may refuse. */
  constructor(grown: (bytes: number) => void = () => undefined) {
    this.#grown = grown;
  }

  push(text: string): void {
    const known = this.#known.get(text);
    if (this.#codes === null) {
      if (known === undefined) this.#grown(bytesOf(text));
      this.#wide.push(known === undefined ? text : this.#levels[known]!);
      this.length++;
      return;
    }
    if (known === undefined) {
      this.#grown(bytesOf(text));
      if (text.length > LONGEST || this.#levels.length === MOST_LEVELS) {
        this.#widen();
        this.#wide.push(text);
        this.length++;
        return;
      }
      this.#known.set(text, this.#levels.length);
      this.#levels.push(text);
    }
    if (this.length === this.#codes.length) this.#enlarge();
    this.#codes[this.length++] = known ?? this.#levels.length - 1;
  }

  at(row: number): string {
    return this.#codes === null ? this.#wide[row]! : this.#levels[this.#codes[row]!]!;
  }

  *[Symbol.iterator](): Generator<string> {
    for (let row = 0; row < this.length; row++) yield this.at(row);
  }

  strings(): string[] {
    return this.#codes === null ? this.#wide : Array.from(this);
  }

  #widen(): void {
    this.#grown(this.length * 8);
    this.#wide = Array.from(this);
    this.#codes = null;
  }

  #enlarge(): void {
    const length = Math.ceil(this.#codes!.length * 1.5);
    this.#grown((length - this.length) * 2);
    const codes = new Uint16Array(length);
    codes.set(this.#codes!);
    this.#codes = codes;
  }
}

/** What a text takes in memory, the engine's own share of it included. */
const bytesOf = (text: string): number => text.length * 2 + 48;
