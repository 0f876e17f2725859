import { seenBy, seenOperation, veilOver, type StudyState, type Veil } from '@bagom/core';
import type { ServerContext } from './context.js';

/** Who a request is made as. A page on which nobody has chosen codes as the first coder; a script that says nothing is nobody. */
export function coderOf(state: StudyState, header: string | undefined): string | null {
  if (header === undefined) return null;
  return state.coders.has(header) ? header : ([...state.coders.keys()][0] ?? null);
}

export type Seen = Pick<ServerContext, 'study' | 'remembered' | 'coderId'>;

/**
 * The study as the coder of a request may see it; nobody in particular sees what every coder may. Handlers read codings, and what
 * hangs on them, from here and nowhere else.
 */
export async function seenStudy(context: Seen): Promise<StudyState> {
  const { study, remembered, coderId } = context;
  if ((await veilOf(context)) === null) return study.state;
  return remembered.get(await study.operationCount(), `seen by ${coderId}`, () =>
    seenBy(study.state, coderId),
  );
}

/** What is kept from the coder of a request. */
export async function veilOf({ study, remembered, coderId }: Seen): Promise<Veil | null> {
  return remembered.get(await study.operationCount(), `veil over ${coderId}`, () =>
    veilOver(study.state, coderId),
  );
}

/** A study of which the coder of a request sees only their part: to look up the rows that they name. */
export async function seenFile(context: Seen): Promise<{ state: StudyState }> {
  return { state: await seenStudy(context) };
}

/** An operation as the undo button names it; its subject only where the coder of a request may know it. */
export async function seenName<O extends { seq: number; kind: string; subject: string }>(
  context: Seen,
  name: O | null,
): Promise<{ seq: number; kind: string; subject: string } | null> {
  if (name === null) return null;
  const { seq, kind, subject } = name;
  const veil = await veilOf(context);
  if (veil === null) return { seq, kind, subject };
  const [operation] = await context.study.operations({ limit: 1, before: seq + 1 });
  return { seq, kind, subject: operation ? seenOperation(veil, operation).subject : '' };
}
