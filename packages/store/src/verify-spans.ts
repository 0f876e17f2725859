import { isInside, MEMO_TABLES, type StudyState, type TableName } from '@bagom/core';
import { sha256 } from './blobs.js';
import type { Problem } from './problem.js';

/** A stretch of one version of a source's text. */
interface Place {
  sourceId: string;
  version: number;
  from: number;
  to: number;
}

/** Every span lies in the text it was made on, and stands on the words it stood on; every memo is about something. */
export function verifySpans(state: StudyState, texts: ReadonlyMap<string, string>): Problem[] {
  const problems: Problem[] = [];
  const versions = new Map<string, string>();
  for (const { id, sourceId, number, text, length, turns, marks } of state.sourceVersions.values()) {
    const words = texts.get(text);
    // A text that is missing was told as a blob.
    if (words === undefined) continue;
    versions.set(`${sourceId} ${number}`, words);
    const table = 'sourceVersions';
    if (words.length !== length) {
      problems.push({ code: 'text.other-length', table, id, data: { length, found: words.length } });
    }
    const outside = [...turns, ...marks].find(({ from, to }) => from < 0 || from > to || to > words.length);
    if (outside)
      problems.push({
        code: 'span.outside-text',
        table,
        id,
        data: { from: outside.from, to: outside.to, length: words.length },
      });
  }
  const known = new Set([...state.sourceVersions.values()].map((row) => `${row.sourceId} ${row.number}`));
  /** The words of a span, or null when that is a problem, which is then told. */
  const wordsOf = (
    table: TableName,
    id: string,
    sourceId: string,
    version: number,
    from: number,
    to: number,
  ) => {
    const key = `${sourceId} ${version}`;
    const text = versions.get(key);
    if (text === undefined) {
      if (!known.has(key)) problems.push({ code: 'span.no-version', table, id, data: { sourceId, version } });
      return null;
    }
    if (isInside({ from, to }, text.length)) return text.slice(from, to);
    problems.push({
      code: 'span.outside-text',
      table,
      id,
      data: { sourceId, version, from, to, length: text.length },
    });
    return null;
  };
  for (const { id, version } of state.sources.values()) {
    if (!known.has(`${id} ${version}`)) {
      problems.push({ code: 'source.no-version', table: 'sources', id, data: { version } });
    }
  }
  const checkQuote = (table: TableName, id: string, at: Place, quoteHash: string | null): void => {
    const words = wordsOf(table, id, at.sourceId, at.version, at.from, at.to);
    if (words !== null && sha256(words) !== quoteHash)
      problems.push({ code: 'span.other-words', table, id, data: { ...at } });
  };
  for (const table of ['codings', 'examples'] as const)
    for (const { id, sourceId, version, from, to, quoteHash } of state[table].values())
      checkQuote(table, id, { sourceId, version, from, to }, quoteHash);
  for (const { id, sourceId, version, from, to } of state.bookmarks.values())
    wordsOf('bookmarks', id, sourceId, version, from, to);
  for (const { id, sourceId, version, from, to } of state.mentions.values()) {
    wordsOf('mentions', id, sourceId, version, from, to);
  }
  for (const table of ['wishes', 'barriers', 'blocks'] as const) {
    for (const { id, sourceId, from, to } of state[table].values()) {
      if (sourceId === null || (from === null && to === null)) continue;
      const version = state.sources.get(sourceId)?.version;
      // A pointer to no source was told as such.
      if (version !== undefined) wordsOf(table, id, sourceId, version, from ?? -1, to ?? -1);
    }
  }
  for (const { id, about, aboutId, version, from, to, quoteHash } of state.memos.values()) {
    if (about === 'study' && aboutId === '') continue;
    if (!state[MEMO_TABLES[about]]?.has(aboutId)) {
      problems.push({ code: 'memo.orphan', table: 'memos', id, data: { about, aboutId } });
      continue;
    }
    if (version === null || from === null || to === null) continue;
    checkQuote('memos', id, { sourceId: aboutId, version, from, to }, quoteHash);
  }
  return problems;
}
