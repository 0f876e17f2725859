import { expect, test } from 'vitest';
import { readMarks } from './marks.js';

const found = (text: string) =>
  readMarks(text).map(({ from, to, kind, seconds }) =>
    seconds === undefined ? [kind, text.slice(from, to)] : [kind, text.slice(from, to), seconds],
  );

test('brackets have four meanings', () => {
  expect(found('Så [griner] tog jeg til [bynavn] (...) på kursus [om økonomi, red.] …')).toEqual([
    ['nonverbal', '[griner]'],
    ['masked', '[bynavn]'],
    ['omission', '(...)'],
    ['editor', '[om økonomi, red.]'],
    ['pause', '…'],
  ]);
});

test.each([
  ['(.)', ['pause', '(.)']],
  ['(2.5)', ['pause', '(2.5)', 2.5]],
  ['(3,0)', ['pause', '(3,0)', 3]],
  ['(4 sek.)', ['pause', '(4 sek.)', 4]],
  ['(pause 4 sek.)', ['pause', '(pause 4 sek.)', 4]],
  ['[lang pause]', ['pause', '[lang pause]']],
  ['[pause, 12 sekunder]', ['pause', '[pause, 12 sekunder]', 12]],
  ['((hoster))', ['nonverbal', '((hoster))']],
  ['(griner)', ['nonverbal', '(griner)']],
  ['(begge ler)', ['nonverbal', '(begge ler)']],
  ['*griner*', ['nonverbal', '*griner*']],
  ['(uforståeligt)', ['inaudible', '(uforståeligt)']],
  ['[inaudible 00:12:31]', ['inaudible', '[inaudible 00:12:31]']],
  ['(?)', ['unclear', '(?)']],
  ['[utydeligt]', ['unclear', '[utydeligt]']],
  ['[Karlslunde?]', ['unclear', '[Karlslunde?]']],
  ['[taler samtidig]', ['overlap', '[taler samtidig]']],
  ['//ja præcis//', ['overlap', '//ja præcis//']],
  ['#00:01:23-4#', ['time', '#00:01:23-4#', 83.4]],
  ['[00:12:31]', ['time', '[00:12:31]', 751]],
  ['[…]', ['omission', '[…]']],
] as [string, (string | number)[]][])('%s is one mark', (text, mark) => {
  expect(found(`ord ${text} ord`)).toEqual([mark]);
});

test.each([
  'Jeg har (tre) børn (og to hunde).',
  'Vi var (måske) otte.',
  'Se http://eksempel.dk/a/b//c',
  'Det er *meget* vigtigt.',
  'Kommunen (den i Ballerup) ringede.',
])('speech is no mark: %s', (text) => {
  expect(found(text)).toEqual([]);
});

test('a bracket that is never closed marks nothing, and costs no time', () => {
  expect(found(`${'['.repeat(50_000)} ord`)).toEqual([]);
  expect(found(`${'(('.repeat(50_000)} ord`)).toEqual([]);
});
