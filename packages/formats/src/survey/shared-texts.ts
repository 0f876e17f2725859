const LONGEST = 32;
const MOST = 10_000;

/** Keeps a short text once however often it was answered. */
export class SharedTexts {
  readonly #kept = new Map<string, string>();

  /** The text kept for this one, and null where it is the first of its kind or too long to be kept. */
  kept(text: string): string | null {
    if (text.length > LONGEST) return null;
    const kept = this.#kept.get(text);
    if (kept !== undefined) return kept;
    if (this.#kept.size < MOST) this.#kept.set(text, text);
    return null;
  }
}
