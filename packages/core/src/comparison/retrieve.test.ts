import { expect, test } from 'vitest';
import { SmallStudy } from '../study/small-study.fixture.js';
import { retrieve } from './retrieve.js';

const study = new SmallStudy()
  .code('top')
  .code('under', 'top')
  .code('other')
  .person('b', { phase: 'older', age: 60 })
  .person('a')
  .coding('a', 'under', { from: 8, to: 12 })
  .coding('a', 'other', { from: 8, to: 12 })
  .coding('a', 'top', { from: 0, to: 4 })
  .coding('b', 'top');

test('passages come in the order of persons and then of the text', () => {
  expect(retrieve(study.state, { codes: ['top'] }).map((p) => [p.participantId, p.from])).toEqual([
    ['b', 0],
    ['a', 0],
    ['a', 8],
  ]);
});

test('codings on exactly the same stretch are one passage', () => {
  const [passage] = retrieve(study.state, { sourceId: 's-a', codes: ['under', 'other'] });
  expect(passage?.codings.map((c) => c.codeId)).toEqual(['under', 'other']);
});

test('a group leaves out everybody else', () => {
  expect(retrieve(study.state, { group: { phase: 'older' } }).map((p) => p.participantId)).toEqual(['b']);
});
