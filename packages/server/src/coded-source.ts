import { rowsWhere, type Coding, type Memo, type StudyState, type TableName } from '@bagom/core';
import type { ServerContext } from './context.js';
import { seenStudy } from './seen-study.js';
import { openSource } from './source-entries.js';

/** What a source shows besides its codings and memos is made of these: after a change of one of them it is read anew. */
const SHOWN: ReadonlySet<TableName> = new Set<TableName>([
  'sources',
  'sourceVersions',
  'mentions',
  'participants',
  'judgements',
  // Who may see whose codings.
  'doubleCodings',
]);

/** Operations that are gone through to say what has changed; after more, all is read anew. */
const MOST_OPERATIONS = 100;

/** A source with its text, and with its codings and what is written about them as the coder of the request may see them. */
export async function codedSource(context: ServerContext, sourceId: string) {
  const { study } = context;
  const { seq } = study;
  const seen = await seenStudy(context);
  const open = await openSource(study, sourceId, seen);
  const codings = rowsWhere(seen, 'codings', { sourceId, version: open.source.version });
  // What came while the text was read may be in it already: told once more, it is there once.
  return { ...open, seq, codings, memos: memosAbout(seen, sourceId, codings) };
}

/**
 * What has become of a source's codings, and the memos, since an operation: what undo, another window or a merge did comes through
 * as well as what the asker did. The operations are read from the history, so an answer costs what has changed, not what there is.
 */
export async function codedSince(context: ServerContext, sourceId: string, since: number) {
  const { study } = context;
  const { seq } = study;
  const seen = await seenStudy(context);
  const anew = async () => {
    const all = await codedSource(context, sourceId);
    return { seq: all.seq, anew: all, gone: [], put: [], memos: null };
  };
  if (since === seq) return { seq, anew: null, gone: [], put: [], memos: null };
  // Nothing is told of codings that are kept from the coder, nor that there were some.
  if (seen !== study.state || since > seq || seq - since > MOST_OPERATIONS) return anew();
  const operations = await study.operations({ limit: seq - since, before: seq + 1 });
  /** By id, as it was before the first change and after the last. */
  const codings = new Map<string, { before: Coding | null; after: Coding | null }>();
  let memos = false;
  for (const { changes } of operations.toReversed()) {
    for (const change of changes) {
      if (SHOWN.has(change.table)) return anew();
      memos ||= change.table === 'memos';
      if (change.table !== 'codings') continue;
      const known = codings.get(change.id);
      const [before, after] = [change.before, change.after] as (Coding | null)[];
      codings.set(change.id, { before: known ? known.before : (before ?? null), after: after ?? null });
    }
  }
  const version = study.state.sources.get(sourceId)?.version;
  const here = (coding: Coding | null): coding is Coding =>
    coding?.sourceId === sourceId && coding.version === version;
  const gone = [...codings.values()].map(({ before }) => before).filter(here);
  const put = [...codings.values()].map(({ after }) => after).filter(here);
  // A memo goes with the coding it is about, and comes with it.
  const about =
    memos || gone.length > 0
      ? memosAbout(
          study.state,
          sourceId,
          rowsWhere(study.state, 'codings', { sourceId, version: version ?? 0 }),
        )
      : null;
  return { seq, anew: null, gone, put, memos: about };
}

/** Memos about the source, about its codings, and about codes. */
function memosAbout(state: StudyState, sourceId: string, codings: readonly Coding[]): Memo[] {
  const ids = new Set(codings.map(({ id }) => id));
  return [...state.memos.values()].filter(
    ({ about, aboutId }) =>
      about === 'code' ||
      (about === 'source' && aboutId === sourceId) ||
      (about === 'coding' && ids.has(aboutId)),
  );
}
