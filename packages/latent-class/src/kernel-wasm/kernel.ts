import { log } from '../elementary.js';
import type { BlockPlan } from '../blocks.js';
import type { Kernel, Rescue } from '../kernel.js';
import { DATA, program, SCRATCH, SCRATCH_TOTAL } from './program.js';

/** The part of the WebAssembly interface in use; the package is compiled without any host's types. */
declare const WebAssembly:
  | undefined
  | {
      readonly Memory: new (size: { initial: number }) => Memory;
      readonly Module: new (bytes: Uint8Array) => object;
      readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
    };

interface Memory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

interface Loops {
  expand(base: number, size: number, radix: number, rows: number): void;
  expandLast(base: number, size: number, radix: number, rows: number): void;
  gather(base: number, size: number, radix: number, counts: number): void;
  gatherPairs(base: number, size: number, counts: number): void;
  expect(at: number, end: number, weights: number): number;
}

const PAGE = 65_536;
/** More blocks than this are read by the reference kernel: the loop would no longer fit the processor. */
const BLOCK_LIMIT = 64;

/**
 * One memory a thread. A kernel that is asked to work while another had it copies its patterns in anew, which is
 * cheap and rare; a memory each would be costly, since engines reserve gigabytes of addresses for every one.
 */
let memory: Memory | undefined;
let unavailable = false;
let owner: object | undefined;
let rescueOwned: ((at: number) => number) | undefined;
const loopsByShape = new Map<string, Loops>();

/** The loops for a shape, compiled once; undefined where this host cannot or must not run WebAssembly. */
function loopsFor(pairs: number, blocks: number): Loops | undefined {
  if (unavailable || blocks > BLOCK_LIMIT) return undefined;
  const shape = `${pairs} ${blocks}`;
  const known = loopsByShape.get(shape);
  if (known !== undefined) return known;
  try {
    if (typeof WebAssembly === 'undefined') throw new TypeError('no WebAssembly');
    memory ??= new WebAssembly.Memory({ initial: 4 });
    const module = new WebAssembly.Module(program(pairs, blocks));
    const rescue = (at: number): number => rescueOwned!(at);
    const { exports } = new WebAssembly.Instance(module, { kernel: { memory, log: log, rescue } });
    loopsByShape.set(shape, exports as Loops);
    return exports as Loops;
  } catch {
    // An old engine, or a page whose security policy forbids it: the reference kernel does the same, more slowly.
    unavailable = true;
    return undefined;
  }
}

/** The kernel in WebAssembly, or undefined where it cannot be had. */
export function wasmKernel(plan: BlockPlan, weights: Float64Array, rescue: Rescue): Kernel | undefined {
  const { width, blocks, rows, cells, codes } = plan;
  const loops = loopsFor(width / 2, blocks.length);
  if (loops === undefined) return undefined;
  const me = {};
  const patterns = codes.length / blocks.length;
  const rowsAt = DATA;
  const countsAt = rowsAt + rows * width * 8;
  const cellsAt = countsAt + rows * width * 8;
  const weightsAt = cellsAt + cells * width * 16;
  const codesAt = weightsAt + patterns * 8;
  const end = codesAt + codes.length * 4;
  const values = { rows: new Float64Array(0), counts: new Float64Array(0), cells: new Float64Array(0) };

  function claim(): void {
    if (owner === me && values.rows.buffer === memory!.buffer) return;
    const missing = end - memory!.buffer.byteLength;
    if (missing > 0) memory!.grow(Math.ceil(missing / PAGE));
    const { buffer } = memory!;
    values.rows = new Float64Array(buffer, rowsAt, rows * width).fill(0);
    values.counts = new Float64Array(buffer, countsAt, rows * width);
    values.cells = new Float64Array(buffer, cellsAt, cells * width * 2);
    new Float64Array(buffer, weightsAt, patterns).set(weights.subarray(0, patterns));
    const addresses = new Int32Array(buffer, codesAt, codes.length);
    for (let i = 0; i < codes.length; i++) addresses[i] = cellsAt + codes[i]! * 8;
    const parts = new Float64Array(buffer, SCRATCH, width);
    const total = new Float64Array(buffer, SCRATCH_TOTAL, 1);
    rescueOwned = (at) => {
      const { loglik, sum } = rescue((at - codesAt) / (4 * blocks.length), parts);
      total[0] = sum;
      return loglik;
    };
    owner = me;
  }

  return {
    claim() {
      claim();
      return values;
    },
    fill() {
      for (const block of blocks) {
        const base = cellsAt + block.start * width * 16;
        const from = (block.start === 0 ? 0 : 1) * width;
        for (let k = 0; k < width; k++) values.cells[block.start * width * 2 + k] = values.rows[from + k]!;
        const last = block.items.length - 1;
        for (let i = 0; i <= last; i++) {
          const { size, radix, row } = block.items[i]!;
          const rows = rowsAt + row * width * 8;
          if (i < last) loops.expand(base, size, radix, rows);
          else loops.expandLast(base, size, radix, rows);
        }
      }
    },
    expect: () => loops.expect(codesAt, end, weightsAt),
    gather() {
      for (const block of blocks) {
        const base = cellsAt + block.start * width * 16;
        for (let i = block.items.length - 1; i >= 0; i--) {
          const { size, radix, row } = block.items[i]!;
          const counts = countsAt + row * width * 8;
          if (radix === 2) loops.gatherPairs(base, size, counts);
          else loops.gather(base, size, radix, counts);
        }
      }
    },
  };
}
