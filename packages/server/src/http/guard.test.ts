import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStudy, type StudyFile } from '@bagom/store';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer, type RunningServer } from '../start-server.js';

let folder: string;
let study: StudyFile;
let server: RunningServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bagom-'));
  await mkdir(join(folder, 'web', 'assets'), { recursive: true });
  await writeFile(join(folder, 'web', 'index.html'), '<!doctype html><title>side</title>');
  await writeFile(join(folder, 'web', 'assets', 'app-1a2b.js'), 'export {};');
  await writeFile(join(folder, 'secret.txt'), 'hemmeligt');
  study = await createStudy(join(folder, 'a.bagom'), { title: 'A', language: 'da', actor: 'test' });
  server = await startServer({ study, webRoot: join(folder, 'web') });
});
afterAll(async () => {
  await server.close();
  await study.close();
  await rm(folder, { recursive: true });
});

/** A request with exactly these headers: `fetch` would not let a test lie about its host. */
function ask(
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: string }> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: server.port, path, headers }, (response) => {
      let body = '';
      response.on('data', (piece: Buffer) => (body += piece.toString()));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });
}

async function cookie(): Promise<string> {
  const { headers } = await ask(new URL(server.url).search.replace(/^/, '/'));
  return String(headers['set-cookie']).split(';')[0]!;
}

describe('who may speak', () => {
  test('the address that is opened gives a cookie and a clean address', async () => {
    const { status, headers } = await ask(`/coding${new URL(server.url).search}`);
    expect(status).toBe(303);
    expect(headers['location']).toBe('/coding');
    expect(String(headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Strict$/);
  });

  test('without the cookie nothing is told, in both languages', async () => {
    for (const path of [
      '/',
      '/api/study',
      '/files/report.html',
      '/api/openapi.json',
      '/?token=wrong',
      '/assets/app-1a2b.js',
    ]) {
      const { status, body } = await ask(path, { accept: 'text/html' });
      expect([path, status]).toEqual([path, 401]);
      expect(body).toContain('Denne side åbnes');
      expect(body).toContain('This page is opened');
    }
    expect((await ask('/api/study', { cookie: `bagom-${server.port}=wrong` })).status).toBe(401);
  });

  test('another host or origin is refused even with the cookie', async () => {
    const own = await cookie();
    expect((await ask('/api/study', { cookie: own })).status).toBe(200);
    expect((await ask('/api/study', { cookie: own, host: 'evil.example' })).status).toBe(403);
    expect((await ask('/api/study', { cookie: own, host: `evil.example:${server.port}` })).status).toBe(403);
    expect((await ask('/api/study', { cookie: own, origin: 'http://evil.example' })).status).toBe(403);
    expect((await ask('/api/study', { cookie: own, origin: 'null' })).status).toBe(403);
    expect((await ask('/api/study', { cookie: own, origin: `http://127.0.0.1:${server.port}` })).status).toBe(
      200,
    );
    expect((await ask(new URL(server.url).search.replace(/^/, '/'), { host: 'evil.example' })).status).toBe(
      403,
    );
  });

  test('every answer carries the policy', async () => {
    for (const path of ['/', '/api/study', '/nothing.js']) {
      const { headers } = await ask(path, { cookie: await cookie() });
      expect(headers['content-security-policy']).toContain("default-src 'self'");
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('no-referrer');
    }
  });
});

describe('the page', () => {
  test('its own addresses give the page, its files are kept by the browser, and nothing else is reached', async () => {
    const own = await cookie();
    expect((await ask('/coding/abc', { cookie: own })).body).toContain('side');
    const script = await ask('/assets/app-1a2b.js', { cookie: own });
    expect(script.headers['cache-control']).toContain('immutable');
    expect((await ask('/assets/gone.js', { cookie: own })).status).toBe(404);
    for (const path of [
      '/../secret.txt',
      '/..%2fsecret.txt',
      '/%2e%2e/secret.txt',
      '/assets/..%5c..%5csecret.txt',
      '/%00.txt',
      '/%zz.txt',
    ])
      expect((await ask(path, { cookie: own })).body).not.toContain('hemmeligt');
  });
});
