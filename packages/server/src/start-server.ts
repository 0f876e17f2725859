import { serve, type ServerType } from '@hono/node-server';
import type { StudyFile } from '@bagom/store';
import type { AddressInfo } from 'node:net';
import { createApp } from './app.js';
import type { ServerContext } from './context.js';
import type { Log } from './http/errors.js';
import { newSession } from './http/session.js';
import { Jobs } from './jobs/jobs.js';
import { settingsPath } from './recognition/recogniser.js';
import { OpenedKey } from './opened-key.js';
import { Remembered } from './remembered.js';
import { StudySearch } from './search/study-search.js';
import { SurveyColumns } from './survey/columns.js';

export interface StartOptions {
  study: StudyFile;
  /** The folder of the built page. */
  webRoot?: string;
  /** 0 or absent: any that is free. */
  port?: number;
  /** The key file, which may not be there. */
  keyPath?: string;
  /** The language the page opens in; the study's own when absent. */
  language?: 'da' | 'en';
  log?: Log;
  onReady?: (url: string) => void;
}

export interface RunningServer {
  /** The address to open, with this start's token. */
  url: string;
  port: number;
  close(): Promise<void>;
}

/** What handlers work on, made for one study. */
export function serverContext(
  study: StudyFile,
  keyPath: string | null = null,
  settings = settingsPath(),
): ServerContext {
  return {
    study,
    columns: new SurveyColumns(),
    jobs: new Jobs(),
    remembered: new Remembered(),
    search: new StudySearch(study),
    location: study.location,
    keyPath,
    coderId: null,
    key: new OpenedKey(),
    settingsPath: settings,
    recognised: new Map(),
  };
}

/** Serves a study to this machine alone. The study stays the caller's to close. */
export async function startServer(options: StartOptions): Promise<RunningServer> {
  const { study, webRoot, port: wanted = 0, keyPath = null, language, log, onReady } = options;
  const session = newSession();
  const context = serverContext(study, keyPath);
  let port = wanted;
  const app = createApp({ context, session, port: () => port, webRoot, ...(log ? { log } : {}) });
  const server = await new Promise<ServerType>((resolve, reject) => {
    const starting = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: wanted }, () =>
      resolve(starting),
    );
    starting.on('error', reject);
  });
  port = (server.address() as AddressInfo).port;
  const url = `http://127.0.0.1:${port}/?token=${session.token}${language ? `&language=${language}` : ''}`;
  onReady?.(url);
  context.search.begin();
  return {
    url,
    port,
    async close() {
      context.jobs.close();
      await context.search.close();
      await context.key.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
    },
  };
}
