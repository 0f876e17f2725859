import { BagomError } from '@bagom/core';
import { Hono } from 'hono';
import type { ServerContext } from '../context.js';
import { rowOf } from '../handlers/api.js';
import { keepRecording } from '../recordings/keep-recording.js';
import { bagomAnswer, described, type Log } from './errors.js';

/** Recordings in and out: kept as their bytes come, played from any place. Neither is ever whole in memory. */
export function recordings({ study }: ServerContext, log: Log): Hono {
  const app = new Hono();
  app.post('/:sourceId', async (c) => {
    const { body } = c.req.raw;
    const fileName = c.req.query('name') ?? '';
    const kept = await keepRecording(study, c.req.param('sourceId'), { fileName, bytes: piecesOf(body) });
    return c.json(kept);
  });
  app.get('/:id', async (c) => {
    const { original, mime } = rowOf(study, 'recordings', c.req.param('id'));
    const size = await study.originals.size(original);
    const range = rangeOf(c.req.header('range'), size);
    const headers = { 'Content-Type': mime, 'Accept-Ranges': 'bytes', 'Cache-Control': 'no-store' };
    if (range === 'outside')
      return new Response(null, { status: 416, headers: { ...headers, 'Content-Range': `bytes */${size}` } });
    const { from, to } = range ?? { from: 0, to: size };
    return new Response(streamOf(study.originals.piece(original, from, to)), {
      status: range ? 206 : 200,
      headers: {
        ...headers,
        'Content-Length': String(to - from),
        ...(range ? { 'Content-Range': `bytes ${from}-${to - 1}/${size}` } : {}),
      },
    });
  });
  app.onError((error, c) => {
    const known = error instanceof BagomError ? error : new BagomError('unexpected', { reason: error.name });
    if (known !== error) log(`unexpected: ${described(error)}`);
    return c.json({ data: bagomAnswer(known) }, known === error ? 422 : 500);
  });
  return app;
}

/** The one stretch of bytes a request asks for (RFC 9110, 14.2); null: all of them. Several at once are answered with all. */
export function rangeOf(
  header: string | undefined,
  size: number,
): { from: number; to: number } | 'outside' | null {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return null;
  if (match[1] === '') {
    const last = Number(match[2]);
    return last === 0 ? 'outside' : { from: Math.max(0, size - last), to: size };
  }
  const from = Number(match[1]);
  const to = match[2] === '' ? size : Math.min(size, Number(match[2]) + 1);
  if (match[2] !== '' && Number(match[2]) < from) return null;
  return from >= size ? 'outside' : { from, to };
}

async function* piecesOf(body: ReadableStream<Uint8Array> | null): AsyncIterable<Uint8Array> {
  if (!body) return;
  const reader = body.getReader();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    yield value;
  }
}

/** A stream that reads as it is drunk, and stops reading when the browser has heard enough. */
function streamOf(pieces: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = pieces[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(new Uint8Array(value));
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
