import { cutToBytes, cutToLetters } from '../bytes/byte-builder.js';
import { FreeNames } from './free-names.js';
import type { LossNotes } from './written.js';

export interface NameRules {
  /** Signs that a name may not have; each becomes `_`. */
  readonly unlawful: RegExp;
  /** A name must begin like this; another gets a `v` in front. */
  readonly start: RegExp;
  readonly bytes: number;
  /** How many letters, where that is fewer. */
  readonly letters: number;
  /** Names that mean something else, in capitals. */
  readonly reserved: readonly string[];
  /** Whether `a` and `A` are one name. */
  readonly ignoresCase: boolean;
}

/** Names that a format allows, in the order of those given: as they are where they may be, and no two the same. */
export function lawfulNames(names: readonly string[], rules: NameRules, notes?: LossNotes): string[] {
  const free = new FreeNames({
    taken: rules.reserved,
    key: rules.ignoresCase ? (name) => name.toUpperCase() : (name) => name,
    numbered: (name, number) => cut(name, rules, number.length) + number,
  });
  return names.map((given) => {
    const signs = given.replace(rules.unlawful, '_');
    const begun = rules.start.test(signs) ? signs : `v${signs}`;
    const name = free.of(cut(begun, rules, 0).replace(/\.+$/, '') || 'v');
    if (name !== given) notes?.add('renamed-variable', `${given} → ${name}`);
    return name;
  });
}

const cut = (name: string, { bytes, letters }: NameRules, less: number): string =>
  cutToBytes(cutToLetters(name, letters - less), bytes - less);
