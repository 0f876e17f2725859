// A coded transcript corrected in 3,000 places in one change, through the server: how long it takes, and that no coding is lost or
// moved off its words.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importFile, startServer } from '@bagom/server';
import { createStudy } from '@bagom/store';
import { line, median } from './child.mjs';

const CODINGS = 4000;
const RUNS = 7;
const NAMES = { Anders: 'Jens', Mette: 'Kirsten', Aarhus: '[by]' };
const WORDS =
  'jeg du hun vi og men ikke svært ensom arbejde hjem går ser tænker måske altid nogen her der så'.split(' ');

export async function bench() {
  const folder = mkdtempSync(join(tmpdir(), 'bagom-versions-'));
  const study = await createStudy(join(folder, 'a.bagom'), { title: 'A', language: 'da', actor: 'bench' });
  const server = await startServer({ study });
  try {
    const { text, spans } = transcript();
    const file = new TextEncoder().encode(text);
    const { id: sourceId } = await importFile(study, file, { fileName: 'a.txt', as: 'transcript' });
    await study.commit('bench.code', '', codings(sourceId, text, spans));
    const send = await session(server);
    const changes = [...text.matchAll(/Anders|Mette|Aarhus/g)].map(({ 0: name, index }) => ({
      from: index,
      to: index + name.length,
      insert: NAMES[name],
    }));
    const times = [];
    for (let run = 0; run < RUNS; run++) {
      const { version } = study.state.sources.get(sourceId);
      const began = performance.now();
      const { report } = await send(`/transcripts/${sourceId}/correct`, {
        version,
        changes,
        reason: 'navne',
      });
      times.push((performance.now() - began) / 1000);
      if (report.counts.lost + report.counts.moved > 0) throw new Error('a coding was lost or moved');
      const now = await study.sourceText(sourceId);
      for (const { id, from, to } of study.state.codings.values()) {
        const words = text.slice(spans[id].from, spans[id].to);
        const plain = replaced(words, NAMES);
        if (now.slice(from, to) !== plain) throw new Error(`a coding left its words: ${words}`);
      }
      await send('/history/undo', {});
    }
    const problems = await study.verify();
    if (problems.length > 0) throw new Error(`the study is damaged: ${problems[0].code}`);
    line(
      `${changes.length} replacements under ${CODINGS} codings, ${text.length} characters`,
      median(times),
      1,
      's',
      `   (${RUNS} runs, ${Math.min(...times).toFixed(2)} to ${Math.max(...times).toFixed(2)}; none lost or moved)`,
    );
  } finally {
    await server.close();
    await study.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const replaced = (text, names) => text.replace(/Anders|Mette|Aarhus/g, (name) => names[name]);

/** An interview of 108,000 characters in which three names stand 3,000 times, and stretches of whole words of it. */
function transcript() {
  const random = numbers();
  const names = Object.keys(NAMES);
  const turns = Array.from({ length: 750 }, (_, i) => {
    const words = Array.from({ length: 22 }, () => WORDS[Math.floor(random() * WORDS.length)]);
    for (let n = 0; n < 4; n++) words.splice(Math.floor(random() * words.length), 0, names[n % 3]);
    return `${i % 2 ? 'IP' : 'Interviewer'}: ${words.join(' ')}.`;
  });
  const text = `${turns.join('\n\n')}\n`;
  const starts = [...text.matchAll(/(?<=\s)\p{L}+/gu)].map(({ index }) => index);
  const spans = Object.fromEntries(
    Array.from({ length: CODINGS }, (_, i) => {
      const at = Math.floor(random() * (starts.length - 30));
      const last = starts[at + 1 + Math.floor(random() * 25)];
      return [`k${i}`, { from: starts[at], to: text.slice(0, last).trimEnd().length }];
    }),
  );
  return { text, spans };
}

function codings(sourceId, text, spans) {
  const code = {
    parentId: null,
    definition: '',
    use: '',
    useNot: '',
    example: '',
    origin: 'inductive',
    hue: 0,
  };
  return [
    { do: 'insert', table: 'coders', row: { id: 'i', name: 'Ida', initials: 'I' } },
    ...Array.from({ length: 40 }, (_, i) => ({
      do: 'insert',
      table: 'codes',
      row: { ...code, id: `c${i}`, position: i, name: `kode ${i}`, shortName: null, status: null },
    })),
    ...Object.entries(spans).map(([id, { from, to }], i) => ({
      do: 'insert',
      table: 'codings',
      row: {
        id,
        sourceId,
        version: 1,
        from,
        to,
        codeId: `c${i % 40}`,
        coderId: 'i',
        quoteHash: createHash('sha256').update(text.slice(from, to)).digest('hex'),
        createdAt: '2026-01-01T00:00:00Z',
      },
    })),
  ];
}

/** The same numbers each time (Lehmer, modulus 2^31 - 1). */
function numbers() {
  let last = 20260101;
  return () => (last = (last * 48271) % 2147483647) / 2147483647;
}

/** A function that sends the server what the page does. */
async function session({ url }) {
  const opened = await fetch(url, { redirect: 'manual' });
  const cookie = opened.headers.getSetCookie()[0].split(';')[0];
  const { origin } = new URL(url);
  return async (path, body) => {
    const answer = await fetch(`${origin}/api${path}`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const told = await answer.json();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${JSON.stringify(told)}`);
    return told;
  };
}
