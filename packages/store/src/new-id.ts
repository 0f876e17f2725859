import { randomBytes } from 'node:crypto';

const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz';
let lastTime = 0;
let lastTail: number[] = [];

/**
 * A new id: 10 signs of time (milliseconds) and 16 of chance, in Crockford's base 32. Ids sort by the time they were made;
 * within one millisecond each is the one before it plus one.
 */
export function newId(): string {
  const now = Date.now();
  if (now > lastTime) {
    lastTime = now;
    lastTail = [...randomBytes(16)].map((byte) => byte % 32);
    // Leaves room to count up.
    lastTail[0] = (lastTail[0] ?? 0) % 16;
  } else {
    let i = lastTail.length - 1;
    while (lastTail[i] === 31) lastTail[i--] = 0;
    lastTail[i] = (lastTail[i] ?? 0) + 1;
  }
  let time = lastTime;
  let head = '';
  for (let i = 0; i < 10; i++) {
    head = DIGITS.charAt(time % 32) + head;
    time = Math.floor(time / 32);
  }
  return head + lastTail.map((digit) => DIGITS.charAt(digit)).join('');
}
