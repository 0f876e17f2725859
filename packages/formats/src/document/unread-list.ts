import type { PlaceUnit, Unread } from '@bagom/core';

/** Places of one kind that are told one by one; the rest are counted. */
const MOST = 100;

/** What was not read, as it is found. A file with a hundred thousand of a kind tells a hundred, and how many more. */
export class UnreadList {
  readonly #unit: PlaceUnit;
  readonly #list: Unread[] = [];
  readonly #counts = new Map<string, number>();

  constructor(unit: PlaceUnit) {
    this.#unit = unit;
  }

  tell(kind: string, text: string, line: number | null = null, unit: PlaceUnit = this.#unit): void {
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    if (count > MOST) return;
    const words = text.replace(/\s+/gu, ' ').trim();
    this.#list.push({ line, unit, kind, text: words.length > 160 ? `${words.slice(0, 159)}…` : words });
  }

  done(): Unread[] {
    const more = [...this.#counts].flatMap(([kind, count]) =>
      count > MOST ? [{ line: null, unit: this.#unit, kind, text: `+${count - MOST}` }] : [],
    );
    return [...this.#list, ...more];
  }
}
