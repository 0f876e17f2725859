// A CSV of 24 yes/no questions (1 and 2) answered by three classes of 78, 18 and 4 per cent: any number of rows, no memory.
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

const ITEMS = 24;
const ROWS_AT_A_TIME = 10_000;

export async function writeLargeCsv(path, rows) {
  const out = createWriteStream(path);
  out.write(`${Array.from({ length: ITEMS }, (_, item) => `q${item + 1}`).join(';')}\n`);
  let state = 2300;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  for (let row = 0; row < rows; row += ROWS_AT_A_TIME) {
    const piece = Buffer.alloc(Math.min(ROWS_AT_A_TIME, rows - row) * ITEMS * 2, ';');
    for (let at = 0; at < piece.length; at += ITEMS * 2) {
      const draw = random();
      const level = draw < 0.78 ? 0.05 : draw < 0.96 ? 0.3 : 0.65;
      for (let item = 0; item < ITEMS; item++) piece[at + item * 2] = random() < level + item / 120 ? 50 : 49;
      piece[at + ITEMS * 2 - 1] = 10;
    }
    if (!out.write(piece)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'close');
}
