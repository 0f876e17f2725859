import { createKeyFile } from '@bagom/store';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { fill, servedStudy, type ServedStudy } from '../small-study.fixture.js';

/** One study, led through its stations in order: each goes on from the one before, with what that made. */
export const led = {
  served: undefined! as ServedStudy,
  folder: '',
  ids: { waveId: '', sourceId: '' },
  participantId: '',
  modelId: '',
  codeId: '',
  coderId: '',
  codingId: '',
  claimId: '',
  chapterId: '',
  blockId: '',
};

export async function open(): Promise<void> {
  led.folder = await mkdtemp(join(tmpdir(), 'bagom-key-'));
  const path = join(led.folder, 'a.key');
  const key = await createKeyFile(path, 'hestehale', { cost: 2 ** 10 });
  key.set('participants', 'p', 'name', 'Grethe');
  await key.save();
  led.served = await servedStudy(path);
  led.ids = await fill(led.served);
}

export async function close(): Promise<void> {
  await led.served.close();
  await rm(led.folder, { recursive: true });
}

export type Changed = { operation: { seq: number; kind: string; subject: string }; id: string };

/** Answers are checked against the contract's schemas on their way out: a wrong one is a 422. */
export async function get<T>(method: string, route: string, body?: unknown, params: object = {}): Promise<T> {
  const values = new Map<string, unknown>(Object.entries(params));
  const path = route.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values.get(name))));
  return led.served.get<T>(method, `/api${path}`, body);
}

export const change = (method: string, route: string, body?: unknown, params?: object) =>
  get<Changed>(method, route, body, params);

export async function refused(
  method: string,
  path: string,
  body?: unknown,
): Promise<{ code: string; da: string; en: string }> {
  const response = await led.served.ask(method, `/api${path}`, body);
  const answer = (await response.json()) as {
    code: string;
    defined: boolean;
    data: { code: string; da: string; en: string };
  };
  expect([response.status, answer.code, answer.defined]).toEqual([422, 'BAGOM', true]);
  return answer.data;
}
