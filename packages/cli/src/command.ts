import type { Arguments, Operand, OptionSpecs } from './arguments.js';
import type { Language, Messages } from './language.js';

/** Where a command writes, and what it knows of the system it runs on. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Says how far a long piece of work is, where a person is watching; the empty text takes it away. */
  readonly progress?: ((text: string) => void) | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** A command, called: what stands on its line, and in which language and form it answers. */
interface Call<S extends OptionSpecs> extends Arguments<S> {
  readonly io: Io;
  readonly language: Language;
  readonly messages: Messages;
  /** Answer with one JSON value instead of sentences; false where it goes to a file. */
  readonly json: boolean;
}

/** Done; done with findings, or refused; wrong use. */
export const EXIT = { done: 0, findings: 1, usage: 2 } as const;

/** One command of `bagom`. Its words are in the messages, under its name. */
export interface Command<S extends OptionSpecs = OptionSpecs> {
  readonly name: string;
  readonly operands: readonly Operand[];
  readonly options: S;
  /** The exit code. Errors are thrown. */
  run(call: Call<S>): Promise<number>;
}

/** The options that every command has. */
export const SHARED_OPTIONS = {
  lang: { kind: 'choice', value: 'LANG', choices: ['da', 'en'] },
  help: { kind: 'flag' },
} as const satisfies OptionSpecs;

/** The option of commands that report. */
export const JSON_OPTION = { json: { kind: 'flag' } } as const satisfies OptionSpecs;

/** The same of commands whose answer may be kept: with FILE it is written there, and what is shown is the usual. */
export const JSON_FILE_OPTION = {
  json: { kind: 'flag-or-text', value: 'FILE' },
} as const satisfies OptionSpecs;

/** Types a command by its options. */
export function command<const S extends OptionSpecs>(made: Command<S>): Command<S> {
  return made;
}
