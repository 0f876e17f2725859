import type { Outputs } from '../api.js';

export type MaskedSource = Outputs['masking']['read'];
export type Mention = MaskedSource['mentions'][number];
export type Entity = MaskedSource['entities'][number];
export type Decision = Mention['decision'];
export type EntityKind = Entity['kind'];

export const KINDS: readonly EntityKind[] = [
  'person',
  'place',
  'organisation',
  'site',
  'occupation',
  'date',
  'other',
];

/** The mentions of the text that speak of the same: the same entity, or without one the same words. */
export function alike(mention: Mention, { mentions, text }: MaskedSource): Mention[] {
  const words = text.slice(mention.from, mention.to);
  return mentions.filter(
    (one) =>
      one.id === mention.id ||
      (mention.entityId !== null && one.entityId === mention.entityId) ||
      text.slice(one.from, one.to) === words,
  );
}

/** The next mention after a place that a test holds for, round and round. */
export function nextMention(
  mentions: readonly Mention[],
  after: Mention | undefined,
  test: (mention: Mention) => boolean,
  step: 1 | -1 = 1,
): Mention | undefined {
  const at = after ? mentions.findIndex(({ id }) => id === after.id) : step === 1 ? -1 : 0;
  for (let i = 1; i <= mentions.length; i++) {
    const mention = mentions[(at + step * i + mentions.length * 2) % mentions.length];
    if (mention && test(mention)) return mention;
  }
  return undefined;
}

/**
 * The entity that is meant by a replacement. A name stands for one person or place, so the same name is the same entity;
 * a bracket such as `[bynavn]` stands for many, and is the same only where the words are the same too.
 */
export function entityNamed(
  { entities, mentions, text }: MaskedSource,
  kind: EntityKind,
  replacement: string,
  words: string,
): Entity | undefined {
  const named = entities.filter((entity) => entity.kind === kind && entity.replacement === replacement);
  if (!replacement.startsWith('[')) return named[0];
  return named.find(({ id }) =>
    mentions.some((one) => one.entityId === id && text.slice(one.from, one.to) === words),
  );
}
