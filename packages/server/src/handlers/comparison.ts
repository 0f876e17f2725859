import { matrix, mayCount, remove, retrieve, type Barrier, type Wish } from '@bagom/core';
import { newId, type StudyFile } from '@bagom/store';
import { keptMemos } from '../kept-memos.js';
import { casesById, printableWords, readPassages } from '../passages.js';
import { seenStudy } from '../seen-study.js';
import { currentText } from '../source-entries.js';
import { api, change, given, put, rowOf, trimmedSpan } from './api.js';

export const comparison = {
  matrix: api.comparison.matrix.handler(async ({ context, input: { spec, group, coderId } }) =>
    matrix(await seenStudy(context), spec, { group: given(group), ...(coderId ? { coderId } : {}) }),
  ),

  passages: api.comparison.passages.handler(async ({ context, input }) => {
    const { study } = context;
    const { from, count, group, ...wanted } = input;
    const found = retrieve(await seenStudy(context), { ...given(wanted), group: given(group) });
    const persons = new Set(found.map(({ participantId }) => participantId));
    persons.delete(null);
    return {
      total: found.length,
      persons: persons.size,
      passages: await readPassages(study, found.slice(from, from + count)),
    };
  }),

  wishes: api.comparison.wishes.handler(async ({ context: { study } }) => {
    const people = casesById(study.state);
    const said = async <T extends Wish | Barrier>(row: T) => {
      const person = people.get(row.participantId);
      const { sourceId, from, to } = row;
      return {
        ...row,
        pseudonym: person?.participant.pseudonym ?? '',
        phase: person?.participant.phase ?? null,
        complexity: person?.complexity ?? null,
        quote:
          sourceId && from !== null && to !== null
            ? await printableWords(study, sourceId, { from, to })
            : null,
      };
    };
    const counts = ({ participantId }: Wish | Barrier) => {
      const person = people.get(participantId);
      return person !== undefined && mayCount(person);
    };
    return {
      wishes: await Promise.all([...study.state.wishes.values()].filter(counts).map(said)),
      barriers: await Promise.all([...study.state.barriers.values()].filter(counts).map(said)),
    };
  }),

  saveWish: api.comparison.saveWish.handler(async ({ context: { study }, input }) => {
    if (input.id) rowOf(study, 'wishes', input.id);
    const row = { ...input, ...(await saidWhere(study, input)), id: input.id ?? newId() };
    return change(study, 'wish.save', row.need, [put(study, 'wishes', row)], row.id);
  }),

  removeWish: api.comparison.removeWish.handler(async ({ context: { study }, input: { id } }) => {
    const { need } = rowOf(study, 'wishes', id);
    const drafts = [...keptMemos(study.state, 'wish', [id]), remove('wishes', id)];
    return change(study, 'wish.remove', need, drafts, id);
  }),

  saveBarrier: api.comparison.saveBarrier.handler(async ({ context: { study }, input }) => {
    if (input.id) rowOf(study, 'barriers', input.id);
    const row = { ...input, ...(await saidWhere(study, input)), id: input.id ?? newId() };
    return change(study, 'barrier.save', row.barrier, [put(study, 'barriers', row)], row.id);
  }),

  removeBarrier: api.comparison.removeBarrier.handler(async ({ context: { study }, input: { id } }) => {
    const { barrier } = rowOf(study, 'barriers', id);
    return change(study, 'barrier.remove', barrier, [remove('barriers', id)], id);
  }),
};

/** Where it was said: a stretch of the text, the text alone, or nowhere in particular. */
async function saidWhere(
  study: StudyFile,
  { participantId, sourceId, from, to }: Pick<Wish, 'participantId' | 'sourceId' | 'from' | 'to'>,
): Promise<Pick<Wish, 'sourceId' | 'from' | 'to'>> {
  rowOf(study, 'participants', participantId);
  if (!sourceId) return { sourceId: null, from: null, to: null };
  const { text } = await currentText(study, sourceId);
  if (from === null || to === null) return { sourceId, from: null, to: null };
  return { sourceId, ...trimmedSpan(text, { from, to }) };
}
