import {
  bracketFor,
  insert,
  mentionsOf,
  occurrences,
  propose,
  publishedTurns,
  remove,
  replacementOf,
  studyLanguage,
  update,
  type Draft,
  type Entity,
  type EntityKind,
  type Mention,
} from '@bagom/core';
import { newId, type StudyFile } from '@bagom/store';
import { seenStudy } from '../seen-study.js';
import { currentText, openSource } from '../source-entries.js';
import { api, brief, change, rowOf, trimmedSpan } from './api.js';

export const masking = {
  read: api.masking.read.handler(async ({ context, input: { sourceId } }) => {
    const { study } = context;
    const open = await openSource(study, sourceId, await seenStudy(context));
    const { state } = study;
    const counts = new Map<string, number>();
    for (const { entityId } of state.mentions.values())
      if (entityId) counts.set(entityId, (counts.get(entityId) ?? 0) + 1);
    const whole = { from: 0, to: open.text.length };
    return {
      ...open,
      mentions: mentionsOf(state, sourceId, open.source.version).map((mention) => ({
        ...mention,
        printed: replacementOf(state, mention),
      })),
      entities: [...state.entities.values()].map((entity) => ({
        ...entity,
        mentions: counts.get(entity.id) ?? 0,
      })),
      published: publishedTurns(state, open.source, open.text, open.turns, whole),
    };
  }),

  propose: api.masking.propose.handler(async ({ context: { study }, input: { sourceId } }) => {
    const { source, version, text } = await currentText(study, sourceId);
    const done = mentionsOf(study.state, sourceId, source.version);
    const proposals = propose(text, version.turns, await maskedWords(study), done);
    const drafts = proposals.map(({ from, to, kind, entityId, why }) =>
      insert('mentions', {
        id: newId(),
        sourceId,
        version: source.version,
        from,
        to,
        entityId,
        kind,
        decision: 'open',
        reason: why,
      }),
    );
    if (drafts.length === 0) return { added: 0, operation: null };
    return {
      added: drafts.length,
      operation: brief(await study.commit('mention.propose', source.title, drafts)),
    };
  }),

  add: api.masking.add.handler(async ({ context: { study }, input }) => {
    const { source, text } = await currentText(study, input.sourceId);
    const span = trimmedSpan(text, input);
    const { drafts, entityId } = entityFor(study, input);
    const row = { entityId, kind: input.kind, decision: input.decision, reason: input.reason };
    const id = place(study, drafts, { sourceId: source.id, version: source.version, ...span }, row);
    if (input.everywhere) {
      const words = text.slice(span.from, span.to);
      for (const other of study.state.sources.values()) {
        const { text: searched } = await currentText(study, other.id);
        const there = mentionsOf(study.state, other.id, other.version);
        for (const from of wordPlaces(searched, words)) {
          const to = from + words.length;
          if (other.id === source.id && from < span.to && span.from < to) continue;
          // Where another mention overlaps, or was decided, somebody has already looked.
          if (
            there.some(
              (m) => m.from < to && from < m.to && !(m.from === from && m.to === to && m.decision === 'open'),
            )
          )
            continue;
          place(study, drafts, { sourceId: other.id, version: other.version, from, to }, row);
        }
      }
    }
    // The subject is what is printed, never the words themselves: those may be a true name.
    const subject =
      input.replacement ??
      (entityId
        ? (study.state.entities.get(entityId)?.replacement ?? '')
        : bracketFor(input.kind, studyLanguage(study.state)));
    return change(study, 'mention.add', subject, drafts, id);
  }),

  decide: api.masking.decide.handler(async ({ context: { study }, input }) => {
    const mentions = input.ids.map((id) => rowOf(study, 'mentions', id));
    const { drafts, entityId } = entityFor(study, { ...input, kind: input.kind ?? mentions[0]!.kind });
    for (const { id } of mentions)
      drafts.push(
        update('mentions', id, {
          decision: input.decision,
          ...(input.kind ? { kind: input.kind } : {}),
          ...(entityId ? { entityId } : {}),
          ...(input.reason ? { reason: input.reason } : {}),
        }),
      );
    return change(study, 'mention.decide', `${mentions.length}`, drafts, mentions[0]!.id);
  }),

  remove: api.masking.remove.handler(async ({ context: { study }, input: { id } }) => {
    const mention = rowOf(study, 'mentions', id);
    const { title } = rowOf(study, 'sources', mention.sourceId);
    return change(study, 'mention.remove', title, [remove('mentions', id)], id);
  }),

  saveEntity: api.masking.saveEntity.handler(async ({ context: { study }, input }) => {
    rowOf(study, 'entities', input.id);
    return change(study, 'entity.save', input.replacement, [update('entities', input.id, input)], input.id);
  }),
};

/** The words that were masked anywhere in the study, with what they stand for. */
async function maskedWords(
  study: StudyFile,
): Promise<{ words: string; kind: EntityKind; entityId: string | null }[]> {
  const known = new Map<string, { words: string; kind: EntityKind; entityId: string | null }>();
  for (const { sourceId, version, from, to, decision, kind, entityId } of study.state.mentions.values()) {
    const source = study.state.sources.get(sourceId);
    if (decision !== 'mask' || source?.version !== version) continue;
    const words = (await currentText(study, sourceId)).text.slice(from, to);
    if (!known.has(words)) known.set(words, { words, kind, entityId });
  }
  return [...known.values()];
}

/** Where words stand alone, or with the Danish genitive's s, which is left standing. */
function wordPlaces(text: string, words: string): number[] {
  return [...new Set([...occurrences(text, words), ...occurrences(text, `${words}s`)])].sort((a, b) => a - b);
}

/** The entity that is meant: the one named, or a new one when a replacement is given. */
function entityFor(
  study: StudyFile,
  {
    entityId,
    replacement,
    kind,
  }: { entityId?: string | undefined; replacement?: string | undefined; kind: EntityKind },
): { drafts: Draft[]; entityId: string | null } {
  if (entityId) {
    rowOf(study, 'entities', entityId);
    return { drafts: [], entityId };
  }
  if (!replacement) return { drafts: [], entityId: null };
  const entity: Entity = { id: newId(), kind, replacement, note: '' };
  return { drafts: [insert('entities', entity)], entityId: entity.id };
}

/** Puts a mention on a stretch: a new one, or the one that stands on exactly this stretch, decided anew. */
function place(
  study: StudyFile,
  drafts: Draft[],
  where: Pick<Mention, 'sourceId' | 'version' | 'from' | 'to'>,
  row: Pick<Mention, 'entityId' | 'kind' | 'decision' | 'reason'>,
): string {
  const there = mentionsOf(study.state, where.sourceId, where.version);
  const same = there.find(({ from, to }) => from === where.from && to === where.to);
  if (same) {
    drafts.push(update('mentions', same.id, row));
    return same.id;
  }
  const id = newId();
  drafts.push(insert('mentions', { id, ...where, ...row }));
  return id;
}
