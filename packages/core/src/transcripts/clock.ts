/** A time code as transcribers write it: `1:40`, `00:12:31`, `00:12:31,5`. */
export const CLOCK = String.raw`(?:\d{1,2}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?`;

/** Seconds of a time code; null of none. */
export function seconds(clock: string | undefined): number | null {
  if (!clock) return null;
  const sum = clock
    .replace(',', '.')
    .split(':')
    .reduce((total, part) => total * 60 + Number(part), 0);
  return Number.isFinite(sum) ? Math.round(sum * 1000) / 1000 : null;
}
