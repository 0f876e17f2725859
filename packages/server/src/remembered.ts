/** Values made from the whole study, kept while nothing changes in it: the last operation's hash is the version. */
export class Remembered {
  #version: string | number | null = null;
  readonly #values = new Map<string, unknown>();

  /** The value under this key, made anew when the version is another than last time. */
  get<T>(version: string | number, key: string, make: () => T): T {
    if (version !== this.#version) {
      this.#version = version;
      this.#values.clear();
    }
    if (!this.#values.has(key)) {
      const value = make();
      this.#values.set(key, value);
      // What failed is tried again when it is asked for again.
      if (value instanceof Promise) value.catch(() => this.#values.delete(key));
    }
    return this.#values.get(key) as T;
  }

  /** The same, made anew whatever was there. */
  renew<T>(version: string | number, key: string, make: () => T): T {
    this.#values.delete(key);
    return this.get(version, key, make);
  }
}
