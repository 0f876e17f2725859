import { expect, test } from 'vitest';
import { ENTITY_KINDS, type Mention } from './masking.js';
import { propose } from './propose.js';
import { SmallStudy } from '../study/small-study.fixture.js';
import { bracketFor } from './brackets.js';
import { publishedText, replacementOf } from './publish.js';

const text = 'Jeg ringede til Karla i Vejle, og Karla kom.';
const mention = (from: number, to: number, decision: Mention['decision'] = 'mask'): Mention => ({
  id: `${from}`,
  sourceId: 's',
  version: 1,
  from,
  to,
  entityId: null,
  kind: 'person',
  decision,
  reason: '',
});
const publish = (mentions: Mention[], span = { from: 0, to: text.length }) =>
  publishedText(text, span, mentions, () => 'Inger').text;

test('a masked mention is printed as its replacement, the rest as it stands', () => {
  expect(publish([mention(16, 21), mention(34, 39)])).toBe('Jeg ringede til Inger i Vejle, og Inger kom.');
});

test('an undecided mention is never printed', () => {
  expect(publish([mention(24, 29, 'open')])).toBe('Jeg ringede til Karla i […], og Karla kom.');
});

test('a masked mention without a replacement is printed as its kind, in the language of the study', () => {
  const { state } = new SmallStudy();
  expect(replacementOf(state, mention(16, 21))).toBe('[navn]');
  const [row] = state.studies.values();
  const english = new SmallStudy().add('studies', { ...row!, language: 'en' }).state;
  expect(replacementOf(english, mention(16, 21))).toBe('[name]');
  expect(ENTITY_KINDS.map((kind) => bracketFor(kind, 'da'))).toEqual([
    '[navn]',
    '[stednavn]',
    '[organisation]',
    '[tilbud]',
    '[erhverv]',
    '[dato]',
    '[anonymiseret]',
  ]);
});

test('a kept mention stands as it is', () => {
  expect(publish([mention(16, 21, 'keep')])).toBe(text);
});

test('of overlapping mentions the first counts and no letter is printed twice', () => {
  expect(publish([mention(16, 29), mention(24, 29)])).toBe('Jeg ringede til Inger, og Karla kom.');
});

test('a passage that begins inside a mention does not print the rest of the name', () => {
  expect(publish([mention(16, 21)], { from: 18, to: 29 })).toBe('Inger i Vejle');
});

test('known names are proposed wherever they stand as words, other capitals inside sentences too', () => {
  const known = [{ words: 'Karla', kind: 'person' as const, entityId: 'e1' }];
  const found = propose(
    text,
    [{ from: 0, to: text.length, role: 'interviewee', label: null, time: null, line: 1 }],
    known,
    [],
  );
  expect(found.map((p) => [text.slice(p.from, p.to), p.why])).toEqual([
    ['Karla', 'known'],
    ['Vejle', 'capital'],
    ['Karla', 'known'],
  ]);
});

test('dates, CPR numbers and telephone numbers are proposed, and what is decided is left alone', () => {
  const words = 'Født 3. maj 1970, 030570-1234, ring 20 30 40 50.';
  const found = propose(words, [], [], [{ from: 0, to: 16 }]);
  expect(found.map((p) => p.why)).toEqual(['number', 'contact']);
});
