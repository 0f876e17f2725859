/**
 * Exponential, logarithm and arc tangent in plain arithmetic. Engines differ in the last digit of `Math.exp` and
 * `Math.log` (Node 20 and Chromium 156 do), and a search carries such a digit on to other figures, or to another
 * maximum. Sums, products, quotients and square roots are the same to the last bit everywhere (IEEE 754), so these are
 * too. Their error is below two units in the last place.
 */

/** log 2 in two parts: the first has few enough digits that whole multiples of it are exact. */
const LN2_HIGH = Math.fround(Math.LN2);
const LN2_LOW = -1.904654299957768e-9;
const TWO_52 = 4503599627370496;

const number = new Float64Array(1);
const words = new Int32Array(number.buffer);
/** Which of the two words holds sign and exponent. */
number[0] = 1;
const TOP = words[1] === 0x3ff00000 ? 1 : 0;

/** 2 to every whole power from -1074 to 1023; looked up, since writing bits and reading them back makes processors wait. */
const LOWEST = -1074;
const POWERS = new Float64Array(1023 - LOWEST + 1);
for (let i = 0, power = 5e-324; i < POWERS.length; i++, power *= 2) POWERS[i] = power;

/** The natural logarithm: -Infinity of 0, NaN below. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return Infinity;
  // x = 2^exponent m, with m between the roots of a half and of two.
  const small = x < 2.2250738585072014e-308;
  const normal = small ? x * TWO_52 : x;
  number[0] = normal;
  let exponent = (words[TOP]! >> 20) - 1023;
  let m = normal * POWERS[-exponent - LOWEST]!;
  if (m > Math.SQRT2) {
    m /= 2;
    exponent++;
  }
  if (small) exponent -= 52;
  // log m = f - f^2/2 + (f^2/2 + s^2 (2/3 + 2/5 s^2 + ...)) s, with f = m - 1 and s = f / (2 + f): the series of the
  // inverse hyperbolic tangent, its first term rewritten so that what is rounded is small.
  const f = m - 1;
  const s = f / (2 + f);
  const t = s * s;
  // Two halves of the series, so that a processor can work on both at once.
  const u = t * t;
  const odd = 2 / 3 + u * (2 / 7 + u * (2 / 11 + u * (2 / 15 + u * (2 / 19))));
  const even = 2 / 5 + u * (2 / 9 + u * (2 / 13 + u * (2 / 17 + u * (2 / 21))));
  const rest = t * (odd + t * even);
  const half = 0.5 * f * f;
  return exponent * LN2_HIGH - (half - (s * (half + rest) + exponent * LN2_LOW) - f);
}

/** 1/2!, 1/3! ... of the series of the exponential. */
const INVERSE_FACTORIALS = new Float64Array(13);
for (let i = 0, factorial = 1; i < 13; i++) INVERSE_FACTORIALS[i] = 1 / (factorial *= i + 2);

/** e to the power of x. */
export function exp(x: number): number {
  if (!(x > -745.2)) return Number.isNaN(x) ? NaN : 0;
  if (x > 709.79) return Infinity;
  // x = k log 2 + r, with r below half of log 2.
  const k = Math.round(x / Math.LN2);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  let series = 0;
  for (let i = 12; i >= 0; i--) series = r * (INVERSE_FACTORIALS[i]! + series);
  series *= r;
  const value = 1 + (high + (series - low));
  return k > 1023 ? value * 2 * POWERS[k - 1 - LOWEST]! : value * POWERS[k - LOWEST]!;
}

/** The angle whose tangent is x, by halving it three times and Gregory's series. */
export function arctan(x: number): number {
  if (x > 1) return Math.PI / 2 - arctan(1 / x);
  if (x < -1) return -Math.PI / 2 - arctan(1 / x);
  let t = x;
  for (let halving = 0; halving < 3; halving++) t /= 1 + Math.sqrt(1 + t * t);
  const square = t * t;
  let sum = 0;
  for (let n = 23; n >= 1; n -= 2) sum = 1 / n - square * sum;
  return 8 * t * sum;
}
