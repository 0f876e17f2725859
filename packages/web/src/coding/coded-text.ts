import { SpanIndex } from '@bagom/core';
import { queryOptions } from '@tanstack/react-query';
import { api, type Outputs } from '../api.js';
import type { Coding, Memo } from './coding-types.js';

type Read = Outputs['coding']['read'];
type Since = Outputs['coding']['since'];

/** A text with its codings as the study has them at operation `seq`. There is no other record of them on the page. */
export interface CodedText extends Omit<Read, 'codings' | 'memos'> {
  codings: SpanIndex<Coding>;
  memos: readonly Memo[];
}

/**
 * A text with its codings. It is read whole once; read again, after a change made here, in another window or by a merge, it asks only
 * for what has changed since.
 */
export const codedText = (sourceId: string) =>
  queryOptions({
    queryKey: ['coding', 'read', sourceId],
    queryFn: async ({ client, queryKey, signal }): Promise<CodedText> => {
      const known = client.getQueryData<CodedText>(queryKey);
      if (!known) return indexed(await api.coding.read({ sourceId }, { signal }));
      return changed(known, await api.coding.since({ sourceId, seq: known.seq }, { signal }));
    },
  });

/** With codings that were just added or removed, as the answer to that change tells it. */
export function withChange(
  known: CodedText,
  { seq, gone = [], put = [] }: { seq: number; gone?: readonly Coding[]; put?: readonly Coding[] },
): CodedText {
  return {
    ...known,
    // Something else was done in between: what that was is asked for from where we were.
    seq: seq === known.seq + 1 ? seq : known.seq,
    codings: known.codings.remove(gone).insert(put),
  };
}

const indexed = (read: Read): CodedText => ({ ...read, codings: SpanIndex.of(read.codings) });

function changed(known: CodedText, { seq, anew, gone, put, memos }: Since): CodedText {
  if (anew) return indexed(anew);
  const codings = gone.length + put.length === 0 ? known.codings : known.codings.remove(gone).insert(put);
  return { ...known, seq, codings, memos: memos ?? known.memos };
}
