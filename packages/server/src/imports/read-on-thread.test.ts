import { afterEach, beforeEach, expect, test } from 'vitest';
import { bytesOf, servedStudy, type ServedStudy } from '../small-study.fixture.js';
import { workerFile } from '../jobs/worker-file.js';
import { importFile } from './import-file.js';
import { readFile, type ReadFile, type ReadRequest } from './read-file.js';
import { readOnThread } from './read-on-thread.js';

let served: ServedStudy;
beforeEach(async () => {
  served = await servedStudy();
});
afterEach(() => served.close());

const lines = Array.from({ length: 20_000 }, (_, row) => `${row};${row % 2 ? 'ja' : 'nej'};${row % 5}`);
const survey = bytesOf(`id;ord;q\n${lines.join('\n')}\n`);
const turns = Array.from({ length: 4000 }, (_, n) => `${n % 2 ? 'IP' : 'Interviewer'}: Det var linje ${n}.`);
const transcript = bytesOf(turns.join('\n\n'));
const request = (bytes: Uint8Array, more: Partial<ReadRequest> = {}): ReadRequest => ({
  bytes,
  fileName: 'x.txt',
  wish: {},
  waveId: 'w',
  language: 'da',
  dryRun: false,
  ...more,
});

/** A file that was read, the answers of a survey by hash and length. */
const told = (file: ReadFile) =>
  file.as === 'survey' ? file.read.blobs.map(({ hash, bytes }) => [hash, bytes.length]) : file;

// What a thread reads needs the compiled worker, which `npm run build` makes.
test.skipIf(workerFile('read-worker') === null)(
  'a thread reads what would be read here, in one way or another',
  async () => {
    for (const bytes of [survey, transcript]) {
      const here = await readFile(request(bytes));
      const there = await readOnThread(request(bytes));
      expect(told(there)).toEqual(told(here));
    }
    const ragged = bytesOf(`a;b\n${'1;2\n'.repeat(50_000)}3\n`);
    await expect(readOnThread(request(ragged, { as: 'survey' }))).rejects.toMatchObject({
      code: 'survey.ragged',
      data: { file: 'x.txt' },
    });
  },
);

test('reading that is stopped changes nothing', async () => {
  const before = await served.study.operationCount();
  const stopper = new AbortController();
  const reading = importFile(served.study, survey, {
    fileName: 'svar.csv',
    apart: { signal: stopper.signal },
  });
  stopper.abort();
  await expect(reading).rejects.toMatchObject({ code: 'import.cancelled' });
  expect(await served.study.operationCount()).toBe(before);
});
