import { BagomError } from '@bagom/core';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { command, EXIT } from '../command.js';
import { reasonOf } from '../files.js';
import { openBrowser } from '../open-browser.js';
import { demoLocation, keyLocation, studyLocation } from '../study-location.js';
import { actor } from '../with-study.js';

export const start = command({
  name: 'start',
  operands: [{ name: 'STUDY', required: false }],
  options: { port: { kind: 'whole', value: 'N', min: 0, max: 65_535 }, 'no-open': { kind: 'flag' } },
  async run({ operands: [name], options, io, messages }) {
    const location = name === undefined ? demoLocation(io.env) : studyLocation(name);
    if (name === undefined && !existsSync(location)) {
      io.out(messages.start.building(location));
      await mkdir(dirname(location), { recursive: true });
      const { buildDemo } = await import('../demo/build.js');
      await buildDemo(location);
    }
    // The server is read from the disk while the study is opened.
    const loading = import('@bagom/server');
    const { openStudy } = await import('@bagom/store');
    const study = await openStudy(location, { mode: 'write', actor: actor() });
    const { port = 0 } = options;
    const webRoot = webFolder();
    const keyPath = keyLocation(location);
    const { startServer } = await loading;
    const server = await startServer({
      study,
      port,
      ...(webRoot === null ? {} : { webRoot }),
      ...(keyPath === null ? {} : { keyPath }),
      log: io.err,
    }).catch(async (error: unknown) => {
      await study.close();
      throw portError(error, port);
    });
    const ended = untilTold();
    if (webRoot === null) io.err(messages.start.noPage);
    io.out(messages.start.running(study.location, server.url));
    if (!options['no-open']) openBrowser(server.url);
    await ended;
    await server.close();
    await study.close();
    io.out(messages.start.closed);
    return EXIT.done;
  },
});

/** Where the built page is, or null. */
function webFolder(): string | null {
  const folder = new URL('dist/', import.meta.resolve('@bagom/web/package.json'));
  return existsSync(new URL('index.html', folder)) ? fileURLToPath(folder) : null;
}

function portError(error: unknown, port: number): unknown {
  const reason = reasonOf(error);
  if (reason === 'EADDRINUSE') return new BagomError('port.taken', { port });
  return /^E[A-Z]+$/.test(reason) ? new BagomError('port.refused', { port, reason }) : error;
}

/** Until Ctrl+C or the end of the session; a second Ctrl+C ends at once, as everywhere. */
function untilTold(): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      process.off('SIGINT', end);
      process.off('SIGTERM', end);
      resolve();
    };
    process.on('SIGINT', end);
    process.on('SIGTERM', end);
  });
}
