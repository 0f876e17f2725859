import { expect, test } from 'vitest';
import { withoutText, withShown, type OpenText } from './use-open-texts.js';

const open: OpenText[] = ['a', 'b', 'c'].map((id) => ({ id, at: 5 }));
const ids = (texts: readonly OpenText[]) => texts.map(({ id }) => id).join('');

test('the next text comes in the place of the one shown; one that is opened comes beside the others', () => {
  expect(ids(withShown(open, 'x', 'b'))).toBe('axc');
  expect(ids(withShown(open, 'x', null))).toBe('abcx');
});

test('a text that is open already is shown where it is, at its place', () => {
  expect(withShown(open, 'b', 'a')).toEqual(open);
});

test('no more texts are open than have room; the first opened goes', () => {
  let texts: OpenText[] = [];
  for (const id of 'abcdefghij') texts = withShown(texts, id, null);
  expect(ids(texts)).toBe('cdefghij');
});

test('after a text is closed its neighbour is shown, and the last one stays open', () => {
  expect(withoutText(open, 'b')).toMatchObject({ next: 'c' });
  expect(withoutText(open, 'c')).toMatchObject({ next: 'b' });
  expect(withoutText([open[0]!], 'a')).toBeNull();
});
