import {
  insert,
  keepMemos,
  MEMO_TABLES,
  memoSubjectName,
  memoSubjects,
  NO_PLACE,
  remove,
  rowsWhere,
  type Draft,
  type Memo,
  type MemoLink,
} from '@bagom/core';
import { newId, type StudyFile } from '@bagom/store';
import { nameOfSource } from '../name-of-source.js';
import { seenFile, seenStudy } from '../seen-study.js';
import { currentText } from '../source-entries.js';
import { api, change, checkVersion, put, quoteHash, rowOf, short, trimmedSpan } from './api.js';

export const memos = {
  memos: api.coding.memos.handler(async ({ context }) => {
    const { study } = context;
    const state = await seenStudy(context);
    const links = new Map<string, MemoLink[]>();
    for (const link of state.memoLinks.values())
      links.set(link.memoId, [...(links.get(link.memoId) ?? []), link]);
    const read = [];
    for (const memo of state.memos.values()) {
      read.push({
        ...memo,
        name: memoSubjectName(state, memo.about, memo.aboutId),
        words: await wordsOf(study, memo),
        links: (links.get(memo.id) ?? []).map(({ id, about, aboutId }) => ({
          id,
          about,
          aboutId,
          name: memoSubjectName(state, about, aboutId),
        })),
      });
    }
    return {
      memos: read.sort((a, b) => (a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : 0)),
      subjects: memoSubjects(state),
    };
  }),

  saveMemo: api.coding.saveMemo.handler(async ({ context, input: { links, ...input } }) => {
    const { study } = context;
    const seen = await seenFile(context);
    const known = input.id ? rowOf(seen, 'memos', input.id) : undefined;
    for (const { about, aboutId } of [input, ...(links ?? [])])
      if (about !== 'study') rowOf(seen, MEMO_TABLES[about], aboutId);
    const row: Memo = {
      ...input,
      ...(await placeOf(study, input, known)),
      id: known?.id ?? newId(),
      createdAt: known?.createdAt ?? new Date().toISOString(),
    };
    const drafts = [put(study, 'memos', row), ...(links ? linksOf(study, row, links) : [])];
    return change(study, 'memo.save', short(row.title || row.body), drafts, row.id);
  }),

  removeMemo: api.coding.removeMemo.handler(async ({ context, input: { id } }) => {
    const { study } = context;
    const { title, body, about, aboutId } = rowOf(await seenFile(context), 'memos', id);
    const drafts = [
      ...rowsWhere(study.state, 'memoLinks', { memoId: id }).map((link) => remove('memoLinks', link.id)),
      // A memo about this memo goes on at what this one was about.
      ...keepMemos(study.state, 'memo', new Set([id]), () => ({ about, aboutId })),
      remove('memos', id),
    ];
    return change(study, 'memo.remove', short(title || body), drafts, id);
  }),

  bookmarks: api.coding.bookmarks.handler(async ({ context }) => {
    const { study } = context;
    const read = [];
    for (const bookmark of (await seenStudy(context)).bookmarks.values()) {
      const { number, ...name } = nameOfSource(study.state, bookmark.sourceId);
      read.push({ number, entry: { ...bookmark, ...name, words: (await wordsOf(study, bookmark)) ?? '' } });
    }
    return {
      bookmarks: read
        .sort((a, b) => a.number - b.number || a.entry.from - b.entry.from)
        .map(({ entry }) => entry),
    };
  }),

  saveBookmark: api.coding.saveBookmark.handler(async ({ context, input }) => {
    const { study } = context;
    if (input.id) rowOf(await seenFile(context), 'bookmarks', input.id);
    const { source, text } = await currentText(study, input.sourceId);
    checkVersion(source, input.version);
    const span = trimmedSpan(text, input);
    const name = input.name.trim() || short(text.slice(span.from, span.to), 40);
    const row = { ...input, ...span, name, id: input.id ?? newId() };
    return change(study, 'bookmark.save', name, [put(study, 'bookmarks', row)], row.id);
  }),

  removeBookmark: api.coding.removeBookmark.handler(async ({ context, input: { id } }) => {
    const { study } = context;
    const { name } = rowOf(await seenFile(context), 'bookmarks', id);
    return change(study, 'bookmark.remove', name, [remove('bookmarks', id)], id);
  }),
};

/** The words at a place of the text as it is now; null: none, or the text has moved on without it. */
async function wordsOf(
  study: StudyFile,
  at: { sourceId?: string; version: number | null; from: number | null; to: number | null } & Partial<Memo>,
): Promise<string | null> {
  const sourceId = at.sourceId ?? (at.about === 'source' ? at.aboutId : undefined);
  if (!sourceId || at.from === null || at.to === null) return null;
  if (study.state.sources.get(sourceId)?.version !== at.version) return null;
  const { text } = await currentText(study, sourceId);
  return short(text.slice(at.from, at.to), 240);
}

/** What a memo is linked to, made so: links that are there stay, and nothing is linked to twice or to its own subject. */
function linksOf(study: StudyFile, memo: Memo, links: readonly Pick<Memo, 'about' | 'aboutId'>[]): Draft[] {
  const key = ({ about, aboutId }: Pick<Memo, 'about' | 'aboutId'>) => `${about} ${aboutId}`;
  const wanted = new Map(links.map((link) => [key(link), link]));
  wanted.delete(key(memo));
  wanted.delete(key({ about: 'memo', aboutId: memo.id }));
  const there = rowsWhere(study.state, 'memoLinks', { memoId: memo.id });
  const kept = new Set(there.map(key));
  return [
    ...there.flatMap((link) => (wanted.has(key(link)) ? [] : [remove('memoLinks', link.id)])),
    ...[...wanted].flatMap(([at, { about, aboutId }]) =>
      kept.has(at) ? [] : [insert('memoLinks', { id: newId(), memoId: memo.id, about, aboutId })],
    ),
  ];
}

/** The words an annotation is about, as they are kept; a memo about something as a whole has no place. */
async function placeOf(
  study: StudyFile,
  { about, aboutId, version, from, to }: Pick<Memo, 'about' | 'aboutId' | 'version' | 'from' | 'to'>,
  known: Memo | undefined,
): Promise<Pick<Memo, keyof typeof NO_PLACE>> {
  if (about !== 'source' || version === null || from === null || to === null) return NO_PLACE;
  const same = known && known.version === version && known.from === from && known.to === to;
  // What it says may be changed while its words wait in an older version of the text.
  if (same) return { version, from, to, quoteHash: known.quoteHash };
  const { source, text } = await currentText(study, aboutId);
  checkVersion(source, version);
  const span = trimmedSpan(text, { from, to });
  return { version, ...span, quoteHash: quoteHash(text.slice(span.from, span.to)) };
}
