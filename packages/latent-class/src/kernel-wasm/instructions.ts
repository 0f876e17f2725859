/**
 * WebAssembly instructions as bytes, one function an instruction, so that a program reads as nested expressions.
 * Only what the kernel needs. Opcodes: WebAssembly Core Specification 2.0, chapter 5.4.
 */
export type Code = readonly number[];

/** Types of values, as a function's signature and locals name them. */
export const I32 = 0x7f;
export const F64 = 0x7c;
/** Two 64-bit numbers side by side, worked on at once. */
export const V128 = 0x7b;

const NOTHING = 0x40;

/** An unsigned number in LEB128: seven bits a byte, the lowest first. */
export function unsigned(value: number): Code {
  const bytes: number[] = [];
  for (let rest = value; ; rest >>>= 7) {
    if (rest < 0x80) return [...bytes, rest];
    bytes.push((rest & 0x7f) | 0x80);
  }
}

function signed(value: number): Code {
  const bytes: number[] = [];
  for (let rest = value; ; rest >>= 7) {
    if (rest >= -64 && rest < 64) return [...bytes, rest & 0x7f];
    bytes.push((rest & 0x7f) | 0x80);
  }
}

export const sequence = (...parts: readonly Code[]): Code => parts.flat();

export const get = (local: number): Code => [0x20, ...unsigned(local)];
export const set = (local: number, value: Code): Code => [...value, 0x21, ...unsigned(local)];
export const call = (target: number, ...values: readonly Code[]): Code => [
  ...values.flat(),
  0x10,
  ...unsigned(target),
];

/** Does `then` where `condition` is not zero, else `otherwise`. */
export const when = (condition: Code, then: Code, otherwise: Code): Code =>
  sequence(condition, [0x04, NOTHING], then, [0x05], otherwise, [0x0b]);
/** Does `body` once, and again as long as `condition` is not zero after it. */
export const repeat = (body: Code, condition: Code): Code =>
  sequence([0x03, NOTHING], body, condition, [0x0d, 0, 0x0b]);

const binary =
  (...opcode: readonly number[]) =>
  (a: Code, b: Code): Code => [...a, ...b, ...opcode];

export const i32 = {
  of: (value: number): Code => [0x41, ...signed(value)],
  load: (address: Code, offset = 0): Code => [...address, 0x28, 2, ...unsigned(offset)],
  add: binary(0x6a),
  subtract: binary(0x6b),
  multiply: binary(0x6c),
  and: binary(0x71),
  /** Unsigned: addresses. */
  less: binary(0x49),
  greater: binary(0x4b),
};

export const f64 = {
  of: (value: number): Code => [0x44, ...new Uint8Array(Float64Array.of(value).buffer)],
  load: (address: Code, offset = 0): Code => [...address, 0x2b, 3, ...unsigned(offset)],
  add: binary(0xa0),
  multiply: binary(0xa2),
  divide: binary(0xa3),
  equal: binary(0x61),
  less: binary(0x63),
  greater: binary(0x64),
};

export const f64x2 = {
  zero: [0xfd, 12, ...Array<number>(16).fill(0)] as Code,
  load: (address: Code, offset = 0): Code => [...address, 0xfd, 0, 4, ...unsigned(offset)],
  store: (address: Code, value: Code, offset = 0): Code =>
    sequence(address, value, [0xfd, 11, 4], unsigned(offset)),
  /** The same number twice. */
  splat: (value: Code): Code => [...value, 0xfd, 20],
  lane: (value: Code, which: 0 | 1): Code => [...value, 0xfd, 33, which],
  add: binary(0xfd, ...unsigned(240)),
  multiply: binary(0xfd, ...unsigned(242)),
};
