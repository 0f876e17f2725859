/** Random numbers from 0 to below 1, the same for the same seed on every machine (sfc32, a generator by C. Doty-Humphrey). */
export function seededRandom(seed: number): () => number {
  let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, seed >>> 0];
  const next = () => {
    const sum = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let i = 0; i < 15; i++) next();
  return next;
}

/** So many of the items, each equally likely, in the order they came (the head of a shuffle by Fisher & Yates). */
export function drawFrom<T>(items: readonly T[], count: number, random: () => number): T[] {
  const places = items.map((_, i) => i);
  const take = Math.min(count, places.length);
  for (let i = 0; i < take; i++) {
    const other = i + Math.floor(random() * (places.length - i));
    [places[i], places[other]] = [places[other]!, places[i]!];
  }
  return places
    .slice(0, take)
    .sort((a, b) => a - b)
    .map((place) => items[place]!);
}
