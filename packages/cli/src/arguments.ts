import { parseArgs } from 'node:util';
import { nearest } from './nearest.js';
import { UsageError } from './usage-error.js';

/** What an option takes; `value` is its name in the help, in capitals. */
export type OptionSpec =
  | { readonly kind: 'flag' }
  /** A flag that may be followed by a value; see `valueAfter`. */
  | { readonly kind: 'flag-or-text'; readonly value: string }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'texts'; readonly value: string }
  | { readonly kind: 'list'; readonly value: string }
  | { readonly kind: 'whole'; readonly value: string; readonly min: number; readonly max: number }
  | { readonly kind: 'number'; readonly value: string; readonly above: number }
  | { readonly kind: 'range'; readonly value: string; readonly min: number; readonly max: number }
  | { readonly kind: 'choice'; readonly value: string; readonly choices: readonly string[] };
export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

/** Whole numbers from and to, both included. */
interface Range {
  readonly from: number;
  readonly to: number;
}

interface ValueOf {
  flag: boolean;
  'flag-or-text': boolean | string;
  text: string | undefined;
  texts: readonly string[];
  list: readonly string[] | undefined;
  whole: number | undefined;
  number: number | undefined;
  range: Range | undefined;
  choice: string | undefined;
}
/** The options of a command line as its specification types them. A choice is one of its choices. */
export type Values<S extends OptionSpecs> = {
  readonly [N in keyof S]: S[N] extends { readonly choices: readonly (infer C)[] }
    ? C | undefined
    : ValueOf[S[N]['kind']];
};

/** What stands on the line beside the options: `STUDY`, `FILE...`. */
export interface Operand {
  readonly name: string;
  readonly required: boolean;
  readonly many?: true;
}

/** A command line, read. Nothing in it is unknown, missing or of the wrong form. */
export interface Arguments<S extends OptionSpecs> {
  readonly operands: readonly string[];
  readonly options: Values<S>;
}

/** Reads a command line by its specification; what does not fit is a `UsageError`. */
export function readArguments<S extends OptionSpecs>(
  line: readonly string[],
  specs: S,
  operands: readonly Operand[],
): Arguments<S> {
  const { tokens } = parseArgs({
    args: [...line],
    options: Object.fromEntries(
      Object.entries(specs).map(([name, { kind }]) => [
        name,
        {
          type: kind.startsWith('flag') ? ('boolean' as const) : ('string' as const),
          ...(name === 'help' ? { short: 'h' } : {}),
        },
      ]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const given: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, { kind }] of Object.entries(specs))
    values[name] = kind.startsWith('flag') ? false : kind === 'texts' ? [] : undefined;
  const words = tokens.filter((token) => token.kind === 'positional').length;
  let taken: (typeof tokens)[number] | undefined;
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'positional' && token !== taken) given.push(token.value);
    if (token.kind !== 'option') continue;
    const spec = specs[token.name];
    if (!spec || !Object.hasOwn(specs, token.name)) {
      const closest = nearest(token.name, Object.keys(specs));
      if (!closest) throw new UsageError('usage.unknown-option', { option: token.rawName });
      throw new UsageError('usage.unknown-option-near', { option: token.rawName, closest: `--${closest}` });
    }
    if (spec.kind === 'flag-or-text') {
      const next = tokens[at + 1];
      if (takesNext(next, token.index, words - 1, operands)) taken = next;
      const text = taken?.kind === 'positional' && taken === next ? taken.value : token.value;
      if (text === '')
        throw new UsageError('usage.missing-value', { option: token.rawName, value: spec.value });
      values[token.name] = text ?? true;
      continue;
    }
    if (spec.kind === 'flag') {
      if (token.value !== undefined) throw new UsageError('usage.no-value', { option: token.rawName });
      values[token.name] = true;
      continue;
    }
    const text = token.value;
    if (text === undefined || text === '' || (!token.inlineValue && /^-(?!\d)/.test(text)))
      throw new UsageError('usage.missing-value', { option: token.rawName, value: spec.value });
    values[token.name] =
      spec.kind === 'texts'
        ? [...(values[token.name] as string[]), text]
        : readValue(token.rawName, spec, text);
  }
  checkOperands(given, operands);
  return { operands: given, options: values as Values<S> };
}

/**
 * Whether the word right after a flag that may take a value is its value: it is when the command has its operands without it.
 * So `classes DATA --json FILE` writes a file, and `classes --json DATA` reads one.
 */
function takesNext(
  next: { readonly kind: string; readonly index: number } | undefined,
  index: number,
  others: number,
  operands: readonly Operand[],
): boolean {
  if (next?.kind !== 'positional' || next.index !== index + 1) return false;
  return others >= operands.filter(({ required }) => required).length;
}

function readValue(
  option: string,
  spec: Exclude<OptionSpec, { kind: 'flag' | 'flag-or-text' | 'texts' }>,
  text: string,
): unknown {
  const refuse = (allowed: string): never => {
    throw new UsageError('usage.bad-value', { option, given: text, allowed });
  };
  switch (spec.kind) {
    case 'text':
      return text;
    case 'list':
      return text.split(',').flatMap((part) => (part.trim() ? [part.trim()] : []));
    case 'choice':
      return spec.choices.includes(text) ? text : refuse(spec.choices.join(', '));
    case 'whole':
      return wholeWithin(text, spec) ?? refuse(`${spec.min}-${spec.max}`);
    case 'number': {
      const number = Number(text);
      return Number.isFinite(number) && number > spec.above ? number : refuse(`> ${spec.above}`);
    }
    case 'range': {
      const [from, to = from, more] = text.split('-').map((part) => wholeWithin(part, spec));
      const fits = from !== undefined && to !== undefined && from <= to && more === undefined;
      return fits ? { from, to } : refuse(`${spec.min}-${spec.max}`);
    }
  }
}

function wholeWithin(text: string, { min, max }: { min: number; max: number }): number | undefined {
  const number = /^\d+$/.test(text.trim()) ? Number(text) : NaN;
  return number >= min && number <= max ? number : undefined;
}

function checkOperands(given: readonly string[], operands: readonly Operand[]): void {
  const missing = operands.find(({ required }, index) => required && given[index] === undefined);
  if (missing) throw new UsageError('usage.missing-argument', { argument: missing.name });
  if (!operands.at(-1)?.many && given.length > operands.length)
    throw new UsageError('usage.too-many-arguments', { argument: given[operands.length] ?? '' });
}
