import { BagomError } from '@bagom/core';
import { readArguments, type OptionSpecs, type Values } from './arguments.js';
import { EXIT, SHARED_OPTIONS, type Command, type Io } from './command.js';
import { COMMANDS, isCommandName } from './commands/index.js';
import { messagesIn, systemLanguage, type Language } from './language.js';
import { nearest } from './nearest.js';
import { UsageError } from './usage-error.js';

const PROCESS_IO: Io = {
  out: (text) => void process.stdout.write(`${text}\n`),
  err: (text) => void process.stderr.write(`${text}\n`),
  progress: process.stderr.isTTY ? (text) => void process.stderr.write(`\r${text}\u001B[K`) : undefined,
  env: process.env,
};

/** Runs one command line, without `node bagom`, and gives the exit code: 0 done, 1 findings or refused, 2 wrong use. */
export async function main(argv: readonly string[], io: Io = PROCESS_IO): Promise<number> {
  const language = languageOf(argv, io);
  // A line that cannot be read is answered in the form that it seems to ask for.
  const form = { json: argv.includes('--json') };
  try {
    return await runLine(argv, io, language, form);
  } catch (error) {
    await tell(error, form.json, language, io);
    return error instanceof UsageError ? EXIT.usage : EXIT.findings;
  }
}

async function runLine(
  argv: readonly string[],
  io: Io,
  language: Language,
  form: { json: boolean },
): Promise<number> {
  const messages = await messagesIn(language);
  const at = commandAt(argv);
  const [name, ...line] = [argv[at], ...argv.slice(0, at), ...argv.slice(at + 1)];
  if (at === -1) {
    const { options } = readArguments(argv, { ...SHARED_OPTIONS, version: { kind: 'flag' } }, []);
    if (options.version) io.out(`bagom ${await version()}`);
    else io.out((await import('./help.js')).overviewHelp(messages));
    return EXIT.done;
  }
  if (name === undefined || !isCommandName(name)) throw unknownCommand(name ?? '');
  const command: Command = await COMMANDS[name]();
  const specs: OptionSpecs = { ...command.options, ...SHARED_OPTIONS };
  // Help is given however wrong the rest of the line is.
  if (line.includes('--help') || line.includes('-h')) {
    io.out((await import('./help.js')).commandHelp(command, messages));
    return EXIT.done;
  }
  const { operands, options } = readArguments(line, specs, command.operands);
  const json = (options as Values<OptionSpecs> & { json?: boolean | string }).json === true;
  form.json = json;
  return command.run({ operands, options, io, language, messages, json });
}

function unknownCommand(name: string): UsageError {
  const closest = nearest(name, Object.keys(COMMANDS));
  if (!closest) return new UsageError('usage.unknown-command', { command: name });
  return new UsageError('usage.unknown-command-near', { command: name, closest });
}

/** Where the command stands: the first word that is neither an option nor the value of `--lang`. */
function commandAt(argv: readonly string[]): number {
  return argv.findIndex((word, i) => !word.startsWith('-') && argv[i - 1] !== '--lang');
}

/** Read before anything else, so that an error about the line is told in the language that the line asks for. */
function languageOf(argv: readonly string[], io: Io): Language {
  for (const [i, word] of argv.entries()) {
    const said = word === '--lang' ? argv[i + 1] : /^--lang=(.*)$/.exec(word)?.[1];
    if (said === 'da' || said === 'en') return said;
  }
  return systemLanguage(io.env);
}

async function tell(error: unknown, json: boolean, language: Language, io: Io): Promise<void> {
  const { errorSentence } = await import('@bagom/contract');
  const known = error instanceof BagomError ? error : inBagomWords(error);
  const message = errorSentence(known.code, known.data, language);
  if (json) io.out(JSON.stringify({ error: { code: known.code, data: known.data, message } }));
  else io.err(`bagom: ${message}`);
  if (known !== error && io.env['BAGOM_DEBUG'] && error instanceof Error) io.err(error.stack ?? '');
}

/** What the system refuses is told with its place; what nobody foresaw is told as it is. */
function inBagomWords(error: unknown): BagomError {
  const { code, path } = error as NodeJS.ErrnoException;
  if (code && /^E[A-Z]+$/.test(code) && path)
    return new BagomError('file.not-written', { file: path, reason: code });
  return new BagomError('unexpected', { reason: error instanceof Error ? error.message : String(error) });
}

async function version(): Promise<string> {
  const { readFile } = await import('node:fs/promises');
  const text = await readFile(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
