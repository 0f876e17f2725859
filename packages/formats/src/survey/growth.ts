import type { Damage } from '../bytes/byte-cursor.js';

/** What a survey file may unpack to before it is taken for an attack: 64 times its size, and 256 MiB in any case. */
export const SURVEY_GROWTH = { factor: 64, free: 256 * 1024 * 1024 };

/** Counts what a file unpacks to, and refuses it before the memory is gone. */
export class Growth {
  readonly #most: number;
  readonly #damage: Damage;
  #taken = 0;

  constructor(fileSize: number, damage: Damage) {
    this.#most = Math.max(SURVEY_GROWTH.free, fileSize * SURVEY_GROWTH.factor);
    this.#damage = damage;
  }

  take(bytes: number, at: number): void {
    this.#taken += bytes;
    if (this.#taken > this.#most) throw this.#damage(at, `it unpacks to more than ${this.#most} bytes`);
  }
}
