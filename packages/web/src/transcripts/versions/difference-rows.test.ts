import { expect, test } from 'vitest';
import { differenceRows } from './difference-rows.js';

const said = (pieces: { words: string; changed: boolean }[]) =>
  pieces.map(({ words, changed }) => (changed ? `<${words}>` : words)).join('');

test('lines that differ stand beside each other, with what was taken out and put in', () => {
  const before = 'en\nto tre\nfire\nfem\n';
  const rows = differenceRows(before, [
    { from: 6, to: 9, insert: 'TRE' },
    { from: 15, to: 15, insert: 'hele ' },
  ]);
  expect(rows.map(({ line, before: was, after: is }) => [line, said(was), said(is)])).toEqual([
    [2, 'to <tre>', 'to <TRE>'],
    [4, 'fem', '<hele >fem'],
  ]);
});

test('changes in the same lines share a row', () => {
  const rows = differenceRows('a b c\nd e\n', [
    { from: 0, to: 1, insert: 'x' },
    { from: 4, to: 7, insert: 'y' },
  ]);
  expect(rows.map(({ before, after }) => [said(before), said(after)])).toEqual([
    ['<a> b <c\nd> e', '<x> b <y> e'],
  ]);
});
