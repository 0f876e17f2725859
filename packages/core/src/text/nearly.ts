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
  return (
    Math.abs(printed.length - meant.length) <= most &&
    slips(printed.toLowerCase(), meant.toLowerCase()) <= most
  );
}

function slips(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        value = Math.min(value, (before[j - 2] ?? 0) + 1);
      }
      next.push(value);
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
