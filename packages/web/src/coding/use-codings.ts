import type { Span } from '@bagom/core';
import { useQueryClient } from '@tanstack/react-query';
import { api, queries, type Inputs, type Outputs } from '../api.js';
import { useChange } from '../change.js';
import { codedText, withChange, type CodedText } from './coded-text.js';
import type { Coding } from './coding-types.js';

type NewCode = NonNullable<Inputs['coding']['add']['newCode']>;

/** What a coding changes beside itself: what can be undone, the counts of the codebook, and how far a coder is with a sample. */
const TOUCHES = [queries.overview(), queries.codebook(), queries.doubleCodings()].map((one) => one.queryKey);

/**
 * Adds and removes codings of a text. A coding is on the page when the study has it on the disk, not before; the answer brings it, so
 * nothing is read anew to show it. A refusal changes nothing, and the status line says why.
 */
export function useCodings(open: CodedText | undefined): {
  add: (span: Span, codeIds: string[], coderId: string) => void;
  /** Makes a code and uses it, as one act; its id is told when it is there. */
  addNew: (span: Span, code: NewCode, coderId: string, onMade: (codeId: string) => void) => void;
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
  const at = (span: Span, coderId: string) =>
    open && { sourceId: open.source.id, version: open.source.version, ...span, coderId };
  return {
    add: (span, codeIds, coderId) => {
      const where = at(span, coderId);
      if (where) adding.mutate({ ...where, codeIds });
    },
    addNew: (span, newCode, coderId, onMade) => {
      const where = at(span, coderId);
      const onSuccess = ({ codings: [made] }: Outputs['coding']['add']) => made && onMade(made.codeId);
      if (where) adding.mutate({ ...where, newCode }, { onSuccess });
    },
    remove: (coding) => removing.mutate(coding),
  };
}
