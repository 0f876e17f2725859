import { lawfulNames, type NameRules } from '../survey/lawful-names.js';
import type { LossNotes } from '../survey/written.js';

const RULES: NameRules = {
  unlawful: /[^\p{L}\p{N}._$#@]/gu,
  start: /^[\p{L}@]/u,
  bytes: 64,
  letters: 64,
  reserved: 'ALL AND BY EQ GE GT LE LT NE NOT OR TO WITH'.split(' '),
  ignoresCase: true,
};

/** The names columns get in a .sav file. */
export const savNames = (names: readonly string[], notes?: LossNotes): string[] =>
  lawfulNames(names, RULES, notes);

/** Gives each variable record a name of up to 8 capitals, which only SPSS before version 12 shows. */
export class ShortNames {
  readonly #taken = new Set<string>(RULES.reserved);
  #next = 1;

  of(name: string): string {
    const short = name.toUpperCase();
    if (/^[A-Z@][A-Z0-9._$#@]{0,7}$/.test(short) && !this.#taken.has(short)) {
      this.#taken.add(short);
      return short;
    }
    let made: string;
    do made = `V${(this.#next++).toString(36).toUpperCase().padStart(4, '0')}`;
    while (this.#taken.has(made));
    this.#taken.add(made);
    return made;
  }
}
