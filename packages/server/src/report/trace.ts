import { BagomError, chapterOrder, type Operation } from '@bagom/core';
import type { StudyFile } from '@bagom/store';

export interface TraceStep {
  what: 'block' | 'source' | 'passage' | 'participant' | 'consent' | 'operation' | 'original';
  id: string;
  data: Record<string, string | number | null>;
}

/** The way from a printed quote back to the file it came from: each step names a row, a file or an operation. */
export async function traceBlock(study: StudyFile, blockId: string): Promise<TraceStep[]> {
  const { state } = study;
  const block = state.blocks.get(blockId);
  if (!block) throw new BagomError('row.missing', { table: 'blocks', id: blockId });
  const place = chapterOrder(state).find(({ chapter }) => chapter.id === block.chapterId);
  const steps: TraceStep[] = [
    {
      what: 'block',
      id: block.id,
      data: { kind: block.kind, chapter: place?.number ?? '', title: place?.title ?? '' },
    },
  ];
  const source = block.sourceId ? state.sources.get(block.sourceId) : undefined;
  if (!source) return steps;
  const { title, kind, fileName, version, fromLine, toLine } = source;
  steps.push(
    { what: 'passage', id: source.id, data: { from: block.from, to: block.to, version } },
    { what: 'source', id: source.id, data: { title, kind, version, fromLine, toLine } },
  );
  const participant = source.participantId ? state.participants.get(source.participantId) : undefined;
  if (participant) {
    const { pseudonym, age, number } = participant;
    steps.push({ what: 'participant', id: participant.id, data: { pseudonym, age, number } });
    const consents = [...state.consents.values()]
      .filter(({ participantId }) => participantId === participant.id)
      .sort((a, b) => (a.givenAt < b.givenAt ? 1 : -1));
    const consent = consents[0];
    if (consent) {
      const { givenAt, scope, withdrawnAt } = consent;
      steps.push({ what: 'consent', id: consent.id, data: { givenAt, scope, withdrawnAt } });
    }
  }
  const made = await operationThatMade(study, source.id);
  if (made) {
    const { seq, kind: done, subject, actor, at } = made;
    steps.push({ what: 'operation', id: made.id, data: { seq, kind: done, subject, actor, at } });
  }
  steps.push({
    what: 'original',
    id: source.original,
    data: { fileName, hash: source.original, fromLine, toLine },
  });
  return steps;
}

/** The operation that put a source into the study, found from the newest back. */
async function operationThatMade(study: StudyFile, sourceId: string): Promise<Operation | undefined> {
  let before: number | undefined;
  for (;;) {
    const page = await study.operations({ limit: 50, ...(before === undefined ? {} : { before }) });
    const made = page.find(({ changes }) =>
      changes.some(({ table, id, before: was }) => table === 'sources' && id === sourceId && was === null),
    );
    if (made || page.length === 0) return made;
    before = page.at(-1)!.seq;
  }
}
