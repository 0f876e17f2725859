import { BagomError, studyLanguage } from '@bagom/core';
import { errorSentence, exportWishes, historyFilter } from '@bagom/contract';
import { Hono } from 'hono';
import type { ServerContext } from '../context.js';
import { given, rowOf } from '../handlers/api.js';
import { manualDocx } from '../manual/docx.js';
import { manualHtml } from '../manual/html.js';
import { studyManual } from '../manual/study-manual.js';
import { manualText } from '../manual/text.js';
import { reportText } from '../report/audit-study.js';
import { reportDocx } from '../report/docx.js';
import { reportHtml } from '../report/html.js';
import { printedReport } from '../report/published-study.js';
import { exportWave } from '../survey/export-wave.js';
import { studyModelFile } from '../classes/model-file.js';
import { invitationsCsv } from '../fieldwork/invitations-csv.js';
import { historyCsv } from '../history/history-csv.js';
import { described, type Log } from './errors.js';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Files to be saved: the printed report, a wave of answers, and the originals that were imported. */
export function downloads(context: ServerContext, log: Log): Hono {
  const { study, columns } = context;
  const smallCell = () => [...study.state.studies.values()][0]?.smallCell ?? 3;
  const title = () => [...study.state.studies.values()][0]?.title || 'rapport';
  const app = new Hono();
  app.get('/report.html', async () => {
    const page = reportHtml(await printedReport(study), { smallCell: smallCell() });
    // Shown rather than saved: it is read in the browser, and printed from there.
    return file(page, 'text/html; charset=utf-8', 'inline', `${title()}.html`);
  });
  app.get('/report.docx', async () =>
    file(
      await reportDocx(await printedReport(study), { smallCell: smallCell() }),
      DOCX,
      'attachment',
      `${title()}.docx`,
    ),
  );
  app.get('/report.txt', async () =>
    file(await reportText(study), 'text/plain; charset=utf-8', 'attachment', `${title()}.txt`),
  );
  const manualName = () => (studyLanguage(study.state) === 'da' ? 'kodemanual' : 'coding manual');
  app.get('/codebook.html', async () => {
    const page = manualHtml(await studyManual(study));
    return file(page, 'text/html; charset=utf-8', 'inline', `${title()} – ${manualName()}.html`);
  });
  app.get('/codebook.docx', async () =>
    file(await manualDocx(await studyManual(study)), DOCX, 'attachment', `${title()} – ${manualName()}.docx`),
  );
  app.get('/codebook.txt', async () =>
    file(
      manualText(await studyManual(study)),
      'text/plain; charset=utf-8',
      'attachment',
      `${title()} – ${manualName()}.txt`,
    ),
  );
  app.get('/invitations.csv', async (c) =>
    file(
      await invitationsCsv(context, {
        states: new Set(c.req.query('states')?.split(',') ?? ['listed']),
        withClass: c.req.query('class') === 'true',
      }),
      'text/csv; charset=utf-8',
      'attachment',
      `${title()} – invitationer.csv`,
    ),
  );
  app.get('/history.csv', async (c) => {
    const filter = historyFilter.safeParse(c.req.query());
    if (!filter.success)
      throw new BagomError('input.invalid', { reason: filter.error.issues[0]?.message ?? '' });
    const name = `${title()} – historik.csv`;
    return file(await historyCsv(study, given(filter.data)), 'text/csv; charset=utf-8', 'attachment', name);
  });
  app.get('/models/:modelId', async (c) => {
    const model = rowOf(study, 'classModels', c.req.param('modelId'));
    const json = JSON.stringify(await studyModelFile(context, model), null, 1);
    return file(`${json}\n`, 'application/json', 'attachment', `${model.name}.model.json`);
  });
  app.get('/originals/:sourceId', async (c) => {
    const source = rowOf(study, 'sources', c.req.param('sourceId'));
    if (source.original === '') throw new BagomError('file.not-found', { file: source.fileName });
    return file(
      await study.original(source.original),
      'application/octet-stream',
      'attachment',
      source.fileName,
    );
  });
  app.get('/waves/:waveId', async (c) => {
    const wishes = exportWishes.safeParse(c.req.query());
    if (!wishes.success)
      throw new BagomError('input.invalid', { reason: wishes.error.issues[0]?.message ?? '' });
    const { bytes, fileName } = await exportWave(study, columns, c.req.param('waveId'), wishes.data);
    return file(bytes, 'application/octet-stream', 'attachment', fileName);
  });
  app.onError((error, c) => {
    const known = error instanceof BagomError ? error : new BagomError('unexpected', { reason: error.name });
    if (known !== error) log(`unexpected: ${described(error)}`);
    const sentences = [
      errorSentence(known.code, known.data, 'da'),
      errorSentence(known.code, known.data, 'en'),
    ];
    return c.text(sentences.join('\n'), known === error ? 404 : 500);
  });
  return app;
}

function file(body: string | Uint8Array, type: string, how: 'inline' | 'attachment', name: string): Response {
  const plain = name
    .normalize('NFKD')
    .replace(/[^\w. -]/g, '_')
    .slice(0, 100);
  const exact = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return new Response(typeof body === 'string' ? body : new Uint8Array(body), {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `${how}; filename="${plain}"; filename*=UTF-8''${exact}`,
      // An original may hold anything; nothing in it runs.
      ...(how === 'inline' ? {} : { 'X-Download-Options': 'noopen' }),
    },
  });
}
