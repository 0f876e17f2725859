import { expect, test } from 'vitest';
import { documentOfText } from './document.js';
import { understand, type ReadingWish } from './understand.js';

const TEXT = `I: Hvordan er det at komme her?
M: Det er fint. Jeg siger altid til mig selv
Husk: du er ikke alene.
I: Og personalet?
Pædagog: Kaffen er klar, hvis I vil have.
M: Tak. Personalet er søde.
Note: båndet knitrer her.
Fx: de spørger, hvordan jeg har det.
I: Hvad siger de?
M: Han sagde
Jeg tænkte: nu går jeg.
I: Tak.
`;
const read = (wish: ReadingWish = {}, text = TEXT) => understand(documentOfText(text), wish);
const asked = (wish?: ReadingWish, text?: string) =>
  read(wish, text).possible.map(({ label, n, speaks }) => [label, n, speaks]);

test('a label that comes once is asked about; notes, examples and sentences with a colon are not', () => {
  expect(asked()).toEqual([
    ['Husk', 1, null],
    ['Pædagog', 1, null],
  ]);
  const { slips, speakers } = read();
  expect(slips.map(({ kind, text }) => [kind, text])).toEqual([
    ['label-once', 'Husk: du er ikke alene.'],
    ['label-once', 'Pædagog: Kaffen er klar, hvis I vil have.'],
  ]);
  expect(speakers.map(({ label }) => label)).toEqual(['I', 'M']);
});

test('one that is accepted begins a turn of a third who looks in; one that is refused is told, and stays in the turn', () => {
  const wish = { speakers: { Pædagog: true, Husk: false } };
  const { turns, text, speakers, slips } = read(wish);
  expect(turns.map(({ label, from, to }) => [label, text.slice(from, to)]).slice(3, 5)).toEqual([
    ['Pædagog', 'Kaffen er klar, hvis I vil have.'],
    ['M', expect.stringMatching(/^Tak\. Personalet[^]*hvordan jeg har det\.$/)],
  ]);
  expect(speakers.at(-1)).toMatchObject({ label: 'Pædagog', role: 'other', turns: 1, reason: 'once' });
  expect(slips.map(({ kind, text: words }) => [kind, words])).toEqual([
    ['label-refused', 'Husk: du er ikke alene.'],
  ]);
  // Both stay in sight, so that an answer can be changed.
  expect(asked(wish)).toEqual([
    ['Husk', 1, false],
    ['Pædagog', 1, true],
  ]);
});

test('one who looks in and asks does not become the interviewer', () => {
  const text = 'Ane: Ja?\nBo: Nej.\nAne: Ja?\nBo: Nej.\nLæge: Må jeg?\nAne: Ja?\nBo: Nej.\n';
  const { speakers } = read({ speakers: { Læge: true } }, text);
  expect(speakers.map(({ label, role }) => [label, role])).toEqual([
    ['Ane', 'interviewer'],
    ['Bo', 'interviewee'],
    ['Læge', 'other'],
  ]);
});

test.each([
  ['Dato: 3. maj\nSted: Ry\nI: Hej?\nP: Hej.\nI: Ja?\nP: Nej.\n', []],
  ['I: Hej?\nP: Hej.\nBaggrund:\nI: Ja?\nP: Nej.\n', []],
  ['I: Hej?\nP: Ja.\nDet var sådan: vi gik.\nI: Ja?\nP: Nej.\n', []],
  ['I: Hej?\nP: Ja.\nhttps://eksempel.dk\nHttp: ja\nI: Ja?\nP: Nej.\n', []],
  ['I: Hej?\nP: Ja.\nAnden kvinde: Hej!\nI: Ja?\nP: Nej.\n', ['Anden kvinde']],
  ['I: Hej?\nP: Ja.\nKarens datter: Mor?\nMand 2: Hvad?\nI: Ja?\nP: Nej.\n', ['Karens datter', 'Mand 2']],
])('%j', (text, labels) => {
  expect(read({}, text).possible.map(({ label }) => label)).toEqual(labels);
});

test('a text in which every line has a word and a colon asks nothing', () => {
  const lines = Array.from({ length: 200 }, (_, i) => `Ting${i}x${'abc'[i % 3]}: noget`);
  expect(read({}, `I: Hej?\nP: Ja.\nI: Så?\nP: Ja.\n${lines.join('\n')}\n`).possible).toEqual([]);
});
