import { expect, test } from 'vitest';
import { optionForm } from './help.js';
import { COMMANDS, type CommandName } from './commands/index.js';
import { SHARED_OPTIONS } from './command.js';
import { da } from './messages/da.js';
import { en } from './messages/en.js';
import { main } from './index.js';
import { run } from './run-line.fixture.js';

const names = Object.keys(COMMANDS) as CommandName[];

test('bagom and bagom --help name every command, in both languages', async () => {
  for (const line of [[], ['--help'], ['-h'], ['--lang', 'en']]) {
    const { code, out } = await run(...line);
    expect(code).toBe(0);
    for (const name of names) expect(out).toContain(`  ${name} `);
  }
  expect((await run()).out).toContain(da.help.about);
  expect((await run('--lang', 'en')).out).toContain(en.help.about);
});

test('bagom --version gives the version', async () => {
  expect((await run('--version')).out).toMatch(/^bagom \d+\.\d+\.\d+\n$/);
});

test.each(names)(
  'bagom %s --help has usage, every option in words, and an example, in both languages',
  async (name) => {
    const command = await COMMANDS[name]();
    for (const [language, messages] of [
      ['da', da],
      ['en', en],
    ] as const) {
      const { code, out } = await run(name, '--help', '--lang', language);
      const words = messages.help.commands[name];
      const described: Record<string, string> = { ...words.options, ...messages.help.shared };
      expect(code).toBe(0);
      expect(out).toContain(`${messages.help.usage}: bagom ${name}`);
      expect(out).toContain(words.examples[0]);
      for (const [option, spec] of Object.entries({ ...command.options, ...SHARED_OPTIONS })) {
        expect(out).toContain(optionForm(option, spec));
        expect(described[option]).toMatch(/\S/);
      }
      expect(Object.keys(words.options).filter((option) => !(option in command.options))).toEqual([]);
    }
  },
);

test('the language is the one asked for, else English on an English system, else Danish', async () => {
  const said = async (env: Record<string, string>, ...line: string[]) => {
    let err = '';
    await main(line, { out: () => undefined, err: (text) => (err += text), env });
    return err.includes('is missing') ? 'en' : err.includes('mangler') ? 'da' : err;
  };
  expect(await said({}, 'info')).toBe('da');
  expect(await said({ LANG: 'C.UTF-8' }, 'info')).toBe('da');
  expect(await said({ LANG: 'en_GB.UTF-8' }, 'info')).toBe('en');
  expect(await said({ LANG: 'en_GB.UTF-8', LC_ALL: 'da_DK.UTF-8' }, 'info')).toBe('da');
  expect(await said({ LANG: 'da_DK.UTF-8' }, 'info', '--lang', 'en')).toBe('en');
  expect(await said({}, '--lang=en', 'info')).toBe('en');
});

test.each([
  ['an unknown command', ['inffo'], 'did you mean "info"'],
  ['an unknown command like no other', ['xyzzy'], '"xyzzy" is no command'],
  ['an unknown option', ['info', 'x', '--jsn'], 'did you mean --json'],
  ['an option of another command', ['info', 'x', '--port', '1'], 'the option --port is not known'],
  ['an unknown option of bagom itself', ['--verison'], 'did you mean --version'],
  ['a missing study', ['info'], 'STUDY is missing'],
  ['a missing file', ['import', 'x'], 'FILE is missing'],
  ['a word too many', ['info', 'x', 'y'], '"y" is too much'],
  ['an option without its value', ['start', 'x', '--port'], '--port lacks its value: --port N'],
  ['an option for a value', ['report', 'x', '--out', '--help-me'], '--out lacks its value: --out FILE'],
  ['a flag with a value', ['info', 'x', '--json=yes'], '--json takes no value'],
  ['a port that is none', ['start', 'x', '--port', '99999'], 'it can be: 0-65535'],
  ['a kind that is none', ['import', 'x', 'y', '--as', 'novel'], 'it can be: survey, transcript, report'],
  ['a range backwards', ['classes', 'x', '--classes', '4-2'], 'it can be: 1-9'],
  ['too many classes', ['classes', 'x', '--classes', '12'], 'it can be: 1-9'],
  ['a tolerance of nothing', ['classes', 'x', '--tol', '0'], 'it can be: > 0'],
  ['an axis that is none', ['matrix', 'x', '--rows', 'colour'], 'it can be: code, section, person, phase'],
  ['a group that is none', ['matrix', 'x', '--where', 'phase=old'], 'it can be: phase=older'],
  ['a report without a file', ['report', 'x'], '--out is missing'],
  ['a report as something else', ['report', 'x', '--out', 'r.pdf'], 'it can be: .html, .docx, .txt'],
])('%s is wrong use: exit code 2 and one sentence', async (_, line, sentence) => {
  const { code, out, err } = await run(...line, '--lang', 'en');
  expect(code).toBe(2);
  expect(out).toBe('');
  expect(err).toContain(sentence);
  expect(err.trim().split('\n')).toHaveLength(1);
  // The same in Danish: another sentence, the same code.
  const danish = await run(...line);
  expect([danish.code, danish.out]).toEqual([2, '']);
  expect(danish.err).not.toBe(err);
});

test('with --json an error is a value on standard output', async () => {
  const { code, out, err } = await run('info', '--json', '--lang', 'en');
  expect([code, err]).toEqual([2, '']);
  expect(JSON.parse(out)).toEqual({
    error: {
      code: 'usage.missing-argument',
      data: { argument: 'STUDY' },
      message: 'STUDY is missing; see the usage with --help',
    },
  });
});
