/**
 * The names that a pattern speaks of, in their order: `rw1-rw80` (from one number to another, with or without the name before
 * the second), `rw*` (anything after), or names between commas and spaces.
 */
export function namesMatching(pattern: string, names: readonly string[]): string[] {
  const found = new Set<string>();
  for (const part of pattern
    .trim()
    .replace(/\s*[-–]\s*/g, '-')
    .split(/[\s,;]+/)) {
    const range = /^(.*?)(\d+)-(.*?)(\d+)$/.exec(part);
    for (const name of names) {
      if (range && (range[3] === '' || range[3] === range[1])) {
        const number = new RegExp(`^${escaped(range[1]!)}0*(\\d+)$`, 'i').exec(name)?.[1];
        if (number !== undefined && Number(number) >= Number(range[2]) && Number(number) <= Number(range[4]))
          found.add(name);
      } else if (part !== '' && new RegExp(`^${part.split('*').map(escaped).join('.*')}$`, 'i').test(name))
        found.add(name);
    }
  }
  return names.filter((name) => found.has(name));
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** The shortest pattern for some names: `rw1-rw80` where they are numbered, else the names themselves. */
export function patternOf(names: readonly string[]): string {
  const parts = names.map((name) => /^(.*?)(\d+)$/.exec(name));
  const stem = parts[0]?.[1];
  if (names.length > 1 && parts.every((part) => part?.[1] === stem)) {
    const numbers = parts.map((part) => Number(part![2]));
    const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
    if (most - least + 1 === names.length) return `${stem}${least}-${stem}${most}`;
  }
  return names.join(', ');
}
