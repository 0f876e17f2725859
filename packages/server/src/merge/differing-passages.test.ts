import { changeText, diffText } from '@bagom/core';
import { expect, test } from 'vitest';
import { differingPassages } from './differing-passages.js';

const said = (pieces: readonly { ours: string; theirs: string }[], side: 'ours' | 'theirs') =>
  pieces.map((piece) => piece[side]).join('');

test('what stands around a difference is what that text says, also where another difference is near', () => {
  const far =
    ' og så gik der lang tid, hvor ikke noget var anderledes i nogen af de to tekster overhovedet,'.repeat(3);
  const ours = `jeg vågnede hjemme hos Tobias. På gulvet, fordi${far} ved vaskemaskinen.`;
  const theirs = `jeg vågnede hos Tobias. Nede på gulvet, fordi${far} ved tumbleren.`;
  const changes = diffText(ours, theirs);
  expect(changeText(ours, changes)).toBe(theirs);
  const passages = differingPassages(ours, changes);
  expect(passages.length).toBe(2);
  for (const pieces of passages) {
    expect(ours).toContain(said(pieces, 'ours'));
    expect(theirs).toContain(said(pieces, 'theirs'));
  }
  expect(said(passages[0]!, 'ours')).toContain('hjemme hos Tobias. På gulvet');
  expect(said(passages[0]!, 'theirs')).toContain('vågnede hos Tobias. Nede på gulvet');
  expect(passages[0]!.filter((piece) => piece.ours !== piece.theirs).length).toBe(changes.length - 1);
});

test('texts that are alike have none', () => {
  expect(differingPassages('ja', [])).toEqual([]);
});
