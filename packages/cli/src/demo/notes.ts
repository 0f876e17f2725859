import { insert, MEMO_TABLES, type MemoSubject, type Span } from '@bagom/core';
import { newId } from '@bagom/store';
import { createHash } from 'node:crypto';
import { change, type Demo, type DemoSource } from './demo.js';
import { locate } from './locate.js';
import { materialError, oneOf, readTsv } from './tsv.js';

/** Notes to words, bookmarks, examples of codes, and what memos are linked to: what lies on and between texts after a year of work. */
export async function addNotes(demo: Demo): Promise<void> {
  await annotate(demo);
  await setBookmarks(demo);
  await chooseExamples(demo);
  await linkMemos(demo);
}

interface Quoted {
  number: string;
  quote: string;
  line: number;
}

/** The place of a quote in the text of a participant. */
function placeOf(
  demo: Demo,
  file: string,
  row: Quoted,
): { source: DemoSource; span: Span; quoteHash: string } {
  const source = demo.sources.get(Number(row.number));
  if (!source) throw materialError(file, row.line, `no text of ${row.number}`);
  const span = locate(source.text, row.quote);
  if (typeof span === 'string') throw materialError(file, row.line, span);
  const quoteHash = createHash('sha256').update(source.text.slice(span.from, span.to), 'utf8').digest('hex');
  return { source, span, quoteHash };
}

async function annotate(demo: Demo): Promise<void> {
  const file = 'annotations.tsv';
  const rows = await readTsv(file, ['number', 'quote', 'title', 'body', 'coder']);
  for (const [index, row] of rows.entries()) {
    const { source, span, quoteHash } = placeOf(demo, file, row);
    await change(demo, 'memo.save', row.title, [
      insert('memos', {
        id: newId(),
        title: row.title,
        body: row.body,
        about: 'source',
        aboutId: source.id,
        coderId: demo.coders.get(row.coder) ?? null,
        createdAt: `2025-09-${String(3 + 4 * index).padStart(2, '0')}T11:20:00.000Z`,
        version: source.version,
        ...span,
        quoteHash,
      }),
    ]);
  }
}

async function setBookmarks(demo: Demo): Promise<void> {
  const file = 'bookmarks.tsv';
  for (const row of await readTsv(file, ['number', 'quote', 'name', 'coder'])) {
    const { source, span } = placeOf(demo, file, row);
    const place = { sourceId: source.id, version: source.version, ...span };
    const coderId = demo.coders.get(row.coder) ?? null;
    await change(demo, 'bookmark.save', row.name, [
      insert('bookmarks', { id: newId(), ...place, name: row.name, coderId }),
    ]);
  }
}

async function chooseExamples(demo: Demo): Promise<void> {
  const file = 'examples.tsv';
  for (const row of await readTsv(file, ['code', 'number', 'quote', 'coder'])) {
    const { source, span, quoteHash } = placeOf(demo, file, row);
    const codeId = demo.codes.get(row.code);
    if (codeId === undefined) throw materialError(file, row.line, `no code ${row.code}`);
    const place = { sourceId: source.id, version: source.version, ...span, quoteHash };
    const coderId = demo.coders.get(row.coder) ?? null;
    await change(demo, 'example.add', row.code, [
      insert('examples', { id: newId(), codeId, ...place, chosenHash: quoteHash, coderId }),
    ]);
  }
}

async function linkMemos(demo: Demo): Promise<void> {
  const file = 'memo-links.tsv';
  const memos = new Map([...demo.study.state.memos.values()].map(({ id, title }) => [title, id]));
  const idOf: Partial<Record<MemoSubject, (key: string) => string | undefined>> = {
    memo: (key) => memos.get(key),
    source: (key) => demo.sources.get(Number(key))?.id,
    code: (key) => demo.codes.get(key),
    participant: (key) => demo.participants.get(Number(key)),
    claim: (key) => demo.claims.get(Number(key)),
  };
  for (const { memo, about, key, line } of await readTsv(file, ['memo', 'about', 'key'])) {
    const kind = oneOf(['memo', 'source', 'code', 'participant', 'claim'], about, file, line);
    const [memoId, aboutId] = [memos.get(memo), idOf[kind]?.(key)];
    if (memoId === undefined || aboutId === undefined)
      throw materialError(file, line, `no memo ${memo}, or nothing in ${MEMO_TABLES[kind]} called ${key}`);
    await change(demo, 'memo.save', memo, [
      insert('memoLinks', { id: newId(), memoId, about: kind, aboutId }),
    ]);
  }
}
