import { spawn } from 'node:child_process';

const OPENERS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  // `start` takes its first quoted word for a title.
  win32: ['cmd', '/c', 'start', ''],
};

/** Opens an address in the browser, quietly: where there is none, the address stands on the screen. */
export function openBrowser(url: string): void {
  const [opener, ...before] = OPENERS[process.platform] ?? ['xdg-open'];
  // cmd.exe reads & as the end of a command.
  const address = process.platform === 'win32' ? url.replaceAll('&', '^&') : url;
  const child = spawn(opener, [...before, address], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
