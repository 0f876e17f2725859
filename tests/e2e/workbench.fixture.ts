import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';

const root = new URL('../..', import.meta.url).pathname;
const command = join(root, 'packages/cli/bin/bagom.mjs');

/** The Chromium that `npm test` found or installed. */
export const CHROMIUM = [process.env.BAGOM_CHROMIUM, '/usr/bin/chromium'].find(
  (path) => path && existsSync(path),
);

/** Without these, Chromium looks for its maker's hosts: Bagom's tests open no connection but to the workbench. */
export const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A running workbench on a study of its own, the demo's or an empty one, in a folder that goes with it. */
export class Workbench {
  url: string;
  readonly study: string;
  readonly folder: string;
  private server: ChildProcess;
  private readonly browser: Browser;

  private constructor(url: string, study: string, folder: string, server: ChildProcess, browser: Browser) {
    this.url = url;
    this.study = study;
    this.folder = folder;
    this.server = server;
    this.browser = browser;
  }

  static async open(made: 'demo' | 'new' = 'demo'): Promise<Workbench> {
    const folder = mkdtempSync(join(tmpdir(), 'bagom-e2e-'));
    const study = join(folder, 'demo.bagom');
    execFileSync(process.execPath, [command, made, study], { stdio: 'pipe' });
    const { server, url } = await start(study);
    const browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: FLAGS });
    return new Workbench(url, study, folder, server, browser);
  }

  /** A new page, let in by the token, in this language; `complaints` gathers what the browser logs as wrong. */
  async page(language: 'da' | 'en', width = 1280): Promise<{ page: Page; complaints: string[] }> {
    const context = await this.browser.newContext({
      locale: language === 'da' ? 'da-DK' : 'en-GB',
      viewport: { width, height: 900 },
    });
    await context.addInitScript(`localStorage.setItem('bagom.language', JSON.stringify('${language}'))`);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`.trim());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(this.url);
    return { page, complaints };
  }

  /** The address of a station's page. */
  address(path: string): string {
    return new URL(path, this.url).href;
  }

  /** Ends the program at once, as a power cut would. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Ends the program and starts it again on the same study; its address, and the token in it, are new. */
  async restart(): Promise<void> {
    await this.end('SIGTERM');
    const { server, url } = await start(this.study);
    this.server = server;
    this.url = url;
  }

  private async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const ended = new Promise((resolve) => this.server.once('close', resolve));
    this.server.kill(signal);
    await ended;
  }

  async close(): Promise<void> {
    await this.browser.close();
    this.server.kill('SIGTERM');
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Starts the program on a study, and waits for its address. */
async function start(study: string): Promise<{ server: ChildProcess; url: string }> {
  const server = spawn(process.execPath, [command, 'start', study, '--no-open', '--port', '0']);
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    const listen = (data: Buffer) => {
      said += String(data);
      const found = /http:\/\/\S+/.exec(said);
      if (found) resolve(found[0]);
    };
    server.stdout.on('data', listen);
    server.stderr.on('data', listen);
    server.on('close', () => reject(new Error(`the workbench did not start: ${said}`)));
  });
  return { server, url };
}
