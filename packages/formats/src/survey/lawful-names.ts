import { cutToBytes } from '../bytes/byte-builder.js';
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
  const key = (name: string) => (rules.ignoresCase ? name.toUpperCase() : name);
  const taken = new Set(rules.reserved);
  return names.map((given) => {
    let base = given.replace(rules.unlawful, '_');
    if (!rules.start.test(base)) base = `v${base}`;
    base = cut(base, rules, 0).replace(/\.+$/, '') || 'v';
    let name = base;
    for (let n = 2; taken.has(key(name)); n++) name = `${cut(base, rules, `_${n}`.length)}_${n}`;
    taken.add(key(name));
    if (name !== given) notes?.add('renamed-variable', `${given} → ${name}`);
    return name;
  });
}

const cut = (name: string, { bytes, letters }: NameRules, less: number): string =>
  cutToBytes([...name].slice(0, letters - less).join(''), bytes - less);
