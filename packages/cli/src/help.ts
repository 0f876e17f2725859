import type { Operand, OptionSpec } from './arguments.js';
import { SHARED_OPTIONS, type Command } from './command.js';
import type { Messages } from './language.js';
import { table, wrap } from './table.js';

const WIDTH = 96;

/** `STUDY`, `[STUDY]`, `FILE...`: an operand as usage lines show it. */
export function operandForm({ name, required, many }: Operand): string {
  const form = many ? `${name}...` : name;
  return required ? form : `[${form}]`;
}

/** `--port N`: an option as help and reference show it. */
export function optionForm(name: string, spec: OptionSpec): string {
  if (spec.kind === 'flag') return `--${name}`;
  return `--${name} ${spec.kind === 'flag-or-text' ? `[${spec.value}]` : spec.value}`;
}

/** All commands, a line each. */
export function overviewHelp(messages: Messages): string {
  const { help } = messages;
  const rows = Object.entries(help.commands).map(([name, { summary }]) => [`  ${name}`, summary]);
  return [
    help.about,
    '',
    `${help.usage}: bagom ${help.commandAndOptions}`,
    '',
    table(rows),
    '',
    help.more,
  ].join('\n');
}

/** One command: usage, what it does, its options, an example. */
export function commandHelp(command: Command, messages: Messages): string {
  const { help } = messages;
  const words = help.commands[command.name as keyof typeof help.commands];
  const described: Readonly<Record<string, string>> = { ...help.shared, ...words.options };
  const options = Object.entries({ ...command.options, ...SHARED_OPTIONS });
  const forms = options.map(([name, spec]) => `  ${optionForm(name, spec)}`);
  const width = Math.max(...forms.map((form) => form.length)) + 2;
  const usage = ['bagom', command.name, ...command.operands.map(operandForm), `[${help.optionsWord}]`].join(
    ' ',
  );
  return [
    `${help.usage}: ${usage}`,
    '',
    wrap(`${words.summary} ${words.more}`.trim(), WIDTH),
    '',
    `${help.options}:`,
    ...options.map(([name, spec], i) => {
      const choices = spec.kind === 'choice' ? ` (${spec.choices.join(', ')})` : '';
      return `${forms[i]!.padEnd(width)}${wrap(`${described[name] ?? ''}${choices}`, WIDTH - width, width)}`;
    }),
    '',
    `${help.example}:`,
    ...words.examples.map((line) => `  ${line}`),
  ].join('\n');
}
