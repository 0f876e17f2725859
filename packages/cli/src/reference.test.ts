import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SHARED_OPTIONS } from './command.js';
import { COMMANDS, type CommandName } from './commands/index.js';
import { operandForm, optionForm } from './help.js';

const reference = readFileSync(new URL('../../../docs/reference/cli.md', import.meta.url), 'utf8');
const [head = '', ...chapters] = reference.split(/^## /m);
const optionsIn = (text: string) => [...text.matchAll(/^\| `(--[^`]*)`/gm)].map((match) => match[1]).sort();

test('docs/reference/cli.md has a chapter for each command, with its operands, in the order of the help', async () => {
  const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()));
  const wanted = commands.map(({ name, operands }) =>
    ['bagom', name, ...operands.map(operandForm)].join(' '),
  );
  expect(chapters.map((chapter) => /^`(.*)`/.exec(chapter)?.[1])).toEqual(wanted);
});

test.each(Object.keys(COMMANDS) as CommandName[])(
  'every option of bagom %s is in its chapter, and no other',
  async (name) => {
    const { options } = await COMMANDS[name]();
    const chapter = chapters.find((text) => text.startsWith(`\`bagom ${name}`)) ?? '';
    // What `--json` gives stands in its row; every other option takes the value that the help names.
    expect(optionsIn(chapter)).toEqual(
      Object.entries(options)
        .map(([option, spec]) => optionForm(option, spec))
        .sort(),
    );
  },
);

test('the options of all commands stand before the first', () => {
  expect(optionsIn(head)).toEqual(
    Object.entries(SHARED_OPTIONS)
      .map(([option, spec]) => optionForm(option, spec))
      .sort(),
  );
});
