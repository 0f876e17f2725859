import { expect, test } from 'vitest';
import { applyChanges, emptyState } from '../study/state.js';
import type { Row, TableName } from '../study/tables.js';
import { SmallStudy } from '../study/small-study.fixture.js';
import { codeCounts } from './code-counts.js';

const state = emptyState();
const put = (table: TableName, id: string, row: object) =>
  applyChanges(state, [{ table, id, before: null, after: { id, ...row } as Row }]);

test('a person counts once in the code above', () => {
  put('codes', 'a', { parentId: null, position: 0, name: 'Relationer' });
  put('codes', 'b', { parentId: 'a', position: 0, name: 'Savn' });
  put('codes', 'c', { parentId: 'a', position: 1, name: 'Venner' });
  put('sources', 's', { participantId: 'p' });
  put('sources', 't', { participantId: 'q' });
  put('codings', '1', { sourceId: 's', codeId: 'b' });
  put('codings', '2', { sourceId: 's', codeId: 'c' });
  put('codings', '3', { sourceId: 't', codeId: 'c' });
  expect(codeCounts(state).map(({ path, persons, passages }) => [path, persons, passages])).toEqual([
    ['Relationer', 2, 3],
    ['Relationer/Savn', 1, 1],
    ['Relationer/Venner', 2, 2],
  ]);
});

test('nobody who withdrew is among the persons; the passages in the texts stay', () => {
  const made = new SmallStudy().code('x').person('a').person('b').coding('a', 'x').coding('b', 'x');
  const consent = {
    id: 'c-b',
    participantId: 'b',
    givenAt: '2026-01-02',
    scope: 'quote',
    withdrawnAt: '2026-03-01',
  } as const;
  made.add('consents', consent);
  expect(codeCounts(made.state)).toMatchObject([{ persons: 1, passages: 2 }]);
});
