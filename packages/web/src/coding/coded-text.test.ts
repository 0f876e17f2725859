import { SpanIndex } from '@bagom/core';
import { expect, test } from 'vitest';
import { withChange, type CodedText } from './coded-text.js';
import type { Coding } from './coding-types.js';

const coding = (id: string, from: number, to: number): Coding => ({
  id,
  from,
  to,
  sourceId: 's',
  version: 1,
  codeId: 'c',
  coderId: 'k',
  createdAt: '',
});
const known = { seq: 7, codings: SpanIndex.of([coding('a', 3, 9)]) } as unknown as CodedText;

test('a change that follows on what is known moves the text on; the text from before is as it was', () => {
  const next = withChange(known, { seq: 8, put: [coding('b', 1, 2)] });
  expect([next.seq, ...[...next.codings].map(({ id }) => id)]).toEqual([8, 'b', 'a']);
  expect([...known.codings]).toHaveLength(1);
});

test('when something else was done in between, the text still asks from where it was', () => {
  const next = withChange(known, { seq: 9, put: [coding('b', 1, 2)] });
  expect([next.seq, next.codings.size]).toEqual([7, 2]);
  // The answer brings it once more, and it is there once.
  expect(next.codings.insert([coding('b', 1, 2)]).size).toBe(2);
});
