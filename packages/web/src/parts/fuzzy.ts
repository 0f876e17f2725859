/**
 * How well words are found in a name: every word typed must stand in it, in any order, at the beginning of a word rather
 * than inside. Null: not found. Higher is better; letters in order count where nothing else does.
 */
export function fuzzy(typed: string, name: string): number | null {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return 0;
  const full = plain(name);
  let score = 0;
  for (const word of words) {
    const one = scoreOf(word, full);
    if (one === null) return null;
    score += one;
  }
  // Of two that fit equally the shorter is meant.
  return score - full.length / 1000;
}

function scoreOf(word: string, name: string): number | null {
  const last = name.lastIndexOf('/') + 1;
  const at = name.indexOf(word, last) === -1 ? name.indexOf(word) : name.indexOf(word, last);
  if (at !== -1) {
    const begins = at === 0 || /[^\p{L}\p{N}]/u.test(name[at - 1] ?? ' ');
    return (begins ? 3 : 2) + (at >= last ? 1 : 0) + (at === last ? 1 : 0);
  }
  // Letters in order, begun where a word begins: `svti` finds "svære tidspunkter".
  if (word.length < 3) return null;
  const starts = [...name.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)];
  let from = starts.find(([letter]) => letter === word[0])?.index ?? -1;
  if (from === -1) return null;
  for (const letter of word) {
    from = name.indexOf(letter, from) + 1;
    if (from === 0) return null;
  }
  return 0.5;
}

const plain = (words: string) => words.toLocaleLowerCase('da').normalize('NFC');
