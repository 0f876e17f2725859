import { CODER_HEADER, contract } from '@bagom/contract';
import { QUESTIONNAIRE_LIMIT } from '@bagom/formats';
import { OpenAPIGenerator } from '@orpc/openapi';
import { OpenAPIHandler } from '@orpc/openapi/fetch';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { ServerContext } from './context.js';
import { router } from './handlers/router.js';
import { downloads } from './http/downloads.js';
import { asOrpcError, bagomAnswer, described, type Log } from './http/errors.js';
import { recordings } from './http/recordings.js';
import { securityHeaders } from './http/security-headers.js';
import { guard, type Session } from './http/session.js';
import { coderOf } from './seen-study.js';
import { staticFiles } from './http/static-files.js';
import { IMPORT_LIMITS } from './imports/import-summary.js';
import { MERGE_LIMIT } from './merge/merge-upload.js';

export interface AppOptions {
  context: ServerContext;
  session: Session;
  /** The port it is reached on: known only once the server listens. */
  port: () => number;
  /** The built page; without it only the API answers. */
  webRoot?: string | undefined;
  log?: Log;
}

/** A file of answers with its questionnaire is the most that is sent at once. */
const UPLOAD_LIMIT = Math.max(...Object.values(IMPORT_LIMITS)) + QUESTIONNAIRE_LIMIT + 64 * 1024;
const UPLOADS = [
  '/api/import',
  '/api/survey/waves/:waveId/questionnaire',
  '/api/classes/score',
  '/api/classes/score/file',
];
const isUpload = (path: string): boolean =>
  path === '/api/import' ||
  path === '/api/merge' ||
  path === '/api/merge/originals' ||
  /^\/api\/survey\/waves\/[^/]+\/questionnaire$/.test(path);
const BODY_LIMIT = 2 * 1024 * 1024;

/** The whole server as a function of requests: guard, API, downloads, page. */
export function createApp({ context, session, port, webRoot, log = toStderr }: AppOptions): Hono {
  const handler = new OpenAPIHandler(router, {
    clientInterceptors: [
      async (call) => {
        try {
          return await call.next();
        } catch (error) {
          throw asOrpcError(error, log);
        }
      },
    ],
  });
  const app = new Hono();
  app.use(securityHeaders);
  app.use(guard(session, port));
  const limitedBody = limited(BODY_LIMIT, (size) => invalid(`body: ${size} > ${BODY_LIMIT}`));
  for (const path of ['/api/merge', '/api/merge/originals'])
    app.use(path, limited(MERGE_LIMIT + 64 * 1024, copyTooLarge));
  for (const path of UPLOADS) app.use(path, limited(UPLOAD_LIMIT, fileTooLarge));
  app.use('/api/*', async (c, next) => (isUpload(c.req.path) ? next() : limitedBody(c, next)));
  let document: Promise<unknown> | undefined;
  app.get('/api/openapi.json', async (c) => c.json((await (document ??= openApi())) as object));
  app.use('/api/*', async (c) => {
    const { matched, response } = await handler.handle(c.req.raw, {
      prefix: '/api',
      context: { ...context, coderId: coderOf(context.study.state, c.req.header(CODER_HEADER)) },
    });
    if (!matched) return c.json({ code: 'NOT_FOUND', status: 404, message: 'no such route' }, 404);
    // A body that could not even be parsed never reached a handler.
    return response.status === 400 ? invalid('body') : response;
  });
  app.route('/files/recordings', recordings(context, log));
  app.route('/files', downloads(context, log));
  app.get('*', staticFiles(webRoot));
  app.onError((error, c) => {
    log(`unexpected: ${described(error)}`);
    return c.json(
      { code: 'BAGOM', status: 500, data: bagomAnswer({ code: 'unexpected', data: { reason: error.name } }) },
      500,
    );
  });
  return app;
}

const toStderr: Log = (line) => void process.stderr.write(`${line}\n`);

/** A body above the limit is refused before it is read to its end. */
function limited(maxSize: number, refuse: (size: number) => Response) {
  return bodyLimit({ maxSize, onError: (c) => refuse(Number(c.req.header('content-length')) || maxSize) });
}

/** The file's name is inside the body, which is not read. */
const fileTooLarge = (size: number) =>
  refusal(bagomAnswer({ code: 'file.too-large', data: { file: '—', size, limit: UPLOAD_LIMIT } }));

const copyTooLarge = (size: number) =>
  refusal(bagomAnswer({ code: 'file.too-large', data: { file: '—', size, limit: MERGE_LIMIT } }));

const invalid = (reason: string) => refusal(bagomAnswer({ code: 'input.invalid', data: { reason } }));

function refusal(data: ReturnType<typeof bagomAnswer>): Response {
  return Response.json(
    { defined: true, code: 'BAGOM', status: 422, message: data.en, data },
    { status: 422 },
  );
}

/** The API's description, made of the contract. */
export function openApi() {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  return generator.generate(contract, {
    info: { title: 'Bagom', version: '0.1.0' },
    servers: [{ url: '/api' }],
  });
}
