import { editDistance } from './edit-distance.js';

/** Whether one word can be a misprint of the other: look-alike letters, or one slip (two in a long word). */
export function isNearly(printed: string, meant: string): boolean {
  if (printed === meant) return true;
  const plain = (word: string): string =>
    word
      .replace(/[Il1|]/g, 'l')
      .replace(/[O0]/g, 'o')
      .toLowerCase();
  if (plain(printed) === plain(meant)) return true;
  const most = meant.length >= 8 ? 2 : meant.length >= 4 ? 1 : 0;
  return editDistance(printed.toLowerCase(), meant.toLowerCase(), most) <= most;
}
