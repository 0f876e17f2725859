import { expect, test } from 'vitest';
import { alike, entityNamed, nextMention, type MaskedSource, type Mention } from './masking-types.js';

const text = 'Tobias bor i Sorø. Tobias rejser til Ringsted.';
const mention = (
  id: string,
  from: number,
  to: number,
  entityId: string | null,
  decision: Mention['decision'],
): Mention => ({
  id,
  sourceId: 's',
  version: 1,
  from,
  to,
  entityId,
  kind: 'place',
  decision,
  reason: '',
  printed: '',
});
const mentions = [
  mention('a', 0, 6, null, 'open'),
  mention('b', 13, 17, 'sorø', 'mask'),
  mention('c', 19, 25, null, 'keep'),
  mention('d', 37, 45, null, 'open'),
];
const entities = [{ id: 'sorø', kind: 'place' as const, replacement: '[bynavn]', note: '', mentions: 1 }];
const open = { text, mentions, entities } as unknown as MaskedSource;

test('mentions without an entity are alike when the words are', () => {
  expect(alike(mentions[0]!, open).map(({ id }) => id)).toEqual(['a', 'c']);
  expect(alike(mentions[3]!, open).map(({ id }) => id)).toEqual(['d']);
});

test('a bracket is another entity for another town', () => {
  expect(entityNamed(open, 'place', '[bynavn]', 'Ringsted')).toBeUndefined();
  expect(entityNamed(open, 'place', '[bynavn]', 'Sorø')?.id).toBe('sorø');
});

test('the next undecided mention comes round to the beginning', () => {
  const isOpen = ({ decision }: Mention) => decision === 'open';
  expect(nextMention(mentions, undefined, isOpen)?.id).toBe('a');
  expect(nextMention(mentions, mentions[1], isOpen)?.id).toBe('d');
  expect(nextMention(mentions, mentions[3], isOpen)?.id).toBe('a');
  expect(nextMention(mentions, mentions[0], () => true, -1)?.id).toBe('d');
  expect(nextMention([], undefined, isOpen)).toBeUndefined();
});
