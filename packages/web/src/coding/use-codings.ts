import { useQueryClient } from '@tanstack/react-query';
import { api, queries } from '../api.js';
import { useChange } from '../change.js';
import { codedText, withChange, type CodedText } from './coded-text.js';
import type { Coding } from './coding-types.js';

/** What a coding changes beside itself: what can be undone, the counts of the codebook, and how far a coder is with a sample. */
const TOUCHES = [queries.overview(), queries.codebook(), queries.doubleCodings()].map((one) => one.queryKey);

/**
 * Adds and removes codings of a text. A coding is on the page when the study has it on the disk, not before; the answer brings it, so
 * nothing is read anew to show it. A refusal changes nothing, and the status line says why.
 */
export function useCodings(open: CodedText | undefined): {
  add: (span: { from: number; to: number }, codeIds: string[], coderId: string) => void;
  remove: (coding: Coding) => void;
} {
  const client = useQueryClient();
  const follow = (sourceId: string, change: Parameters<typeof withChange>[1]) =>
    client.setQueryData(codedText(sourceId).queryKey, (known) => known && withChange(known, change));
  const adding = useChange(api.coding.add, {
    onDone: ({ operation, codings }, { sourceId }) =>
      follow(sourceId, { seq: operation?.seq ?? 0, put: codings }),
    touches: TOUCHES,
  });
  const removing = useChange(({ id }: Coding) => api.coding.remove({ id }), {
    // A memo that was written at it goes on at the text: what has become of memos is read.
    onDone: (_, coding) => follow(coding.sourceId, { seq: 0, gone: [coding] }),
  });
  return {
    add: (span, codeIds, coderId) => {
      if (!open) return;
      const { id: sourceId, version } = open.source;
      adding.mutate({ sourceId, version, ...span, codeIds, coderId });
    },
    remove: (coding) => removing.mutate(coding),
  };
}
