import { LOG_BELOW, UNDERFLOW } from '../kernel.js';
import { assemble } from './assemble.js';
import { call, F64, f64, f64x2, get, I32, i32, repeat, sequence, set, V128, when } from './instructions.js';

/** What the module calls from outside, in this order. */
const LOG = 0;
const RESCUE = 1;

/** Where a rescued pattern's parts are found: one number a class, and their total after them. */
export const SCRATCH = 64;
export const SCRATCH_TOTAL = 64 + 16 * 8;
/** The first byte that data may use. */
export const DATA = 256;

/**
 * The module for a width of 2 `pairs` classes and a number of blocks: the loops of `referenceKernel`, in its order,
 * with two classes an instruction and classes and blocks written out. Addresses are in bytes.
 */
export function program(pairs: number, blocks: number): Uint8Array {
  const each = Array.from({ length: pairs }, (_, pair) => pair);
  const row = pairs * 16;
  const cell = 2 * row;
  const memory = { module: 'kernel', name: 'memory' };
  const imports = [
    { module: 'kernel', name: 'log', takes: [F64], gives: [F64] },
    { module: 'kernel', name: 'rescue', takes: [I32], gives: [F64] },
  ];
  return assemble(memory, imports, [expand(false), expand(true), gather(), gatherPairs(), expect()]);

  /** Each of `size` cells from `base` becomes `radix` cells, times a row each; the last time, sums become zero. */
  function expand(last: boolean) {
    const [base, size, radix, rows] = [0, 1, 2, 3];
    const [from, to, factor] = [4, 5, 6];
    const value = (pair: number) => 7 + pair;
    return {
      name: last ? 'expandLast' : 'expand',
      takes: [I32, I32, I32, I32],
      gives: [],
      locals: [I32, I32, I32, ...each.map(() => V128)],
      body: sequence(
        set(from, i32.add(get(base), i32.multiply(get(size), i32.of(cell)))),
        set(to, i32.add(get(base), i32.multiply(i32.multiply(get(size), get(radix)), i32.of(cell)))),
        // From the end, so that a cell is read before its place is taken.
        repeat(
          sequence(
            set(from, i32.subtract(get(from), i32.of(cell))),
            ...each.map((pair) => set(value(pair), f64x2.load(get(from), 16 * pair))),
            set(factor, i32.add(get(rows), i32.multiply(get(radix), i32.of(row)))),
            repeat(
              sequence(
                set(factor, i32.subtract(get(factor), i32.of(row))),
                set(to, i32.subtract(get(to), i32.of(cell))),
                ...each.map((pair) =>
                  sequence(
                    f64x2.store(
                      get(to),
                      f64x2.multiply(get(value(pair)), f64x2.load(get(factor), 16 * pair)),
                      16 * pair,
                    ),
                    last ? f64x2.store(get(to), f64x2.zero, row + 16 * pair) : [],
                  ),
                ),
              ),
              i32.greater(get(factor), get(rows)),
            ),
          ),
          i32.greater(get(from), get(base)),
        ),
      ),
    };
  }

  /** Sums of every `radix` cells: to `counts` by digit, and to one of `size` cells each. */
  function gather() {
    const [base, size, radix, counts] = [0, 1, 2, 3];
    const [from, to, end, count, last] = [4, 5, 6, 7, 8];
    const value = (pair: number) => 9 + pair;
    const sum = (pair: number) => 9 + pairs + pair;
    return {
      name: 'gather',
      takes: [I32, I32, I32, I32],
      gives: [],
      locals: [I32, I32, I32, I32, I32, ...each.map(() => V128), ...each.map(() => V128)],
      body: sequence(
        set(from, get(base)),
        set(to, get(base)),
        set(end, i32.add(get(base), i32.multiply(get(size), i32.of(cell)))),
        set(last, i32.add(get(counts), i32.multiply(get(radix), i32.of(row)))),
        set(count, get(counts)),
        repeat(
          sequence(
            ...each.map((pair) => f64x2.store(get(count), f64x2.zero, 16 * pair)),
            set(count, i32.add(get(count), i32.of(row))),
          ),
          i32.less(get(count), get(last)),
        ),
        repeat(
          sequence(
            ...each.map((pair) => set(sum(pair), f64x2.zero)),
            set(count, get(counts)),
            repeat(
              sequence(
                ...each.map((pair) =>
                  sequence(
                    set(value(pair), f64x2.load(get(from), row + 16 * pair)),
                    f64x2.store(
                      get(count),
                      f64x2.add(f64x2.load(get(count), 16 * pair), get(value(pair))),
                      16 * pair,
                    ),
                    set(sum(pair), f64x2.add(get(sum(pair)), get(value(pair)))),
                  ),
                ),
                set(from, i32.add(get(from), i32.of(cell))),
                set(count, i32.add(get(count), i32.of(row))),
              ),
              i32.less(get(count), get(last)),
            ),
            ...each.map((pair) => f64x2.store(get(to), get(sum(pair)), row + 16 * pair)),
            set(to, i32.add(get(to), i32.of(cell))),
          ),
          i32.less(get(to), get(end)),
        ),
      ),
    };
  }

  /** `gather` for two digits, as most indicators have: counts stay in registers. */
  function gatherPairs() {
    const [base, size, counts] = [0, 1, 2];
    const [from, to, end] = [3, 4, 5];
    const value = (pair: number) => 6 + pair;
    const other = (pair: number) => 6 + pairs + pair;
    const count = (pair: number) => 6 + 2 * pairs + pair;
    const otherCount = (pair: number) => 6 + 3 * pairs + pair;
    return {
      name: 'gatherPairs',
      takes: [I32, I32, I32],
      gives: [],
      locals: [I32, I32, I32, ...Array<number>(4 * pairs).fill(V128)],
      body: sequence(
        set(from, get(base)),
        set(to, get(base)),
        set(end, i32.add(get(base), i32.multiply(get(size), i32.of(cell)))),
        repeat(
          sequence(
            ...each.map((pair) =>
              sequence(
                set(value(pair), f64x2.load(get(from), row + 16 * pair)),
                set(other(pair), f64x2.load(get(from), cell + row + 16 * pair)),
                set(count(pair), f64x2.add(get(count(pair)), get(value(pair)))),
                set(otherCount(pair), f64x2.add(get(otherCount(pair)), get(other(pair)))),
                f64x2.store(get(to), f64x2.add(get(value(pair)), get(other(pair))), row + 16 * pair),
              ),
            ),
            set(from, i32.add(get(from), i32.of(2 * cell))),
            set(to, i32.add(get(to), i32.of(cell))),
          ),
          i32.less(get(to), get(end)),
        ),
        ...each.map((pair) => f64x2.store(get(counts), get(count(pair)), 16 * pair)),
        ...each.map((pair) => f64x2.store(get(counts), get(otherCount(pair)), row + 16 * pair)),
      ),
    };
  }

  /** The E-step over patterns whose cells stand at `at`, up to `end`. Gives the log-likelihood. */
  function expect() {
    const [at, end, weights] = [0, 1, 2];
    const [loglik, run, weight, here, total, product] = [3, 4, 5, 6, 7, 8];
    const cellOf = (block: number) => 9 + block;
    const part = (pair: number) => 9 + blocks + pair;
    const eachBlock = Array.from({ length: blocks }, (_, block) => block);
    const [first, ...others] = eachBlock as [number, ...number[]];
    const takeLog = set(loglik, f64.add(get(loglik), f64.multiply(get(weight), call(LOG, get(run)))));
    const vectorSum = each.slice(1).reduce((sum, pair) => f64x2.add(sum, get(part(pair))), get(part(0)));
    // The vector of sums is kept where the first pair's factor will be.
    const vector = part(pairs);
    return {
      name: 'expect',
      takes: [I32, I32, I32],
      gives: [F64],
      locals: [...Array<number>(6).fill(F64), ...eachBlock.map(() => I32), ...each.map(() => V128), V128],
      body: sequence(
        set(run, f64.of(1)),
        repeat(
          sequence(
            ...eachBlock.map((block) => set(cellOf(block), i32.load(get(at), 4 * block))),
            ...each.map((pair) =>
              set(
                part(pair),
                others.reduce(
                  (value, block) => f64x2.multiply(value, f64x2.load(get(cellOf(block)), 16 * pair)),
                  f64x2.load(get(cellOf(first)), 16 * pair),
                ),
              ),
            ),
            set(vector, vectorSum),
            set(total, f64.add(f64x2.lane(get(vector), 0), f64x2.lane(get(vector), 1))),
            set(here, f64.load(get(weights))),
            when(
              f64.less(get(total), f64.of(UNDERFLOW)),
              sequence(
                set(loglik, f64.add(get(loglik), f64.multiply(get(here), call(RESCUE, get(at))))),
                ...each.map((pair) => set(part(pair), f64x2.load(i32.of(SCRATCH), 16 * pair))),
                set(total, f64.load(i32.of(SCRATCH_TOTAL))),
              ),
              sequence(
                set(product, f64.multiply(get(run), get(total))),
                when(
                  i32.and(f64.equal(get(here), get(weight)), f64.greater(get(product), f64.of(LOG_BELOW))),
                  set(run, get(product)),
                  sequence(takeLog, set(weight, get(here)), set(run, get(total))),
                ),
              ),
            ),
            set(vector, f64x2.splat(f64.divide(get(here), get(total)))),
            ...each.map((pair) => set(part(pair), f64x2.multiply(get(part(pair)), get(vector)))),
            ...eachBlock.flatMap((block) =>
              each.map((pair) =>
                f64x2.store(
                  get(cellOf(block)),
                  f64x2.add(f64x2.load(get(cellOf(block)), row + 16 * pair), get(part(pair))),
                  row + 16 * pair,
                ),
              ),
            ),
            set(at, i32.add(get(at), i32.of(4 * blocks))),
            set(weights, i32.add(get(weights), i32.of(8))),
          ),
          i32.less(get(at), get(end)),
        ),
        takeLog,
        get(loglik),
      ),
    };
  }
}
