import type { Damage } from '../bytes/byte-cursor.js';

/**
 * What a survey file may unpack to, and what its answers may take of memory, before it is taken for an attack: so many times its size,
 * and so many bytes in any case.
 */
export const SURVEY_GROWTH = {
  unpacked: { factor: 64, free: 256 * 1024 * 1024 },
  kept: { factor: 16, free: 128 * 1024 * 1024 },
};

/** Counts what a file unpacks to and what is kept of it, and refuses it before the memory is gone. */
export class Growth {
  readonly #fileSize: number;
  readonly #damage: Damage;
  #unpacked = 0;
  #kept = 0;

  constructor(fileSize: number, damage: Damage) {
    this.#fileSize = fileSize;
    this.#damage = damage;
  }

  /** So many bytes are about to be unpacked, and soon forgotten again. */
  unpack(bytes: number, at: number): void {
    this.#unpacked += bytes;
    const most = this.#most(SURVEY_GROWTH.unpacked);
    if (this.#unpacked > most) throw this.#damage(at, `it unpacks to more than ${most} bytes`);
  }

  /** So many bytes are about to be taken for answers. */
  keep(bytes: number, at: number): void {
    this.#kept += bytes;
    const most = this.#most(SURVEY_GROWTH.kept);
    if (this.#kept > most) throw this.#damage(at, `its answers take more than ${most} bytes of memory`);
  }

  #most({ factor, free }: { factor: number; free: number }): number {
    return Math.max(free, this.#fileSize * factor);
  }
}
