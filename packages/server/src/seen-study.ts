import { hidesOperation, seenBy, veilOver, type Operation, type StudyState } from '@bagom/core';
import type { ServerContext } from './context.js';

/** Who a request is made as. A page on which nobody has chosen codes as the first coder; a script that says nothing is nobody. */
export function coderOf(state: StudyState, header: string | undefined): string | null {
  if (header === undefined) return null;
  return state.coders.has(header) ? header : ([...state.coders.keys()][0] ?? null);
}

type Seen = Pick<ServerContext, 'study' | 'remembered' | 'coderId'>;

/** The study as the coder of a request may see it. */
export async function seenStudy({ study, remembered, coderId }: Seen): Promise<StudyState> {
  if (veilOver(study.state, coderId) === null) return study.state;
  return remembered.get(await study.operationCount(), `seen by ${coderId}`, () =>
    seenBy(study.state, coderId),
  );
}

/** What an operation was about, unless it is kept from the coder of a request. */
export function seenSubject(
  { study, coderId }: Seen,
  operation: Pick<Operation, 'changes' | 'subject'>,
): string {
  return hidesOperation(veilOver(study.state, coderId), operation) ? '' : operation.subject;
}

/** An operation as the undo button names it; its subject only where the coder of a request may know it. */
export async function seenName<O extends { seq: number; kind: string; subject: string }>(
  seen: Seen,
  name: O | null,
): Promise<{ seq: number; kind: string; subject: string } | null> {
  if (name === null) return null;
  const { seq, kind, subject } = name;
  if (veilOver(seen.study.state, seen.coderId) === null) return { seq, kind, subject };
  const [operation] = await seen.study.operations({ limit: 1, before: seq + 1 });
  return { seq, kind, subject: operation ? seenSubject(seen, operation) : '' };
}
