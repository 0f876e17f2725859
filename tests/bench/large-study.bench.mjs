// A study as large as research gets: 330 texts of 24 million characters, 150 codes, 100,000 codings. How long it takes to open it, and
// how long the page waits for its lists, passages, matrices and searches. Clock and processor time, medians; requests go through the
// whole server, from JSON to JSON.
import { readWords, retrieve, SearchIndex } from '@bagom/core';
import { createApp, newSession, serverContext } from '@bagom/server';
import { openStudy } from '@bagom/store';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { line, median } from './child.mjs';
import { makeLargeStudy } from './large-study.mjs';

const SIZE = { documents: 330, characters: 24_000_000, codes: 150, codings: 100_000 };
/** Passages of one code in the largest published study of its kind. */
const SEGMENTS = 6582;
const TIMES = 9;

export async function bench() {
  const folder = mkdtempSync(join(tmpdir(), 'bagom-large-'));
  try {
    const path = join(folder, 'large.bagom');
    const [made] = await measured(1, () => makeLargeStudy(path, SIZE));
    console.log(`  (made in ${(made.clock / 1000).toFixed(0)} s)`);
    await opening(path);
    const study = await openStudy(path, { actor: 'bench' });
    const ask = asker(study);
    await reading(study);
    await lists(ask);
    await passages(study, ask);
    await searching(study, ask);
    await coding(study, ask);
    await study.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Median milliseconds by the clock and of the processor, and what the last run gave. */
async function measured(times, work) {
  const [clock, processor] = [[], []];
  let given;
  for (let i = 0; i < times; i++) {
    const before = process.cpuUsage();
    const began = performance.now();
    given = await work(i);
    clock.push(performance.now() - began);
    const used = process.cpuUsage(before);
    processor.push((used.user + used.system) / 1000);
  }
  return [{ clock: median(clock), processor: median(processor) }, given];
}

const told = (what, { clock, processor }, limit, more = '') =>
  line(what, clock, limit, 'ms', `   (processor ${processor.toFixed(0)} ms${more})`);

async function opening(path) {
  const open = () => openStudy(path, { mode: 'read' });
  const [first, study] = await measured(1, open);
  told('opening, the first in a process', first, 1000);
  await study.close();
  const [again] = await measured(3, async () => (await open()).close());
  told('... again', again, 1000);
}

/** Asks as the page does: a request's JSON in, an answer's JSON out. */
function asker(study) {
  const session = newSession();
  const app = createApp({ context: serverContext(study), session, port: () => 4840, log: console.error });
  return async (method, path, body) => {
    const answer = await app.request(`/api${path}`, {
      method,
      headers: {
        host: '127.0.0.1:4840',
        cookie: `bagom-4840=${session.cookie}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const given = await answer.json();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(given)}`);
    return given;
  };
}

/** What the server does in the background after opening: every word of every text is read, one text after the other. */
async function reading(study) {
  const index = new SearchIndex();
  const before = process.memoryUsage();
  const texts = [];
  for (const { hash, language } of index.unread(study.state)) {
    const [used] = await measured(1, async () =>
      index.takeText(hash, readWords(await study.text(hash), language)),
    );
    texts.push(used);
  }
  const sum = (key) => texts.reduce((total, used) => total + used[key], 0);
  told(
    'reading all texts for the search, in the background',
    { clock: sum('clock'), processor: sum('processor') },
    5000,
  );
  told(
    '... the longest that a request can wait for it',
    {
      clock: Math.max(...texts.map(({ clock }) => clock)),
      processor: Math.max(...texts.map(({ processor }) => processor)),
    },
    50,
  );
  const after = process.memoryUsage();
  const grown = (after.arrayBuffers - before.arrayBuffers) / 1e6;
  line('... memory it takes', grown, 60, 'MB');
}

/** The code whose passages, with those under it, are nearest to so many. */
function codeOf(state, wanted) {
  return [...state.codes.keys()]
    .map((id) => ({ id, n: retrieve(state, { codes: [id] }).length }))
    .sort((a, b) => Math.abs(a.n - wanted) - Math.abs(b.n - wanted))[0];
}

async function lists(ask) {
  // The first request makes the index of each column it asks.
  told('list of sources, the first time', (await measured(1, () => ask('GET', '/transcripts')))[0], 500);
  told('... again', (await measured(TIMES, () => ask('GET', '/transcripts')))[0], 200);
  told('code tree with counts', (await measured(1, () => ask('GET', '/coding/codebook')))[0], 200);
}

async function passages({ state }, ask) {
  const code = codeOf(state, SEGMENTS);
  const page = () => ask('POST', '/comparison/passages', { codes: [code.id] });
  const [first, { total }] = await measured(1, page);
  told(`first page of ${total} segments, the first time`, first, 200);
  const [again] = await measured(TIMES, page);
  told('... again', again, 200);
  const codes = [...state.codes.keys()];
  const person = [...state.participants.keys()][100];
  const theirs = () => ask('POST', '/comparison/passages', { participantId: person });
  told('first page of one person\u2019s segments', (await measured(TIMES, theirs))[0], 200);
  const byPhase = () => ask('POST', '/comparison/matrix', { spec: { rows: 'code', cols: 'phase', codes } });
  told('matrix, 150 codes by life phase', (await measured(TIMES, byPhase))[0], 500);
  const byPerson = () => ask('POST', '/comparison/matrix', { spec: { rows: 'code', cols: 'person', codes } });
  told('matrix, 150 codes by 330 persons', (await measured(TIMES, byPerson))[0], 500);
}

async function searching(study, ask) {
  for (;;) {
    const { reading } = await ask('POST', '/search', { words: 'ensom' });
    if (reading.done === reading.of) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  for (const [what, words] of [
    ['one word', 'ensomme'],
    ['two words', 'venner skolen'],
    ['a phrase', '"gåtur alene"'],
    ['a beginning', 'komm*'],
    ['a word in no text', 'kolonihave'],
  ]) {
    const [used, { groups }] = await measured(TIMES, () => ask('POST', '/search', { words }));
    told(`search, ${what}`, used, 100, `, ${groups[0].total} places`);
  }
  const [ours] = await measured(TIMES, () => ask('POST', '/search', { words: 'ensomme' }));
  const [plain] = await measured(1, async () => {
    // Without an index every word of every text is read and stemmed when it is asked for.
    let lines = 0;
    for (const { text, id } of study.state.sourceVersions.values()) {
      const { words, stems, terms } = readWords(await study.text(text), 'da');
      lines += id && words.length > 0 ? terms.filter((term) => stems[term] === 'ensom').length : 0;
    }
    return lines;
  });
  line('search, one word, beside a reading of every text', plain.processor / ours.processor, 5, 'times');
}

async function coding({ state }, ask) {
  const [source] = state.sources.values();
  const [coder] = state.coders.keys();
  const codes = [...state.codes.keys()];
  const [used] = await measured(TIMES, (i) =>
    ask('POST', '/coding/codings', {
      sourceId: source.id,
      version: 1,
      from: 1000 + i,
      to: 1100 + i,
      codeIds: [codes[i]],
      coderId: coder,
    }),
  );
  told('adding a coding, until it is on the disk', used, 100);
  told(
    'code tree with counts, after a change',
    (await measured(1, () => ask('GET', '/coding/codebook')))[0],
    200,
  );
}
