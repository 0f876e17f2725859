import { unsigned, type Code } from './instructions.js';

/** What every module begins with: its mark, and version 1. */
const HEADER: Code = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0];

/** Types of what a function takes and gives. */
export interface Signature {
  readonly takes: readonly number[];
  readonly gives: readonly number[];
}

/** A function from outside, by the two names that it is imported by. */
export interface Import extends Signature {
  readonly module: string;
  readonly name: string;
}

/** A function of the module's own. Parameters are its first locals. */
export interface Function extends Signature {
  readonly name: string;
  readonly locals: readonly number[];
  readonly body: Code;
}

/**
 * The bytes of a module: its own functions, all exported under their names and numbered after the imported ones, and
 * one imported memory. Layout: WebAssembly Core Specification 2.0, chapter 5.5.
 */
export function assemble(
  memory: { readonly module: string; readonly name: string },
  imports: readonly Import[],
  functions: readonly Function[],
): Uint8Array {
  const all = [...imports, ...functions];
  return Uint8Array.from([
    ...HEADER,
    ...section(
      1,
      all.map(({ takes, gives }) => [0x60, ...list(takes.map((t) => [t])), ...list(gives.map((t) => [t]))]),
    ),
    ...section(2, [
      [...text(memory.module), ...text(memory.name), 2, 0, 1],
      ...imports.map(({ module, name }, i) => [...text(module), ...text(name), 0, ...unsigned(i)]),
    ]),
    ...section(
      3,
      functions.map((_, i) => unsigned(imports.length + i)),
    ),
    ...section(
      7,
      functions.map(({ name }, i) => [...text(name), 0, ...unsigned(imports.length + i)]),
    ),
    ...section(
      10,
      functions.map(({ locals, body }) => {
        const code = [...list(locals.map((type) => [1, type])), ...body, 0x0b];
        return [...unsigned(code.length), ...code];
      }),
    ),
  ]);
}

function section(id: number, entries: readonly Code[]): Code {
  const content = list(entries);
  return [id, ...unsigned(content.length), ...content];
}

function list(entries: readonly Code[]): Code {
  return [...unsigned(entries.length), ...entries.flat()];
}

/** A name in ASCII, its length before it. */
function text(name: string): Code {
  return [...unsigned(name.length), ...Array.from(name, (letter) => letter.charCodeAt(0))];
}
