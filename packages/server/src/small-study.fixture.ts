import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStudy, type StudyFile } from '@bagom/store';
import type { Hono } from 'hono';
import { createApp } from './app.js';
import { newSession } from './http/session.js';
import { importFile } from './imports/import-file.js';
import { serverContext } from './start-server.js';

/** For tests: a study in a folder of its own, served without a port. */
export interface ServedStudy {
  study: StudyFile;
  folder: string;
  app: Hono;
  /** A request as the page makes it: right host, with the cookie. */
  ask(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
  /** The JSON of an answer that must be 200. */
  get<T = Record<string, never>>(method: string, path: string, body?: unknown): Promise<T>;
  logged: string[];
  cookie: string;
  close(): Promise<void>;
}

/** What was asked with success of any of them, as METHOD /path. */
export const answered = new Set<string>();

/** A job, once it runs no more. */
export async function ended(
  served: ServedStudy,
  id: string,
): Promise<{ state: string; progress: number; made: string[]; error: { da: string; en: string } | null }> {
  for (;;) {
    const job = await served.get<Awaited<ReturnType<typeof ended>>>('GET', `/api/jobs/${id}`);
    if (job.state !== 'running') return job;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const HOST = '127.0.0.1:4840';

export async function servedStudy(keyPath: string | null = null): Promise<ServedStudy> {
  const folder = await mkdtemp(join(tmpdir(), 'bagom-'));
  const study = await createStudy(join(folder, 'small.bagom'), {
    title: 'Lille studie',
    language: 'da',
    actor: 'test',
  });
  const session = newSession();
  const logged: string[] = [];
  const context = serverContext(study, keyPath, join(folder, 'machine', 'settings.json'));
  const app = createApp({ context, session, port: () => 4840, log: (line) => logged.push(line) });
  const ask: ServedStudy['ask'] = async (method, path, body, more = {}) => {
    const form = body instanceof FormData;
    const response = await app.request(path, {
      method,
      headers: {
        host: HOST,
        cookie: `bagom-4840=${session.cookie}`,
        ...(body === undefined || form ? {} : { 'content-type': 'application/json' }),
        ...more,
      },
      ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
    });
    if (response.ok) answered.add(`${method} ${path.split('?')[0]}`);
    return response;
  };
  return {
    study,
    folder,
    app,
    ask,
    logged,
    cookie: `bagom-4840=${session.cookie}`,
    async get<T>(method: string, path: string, body?: unknown): Promise<T> {
      const response = await ask(method, path, body);
      if (response.status !== 200)
        throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
      return (await response.json()) as T;
    },
    async close() {
      context.jobs.close();
      await study.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Sixty made-up respondents of two kinds, by a rule, so that two classes are there to be found. */
export const SURVEY = [
  'id;vægt;ensom;udenfor;venner;alder',
  ...Array.from({ length: 60 }, (_, i) => {
    const apart = i % 3 === 0;
    const answer = (item: number) => (((i * 7 + item * 5) % 10 === 0 ? !apart : apart) ? 1 : 2);
    return [i + 1, i % 2 ? '1,5' : '0,5', answer(1), answer(2), i === 5 ? '' : answer(3), 18 + (i % 50)].join(
      ';',
    );
  }),
].join('\r\n');

export const TRANSCRIPT = `Interviewer: Hvad lavede du i går?

IP: Jeg var hos Grethe i Nakskov. <script>alert(1)</script>

Interviewer: Hvordan var det?

IP: Det var rart, Grethe laver kaffe. Grethes hund var der også.
`;

export const REPORT = `Et lille hæfte om naboskab

Forordet er kort og står før det første kapitel.

1 Indledning

Her fortælles, hvad hæftet handler om, og hvordan der er talt med folk på vejen.

2 Naboer

2.1 At hilse

Nogle hilser hver dag, og det fortæller en beboer om:

Interviewer: Hilser du på dem?

Signe: Ja, hver morgen [griner]. Det er blevet en vane.

Interviewer: Og de andre?

Signe: Dem kender jeg ikke. (Signe, 34 år)

Andre lader være, og det kan have sine grunde.

2.2 At låne

En tredje vej er at låne værktøj af hinanden:

Jeg har lånt hans stige så mange gange, at den næsten er min. (Poul, 61 år)
`;

/** Reads the survey and one transcript of a participant into a study. */
export async function fill({ study }: ServedStudy): Promise<{ waveId: string; sourceId: string }> {
  const wave = await importFile(study, bytesOf(SURVEY), { fileName: 'svar-2025.csv' });
  const transcript = await importFile(study, bytesOf(TRANSCRIPT), { fileName: '01-asta.txt' });
  return { waveId: wave.id!, sourceId: transcript.id! };
}
