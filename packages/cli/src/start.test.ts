import { createStudy, openStudy } from '@bagom/store';
import { expect, test } from 'vitest';
import { COMMANDS } from './commands/index.js';
import { en } from './messages/en.js';
import { run, temporaryFolder } from './run-line.fixture.js';

const at = temporaryFolder();

/** Starts a study in this process, as the command does, and stops it by the signal that Ctrl+C sends. */
async function started(
  line: readonly string[],
  env: Record<string, string>,
  whileOpen: (url: string) => Promise<void>,
) {
  const command = await COMMANDS.start();
  const out: string[] = [];
  let tell: (url: string) => void;
  const ready = new Promise<string>((resolve) => (tell = resolve));
  const io = {
    out: (text: string) => {
      out.push(text);
      const url = /http:\S+/.exec(text)?.[0];
      if (url) tell(url);
    },
    err: () => undefined,
    env,
  };
  const options = { port: 0, 'no-open': true };
  const running = command.run({ operands: line, options, io, language: 'en', messages: en, json: false });
  // A start that is refused must not be waited for.
  await Promise.race([ready, running]);
  await whileOpen(await ready);
  process.emit('SIGINT', 'SIGINT');
  return { code: await running, out: out.join('\n') };
}

test('a study is served to this machine until Ctrl+C; a second start is told who has it', async () => {
  const study = at('small.bagom');
  await (await createStudy(study, { title: 'Small', language: 'da', actor: 'test' })).close();
  const { code, out } = await started([at('small')], {}, async (url) => {
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=/);
    expect((await fetch(url)).status).toBeLessThan(500);
    const second = await run('start', study, '--no-open', '--lang', 'en');
    expect([second.code, second.out]).toEqual([1, '']);
    expect(second.err).toContain('the study is open in another program');
  });
  expect(code).toBe(0);
  expect(out).toContain('Everything is saved');
  // Let go of: whoever comes next may write.
  await (await openStudy(study)).close();
});

test('a port that is taken is told, and the study is let go of', async () => {
  const [one, two] = [at('one.bagom'), at('two.bagom')];
  for (const path of [one, two])
    await (await createStudy(path, { title: 'x', language: 'da', actor: 'test' })).close();
  await started([one], {}, async (url) => {
    const { code, err } = await run('start', two, '--port', new URL(url).port, '--no-open', '--lang', 'en');
    expect(code).toBe(1);
    expect(err).toContain(`port ${new URL(url).port} is taken`);
    await (await openStudy(two)).close();
  });
});
