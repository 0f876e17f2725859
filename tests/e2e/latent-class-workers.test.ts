import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';
import { Worker as NodeWorker } from 'node:worker_threads';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CHROMIUM, FLAGS } from './workbench.fixture.js';

// The library as it is published, in workers of Node and of a browser, each with the WebAssembly kernel and without it.
const dist = new URL('../../packages/latent-class/dist/', import.meta.url).pathname;
const workerFile = new URL('latent-class.worker.mjs', import.meta.url);

interface Analysis {
  wasm: boolean;
  told: number;
  stopped: string;
  result: string;
}
type Message = { ready: true } | { done: Analysis } | { failed: string };

function inNode(withoutWasm: boolean): Promise<Analysis> {
  return new Promise((resolve, reject) => {
    const worker = new NodeWorker(workerFile);
    worker.on('error', reject);
    worker.on('message', (message: Message) => {
      if ('ready' in message) {
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
        worker.postMessage({ library: `file://${dist}index.js`, withoutWasm });
        return;
      }
      void worker.terminate();
      if ('done' in message) resolve(message.done);
      else reject(new Error(message.failed));
    });
  });
}

/** Serves the built library and the worker; under /strict/ with a policy that forbids WebAssembly. */
function serve(): Promise<Server> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const strict = url.pathname.startsWith('/strict/');
    const path = normalize(url.pathname.replace(/^\/(strict|open)\//, ''));
    response.setHeader(
      'content-security-policy',
      `default-src 'self'; script-src 'self'${strict ? '' : " 'wasm-unsafe-eval'"}`,
    );
    if (path === 'page') {
      response.setHeader('content-type', 'text/html');
      response.end('<!doctype html><title>workers</title>');
      return;
    }
    try {
      const file = path === 'worker.mjs' ? workerFile : join(dist, path);
      const body = path.includes('..') ? undefined : readFileSync(file);
      response.setHeader('content-type', 'text/javascript');
      response.end(body);
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}

let server: Server;
let browser: Browser;
beforeAll(async () => {
  server = await serve();
  browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: FLAGS });
});
afterAll(async () => {
  await browser?.close();
  server?.close();
});

async function inBrowser(policy: 'open' | 'strict'): Promise<Analysis> {
  const page = await browser.newPage();
  try {
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${policy}/page`);
    return await page.evaluate(
      (base) =>
        new Promise<Analysis>((resolve, reject) => {
          const worker = new Worker(`${base}worker.mjs`, { type: 'module' });
          worker.addEventListener('error', (event) => reject(new Error(event.message)));
          worker.addEventListener('message', ({ data }: MessageEvent<Message>) => {
            // oxlint-disable-next-line unicorn/require-post-message-target-origin -- workers have no origin
            if ('ready' in data) worker.postMessage({ library: `${base}index.js`, withoutWasm: false });
            else if ('done' in data) resolve(data.done);
            else reject(new Error(data.failed));
          });
        }),
      `/${policy}/`,
    );
  } finally {
    await page.close();
  }
}

test('workers of Node and of the browser, with WebAssembly and without, come to the same result to the last bit', async () => {
  const node = await inNode(false);
  const plain = await inNode(true);
  const open = await inBrowser('open');
  const strict = await inBrowser('strict');
  expect([node.wasm, plain.wasm, open.wasm, strict.wasm]).toEqual([true, false, true, false]);
  expect(node.result.length).toBeGreaterThan(50_000);
  // Compared as truth values: a difference would print a hundred thousand digits.
  for (const other of [plain, open, strict]) expect(other.result === node.result).toBe(true);
});

test('a worker tells how far it is and stops when asked', async () => {
  const { told, stopped } = await inBrowser('open');
  expect(told).toBe(3 * (40 + 8) + 2);
  expect(stopped).toBe('aborted');
});
