import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rangeOf } from '../http/recordings.js';
import { ended, servedStudy, type ServedStudy } from '../small-study.fixture.js';
import { audioKind } from './audio-kind.js';
import { wavPeaks } from './wav-peaks.js';
import { wave } from './wave.fixture.js';

let served: ServedStudy;
let sourceId: string;
beforeAll(async () => {
  served = await servedStudy();
  sourceId = (await get<{ id: string }>('POST', '/transcripts', { title: 'Interview 7' })).id;
});
afterAll(async () => served.close());

const get = <T>(method: string, path: string, body?: unknown) => served.get<T>(method, `/api${path}`, body);
const HEADERS = () => ({ host: '127.0.0.1:4840', cookie: served.cookie });
const send = (bytes: Uint8Array<ArrayBuffer>, name = 'lyd.wav', to = sourceId) =>
  served.app.request(`/files/recordings/${to}?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: HEADERS(),
    body: bytes,
  });
async function kept(bytes: Uint8Array<ArrayBuffer>, name?: string) {
  const response = await send(bytes, name);
  expect(response.status).toBe(200);
  return (await response.json()) as { id: string; seconds: number | null; promised: number | null };
}
const refusal = async (response: Response) => {
  expect(response.status).toBe(422);
  return ((await response.json()) as { data: { code: string } }).data.code;
};
const pieces = (bytes: Uint8Array, most = 1000) =>
  async function* (from: number, to: number) {
    for (let at = from; at < to; at += most) yield bytes.subarray(at, Math.min(to, at + most));
  };

describe('the outline of a WAV file', () => {
  test('is the least and the greatest of each twentieth of a second, however the bytes come', async () => {
    const bytes = wave(2);
    for (const most of [1, 7, 4096, 1_000_000]) {
      const read = await wavPeaks(bytes.length, pieces(bytes, most));
      expect(read).toMatchObject({ seconds: 2, promised: null });
      expect(read!.peaks.length).toBe(2 * 40);
      // Loud is 16000 of 32768, quiet a tenth of it.
      expect([read!.peaks[0], read!.peaks[1], read!.peaks[21], read!.peaks[41]]).toEqual([-62, 62, 6, 62]);
    }
  });

  test('a file that was half written is read as far as it goes, and says what it promised', async () => {
    const half = wave(4).subarray(0, 44 + 2 * 8000);
    expect(await wavPeaks(half.length, pieces(half))).toMatchObject({ seconds: 1, promised: 4 });
    // A recorder that lost its power left the length unwritten.
    const unwritten = wave(1, { stated: 0 });
    expect(await wavPeaks(unwritten.length, pieces(unwritten))).toMatchObject({ seconds: 1, promised: null });
  });

  test('what is no WAV, or lies about itself, is null and costs nothing', async () => {
    const noFormat = Buffer.from(wave(1));
    noFormat.write('junk', 12);
    const noChannels = Buffer.from(wave(1));
    noChannels.writeUInt16LE(0, 22);
    const loop = Buffer.from(wave(1));
    loop.writeUInt32LE(0xffffffff, 16);
    for (const bytes of [noFormat, noChannels, loop, Buffer.from('RIFF1234WAVE'), Buffer.alloc(0)])
      expect(await wavPeaks(bytes.length, pieces(bytes))).toBeNull();
  });
});

test('what a sound is, is told from its bytes', () => {
  const head = (text: string) => Buffer.from(text, 'latin1');
  expect(audioKind(wave(1).subarray(0, 16))).toBe('audio/wav');
  expect(audioKind(head('ID3\x04'))).toBe('audio/mpeg');
  expect(audioKind(head('\xff\xfb\x90\x00'))).toBe('audio/mpeg');
  expect(audioKind(head('\0\0\0\x20ftypM4A '))).toBe('audio/mp4');
  expect(audioKind(head('OggS'))).toBe('audio/ogg');
  expect(audioKind(head('fLaC'))).toBe('audio/flac');
  expect(audioKind(head('\x1a\x45\xdf\xa3'))).toBe('audio/webm');
  for (const other of ['<html>', 'MZ\x90', '%PDF-1.7', '']) expect(audioKind(head(other))).toBeNull();
});

describe('a recording', () => {
  test('is kept with its wave, and played from any place', async () => {
    const bytes = wave(3);
    const { id, seconds } = await kept(bytes, '../../interview 7.wav');
    expect(seconds).toBe(3);
    const [listed] = await get<{ fileName: string; mime: string; peaks: string }[]>(
      'GET',
      `/transcripts/${sourceId}/recordings`,
    );
    expect(listed).toMatchObject({ fileName: expect.not.stringContaining('/') as string, mime: 'audio/wav' });
    expect(Buffer.from(listed!.peaks, 'base64').length).toBe(120);
    const ask = (range?: string) =>
      served.app.request(`/files/recordings/${id}`, {
        headers: { ...HEADERS(), ...(range ? { range } : {}) },
      });
    const whole = await ask();
    expect([whole.status, whole.headers.get('accept-ranges'), whole.headers.get('content-length')]).toEqual([
      200,
      'bytes',
      String(bytes.length),
    ]);
    expect(Buffer.from(await whole.arrayBuffer()).equals(bytes)).toBe(true);
    const part = await ask('bytes=44-143');
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 44-143/${bytes.length}`]);
    expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(44, 144))).toBe(true);
    const outside = await ask(`bytes=${bytes.length}-`);
    expect([outside.status, outside.headers.get('content-range')]).toEqual([416, `bytes */${bytes.length}`]);
    expect(await served.study.verify()).toEqual([]);
  });

  test('that was cut short is kept, and it is said how much there is', async () => {
    expect(await kept(wave(4).subarray(0, 44 + 2 * 8000))).toMatchObject({ seconds: 1, promised: 4 });
  });

  test('of another kind waits for the page to read its wave', async () => {
    const { id, seconds } = await kept(Buffer.from('ID3\x04 no frames at all, but who knows'), 'a.mp3');
    expect(seconds).toBeNull();
    const peaks = Buffer.from(Int8Array.from([-5, 5, -9, 9]).buffer).toString('base64');
    await get('PUT', `/recordings/${id}/peaks`, { seconds: 0.1, peaks });
    const read = await get<{ id: string; peaks: string }[]>('GET', `/transcripts/${sourceId}/recordings`);
    expect(read.find((one) => one.id === id)).toMatchObject({ seconds: 0.1, peaks });
    await get('DELETE', `/recordings/${id}`);
  });

  test('that is none is refused, and nothing stays', async () => {
    const before = await readdir(join(served.folder, 'small.media'));
    const operations = await served.study.operationCount();
    expect(await refusal(await send(Buffer.from('<html><script>alert(1)</script>'), 'a.wav'))).toBe(
      'recording.not-sound',
    );
    expect(await refusal(await send(Buffer.alloc(0), 'a.wav'))).toBe('file.empty');
    expect(await refusal(await send(wave(1), 'a.wav', 'nobody'))).toBe('row.missing');
    expect(await served.study.operationCount()).toBe(operations);
    expect(await readdir(join(served.folder, 'small.media'))).toEqual(before);
    expect(await refusal(await send(Buffer.from(wave(0)), 'a.wav'))).toBe('recording.no-sound');
  });

  test('is reached by its id alone, never by a path', async () => {
    for (const path of ['..%2f..%2fsmall.bagom', '%2e%2e%2fsmall.bagom', 'small.bagom', '%00']) {
      const response = await served.app.request(`/files/recordings/${path}`, { headers: HEADERS() });
      expect([path, response.status >= 400]).toEqual([path, true]);
      expect(await response.text()).not.toContain('SQLite');
    }
    const stranger = await served.app.request(`/files/recordings/${sourceId}`, {
      headers: { host: '127.0.0.1:4840' },
    });
    expect(stranger.status).toBe(401);
  });
});

test('ranges are read as browsers write them', () => {
  expect(rangeOf('bytes=0-', 10)).toEqual({ from: 0, to: 10 });
  expect(rangeOf('bytes=2-4', 10)).toEqual({ from: 2, to: 5 });
  expect(rangeOf('bytes=2-400', 10)).toEqual({ from: 2, to: 10 });
  expect(rangeOf('bytes=-3', 10)).toEqual({ from: 7, to: 10 });
  expect(rangeOf('bytes=-0', 10)).toBe('outside');
  expect(rangeOf('bytes=10-', 10)).toBe('outside');
  for (const odd of [undefined, 'bytes=4-2', 'bytes=0-1,3-4', 'items=0-1', 'bytes=-', 'bytes=a-b'])
    expect(rangeOf(odd, 10)).toBeNull();
});

describe('what is being written', () => {
  const draft = {
    version: 1,
    changes: [{ from: 0, to: 0, insert: 'Interviewer: Hej' }],
    times: [{ at: 14, seconds: 2 }],
  };

  test('is on the disk at once, comes back, and is gone when it is saved', async () => {
    const path = `/transcripts/${sourceId}/draft`;
    expect(await get('GET', path)).toEqual({ draft: null, kept: true });
    expect(await get('PUT', path, draft)).toEqual({ kept: true });
    expect(await get('GET', path)).toEqual({ draft, kept: true });
    const before = await served.study.operationCount();
    await get('POST', `/transcripts/${sourceId}/correct`, { ...draft, reason: '' });
    expect(await served.study.operationCount()).toBe(before + 1);
    expect(await get('GET', path)).toEqual({ draft: null, kept: true });
    const { turns } = await get<{ turns: { label: string; time: number }[] }>(
      'GET',
      `/transcripts/${sourceId}`,
    );
    expect(turns).toMatchObject([{ label: 'Interviewer', time: 2 }]);
  });

  test('on a version that is no longer shown is not offered', async () => {
    await get('PUT', `/transcripts/${sourceId}/draft`, draft);
    expect(await get('GET', `/transcripts/${sourceId}/draft`)).toMatchObject({ draft: null });
  });
});

const HEARD = JSON.stringify({
  params: { model: 'x', language: 'da' },
  result: { language: 'da' },
  transcription: [
    {
      timestamps: { from: '00:00:00,000', to: '00:00:02,000' },
      offsets: { from: 0, to: 2000 },
      text: ' Hej med dig.',
    },
    {
      timestamps: { from: '00:00:02,000', to: '00:00:03,000' },
      offsets: { from: 2000, to: 3000 },
      text: ' Hvor bor du?',
    },
  ],
});

describe.skipIf(process.platform === 'win32')('speech recognition', () => {
  const program = () => join(served.folder, 'machine', 'whisper-cli');
  const model = () => join(served.folder, 'machine', 'ggml small.bin');
  const says = async (script: string) => {
    await mkdir(join(served.folder, 'machine'), { recursive: true });
    await writeFile(model(), 'model');
    await writeFile(program(), `#!${process.execPath}\n${script}`);
    await chmod(program(), 0o755);
  };
  const GOOD = `
const { writeFileSync } = require('node:fs');
const args = process.argv.slice(2);
const after = (name) => args[args.indexOf(name) + 1];
process.stderr.write('whisper_print_progress_callback: progress =  50%\\n');
writeFileSync(after('-of') + '.json', ${JSON.stringify(HEARD)});
writeFileSync(__dirname + '/args.json', JSON.stringify(args));
`;
  let recordingId: string;
  let textId: string;
  beforeAll(async () => {
    await says(GOOD);
    textId = (await get<{ id: string }>('POST', '/transcripts', { title: 'Hørt' })).id;
    const response = await send(wave(3), 'hørt.wav', textId);
    recordingId = ((await response.json()) as { id: string }).id;
  });
  const start = () => get<{ id: string }>('POST', `/recordings/${recordingId}/recognise`);
  const set = (recogniser: object | null) => get('PUT', '/recogniser', { recogniser });

  test('is off until somebody points at a program and a model', async () => {
    expect(await get('GET', '/recogniser')).toEqual({ recogniser: null });
    const answer = await served.ask('POST', `/api/recordings/${recordingId}/recognise`);
    expect(await refusal(answer)).toBe('recogniser.none');
    for (const wrong of ['whisper-cli', '/nowhere/whisper-cli', served.folder]) {
      const response = await served.ask('PUT', '/api/recogniser', {
        recogniser: { program: wrong, model: model() },
      });
      expect(await refusal(response)).toBe('recogniser.no-file');
    }
  });

  test('runs the program with its arguments as a list, and shows what was heard before it is kept', async () => {
    await set({ program: program(), model: model() });
    expect(await readFile(served.study.location, 'latin1')).not.toContain('whisper-cli');
    const { id } = await start();
    expect(await ended(served, id)).toMatchObject({ state: 'done' });
    const args = JSON.parse(await readFile(join(served.folder, 'machine', 'args.json'), 'utf8')) as string[];
    expect(args.slice(0, 2)).toEqual(['-m', model()]);
    expect(args.slice(4, 7)).toEqual(['-l', 'da', '-oj']);
    const shown = await get<{ preview: { turns: { text: string; time: number }[] } }>(
      'GET',
      `/recognised/${id}`,
    );
    expect(shown.preview.turns.map(({ text }) => text).join(' ')).toContain('Hej med dig.');
    expect((await get<{ text: string }>('GET', `/transcripts/${textId}`)).text).toBe('\n');
    await get('POST', `/recognised/${id}`);
    const { text, turns } = await get<{ text: string; turns: { time: number }[] }>(
      'GET',
      `/transcripts/${textId}`,
    );
    expect(text).toContain('Hvor bor du?');
    expect(turns[0]!.time).toBe(0);
    expect(await served.study.verify()).toEqual([]);
  });

  test('of a second part comes after the first, on the clock of the text', async () => {
    const part = await send(wave(3), 'del 2.wav', textId);
    const { id: second } = (await part.json()) as { id: string };
    const { id } = await get<{ id: string }>('POST', `/recordings/${second}/recognise`);
    await ended(served, id);
    const before = await get<{ text: string; turns: object[] }>('GET', `/transcripts/${textId}`);
    const shown = await get<{ report: { counts: { lost: number } } }>('GET', `/recognised/${id}?add=true`);
    expect(shown.report.counts.lost).toBe(0);
    await get('POST', `/recognised/${id}`, { add: true });
    const { text, turns } = await get<{ text: string; turns: { time: number; from: number; to: number }[] }>(
      'GET',
      `/transcripts/${textId}`,
    );
    expect(text.startsWith(before.text.trimEnd())).toBe(true);
    expect(turns.slice(0, before.turns.length)).toEqual(before.turns);
    const [first] = turns.slice(before.turns.length);
    expect([first!.time, text.slice(first!.from, first!.to)]).toEqual([
      3,
      expect.stringContaining('Hej med dig.'),
    ]);
    // Two devices: the second begins where it is said to.
    await get('PATCH', `/recordings/${second}`, { start: 0.5 });
    expect(await get('GET', `/transcripts/${textId}/recordings`)).toMatchObject([
      { fileName: 'hørt.wav', start: null },
      { fileName: 'del 2.wav', start: 0.5 },
    ]);
    await get('PUT', `/recordings/${second}/peaks`, { seconds: 4, peaks: '' });
    const kept = await get<{ seconds: number; peaks: string }[]>('GET', `/transcripts/${textId}/recordings`);
    expect([kept[1]!.seconds, kept[1]!.peaks.length > 0]).toEqual([4, true]);
    expect(await served.study.verify()).toEqual([]);
  });

  test('that fails, writes nothing or writes nonsense says so, and the text is as it was', async () => {
    const before = await served.study.operationCount();
    await says(`process.stderr.write('error: failed to load model\\n'); process.exit(3);`);
    expect((await ended(served, (await start()).id)).error?.en).toContain('failed to load model');
    await says('process.exit(0);');
    expect((await ended(served, (await start()).id)).error?.en).toContain('wrote no answer');
    await says(GOOD.replace(JSON.stringify(HEARD), '"{"'));
    const { id } = await start();
    await ended(served, id);
    expect(await refusal(await served.ask('GET', `/api/recognised/${id}`))).toMatch(/\w/);
    expect(await served.study.operationCount()).toBe(before);
  });

  test('that is cancelled is ended, and nothing stays', async () => {
    await says(`process.stderr.write('progress = 10%\\n'); setInterval(() => {}, 1000);`);
    const { id } = await start();
    expect(await get('DELETE', `/jobs/${id}`)).toMatchObject({ state: 'cancelled' });
    expect(await refusal(await served.ask('GET', `/api/recognised/${id}`))).toBe('job.missing');
  });
});
