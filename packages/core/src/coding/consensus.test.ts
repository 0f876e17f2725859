import { expect, test } from 'vitest';
import { SmallStudy } from '../study/small-study.fixture.js';
import { codedTexts } from './agreement/agreement.js';
import { agreedIn, consensusChanges, resolutionsOf } from './consensus.js';
import { CONSENSUS_CODER, type Resolution } from './double-coding.js';

const resolution = (id: string, values: Partial<Resolution>): Resolution => ({
  id,
  doubleCodingId: 'd',
  sourceId: 's-a',
  version: 1,
  from: 10,
  to: 20,
  codeId: 'x',
  decision: 'keep',
  reason: 'r',
  by: 'A',
  at: '2026-01-01',
  spans: null,
  ...values,
});

/** Both code 0-5 with x; A 10-15 and B 12-20, which they differ on; A alone 30-35. */
function agreed(resolutions: Resolution[]) {
  const made = new SmallStudy().code('x').person('a', { text: 'x'.repeat(50) });
  made.add('coders', { id: 'B', name: 'B', initials: 'B' });
  const spans = [
    ['A', 0, 5],
    ['B', 0, 5],
    ['A', 10, 15],
    ['B', 12, 20],
    ['A', 30, 35],
  ] as const;
  for (const [coderId, from, to] of spans) made.coding('a', 'x', { coderId, from, to });
  const codeIds = ['x'];
  const [text] = codedTexts(made.state, new Map([['s-a', 'x'.repeat(50)]]), {
    coderIds: ['A', 'B'],
    sourceIds: ['s-a'],
    codeIds,
    unit: 'characters',
  });
  const settled = new Map(
    resolutions.map((one) => [`s-a 1 ${one.from} ${one.to} ${one.codeId}`, one] as const),
  );
  const found = agreedIn(text!, { sourceId: 's-a', version: 1 }, codeIds, settled);
  return { made, spans: found.map(({ from, to }) => [from, to]), found };
}

test('agreed is what both coded alike, and what was settled', () => {
  expect(agreed([]).spans).toEqual([[0, 5]]);
  const kept = [resolution('1', {}), resolution('2', { from: 30, to: 35, decision: 'drop' })];
  expect(agreed(kept).spans).toEqual([
    [0, 5],
    [10, 20],
  ]);
  expect(agreed([resolution('1', { spans: [{ from: 12, to: 20 }] })]).spans).toEqual([
    [0, 5],
    [12, 20],
  ]);
});

test('the consensus coder’s codings become these, and only where it is in question', () => {
  const { made, found } = agreed([resolution('1', {})]);
  made.add('coders', { id: CONSENSUS_CODER, name: 'C', initials: 'C' });
  made.coding('a', 'x', { id: 'same', coderId: CONSENSUS_CODER, from: 0, to: 5 });
  made.coding('a', 'x', { id: 'other', coderId: CONSENSUS_CODER, from: 11, to: 14 });
  made.coding('a', 'x', { id: 'elsewhere', coderId: CONSENSUS_CODER, from: 40, to: 44 });
  const { add, remove } = consensusChanges(made.state, found, found);
  expect(add.map(({ from, to }) => [from, to])).toEqual([[10, 20]]);
  expect(remove).toEqual(['other']);
});

test('the latest resolution of a stretch holds', () => {
  const made = new SmallStudy();
  made.add('resolutions', resolution('1', { at: '2026-01-01' }));
  made.add('resolutions', resolution('2', { at: '2026-01-02', decision: 'drop' }));
  expect([...resolutionsOf(made.state, 'd').values()].map(({ id }) => id)).toEqual(['2']);
});
