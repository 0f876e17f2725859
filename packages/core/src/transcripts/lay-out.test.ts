import { expect, test } from 'vitest';
import { normaliseText } from '../text/normalise.js';
import { documentOfText, type Document, type Paragraph } from './document.js';
import { layOut } from './lay-out.js';

const document = (...paragraphs: Partial<Paragraph>[]): Document => ({
  form: 'docx',
  encoding: null,
  unread: [],
  paragraphs: paragraphs.map((one) => ({ text: '', formats: [], line: null, ...one })),
});

test('a text file keeps its lines, and is laid out as the study keeps texts', () => {
  for (const text of ['a\r\n\r\nb  \n\t\nc\n\n', '\n \n  a', 'e\u0301n\r\u00A0x\n', 'a\n\n\n\nb'])
    expect(layOut(documentOfText(text)).text).toBe(normaliseText(text));
});

test('paragraphs stand apart, cells of a row by a tab, lines of a list by a line feed', () => {
  const cell = (row: number, column: number, text: string) => ({ text, cell: { table: 0, row, column } });
  const { text, paragraphs } = layOut(
    document(
      { text: 'Først' },
      { text: ' ' },
      cell(0, 0, 'I'),
      cell(0, 1, 'Hej'),
      cell(0, 1, 'du'),
      cell(1, 0, 'P'),
      {
        text: 'en',
        style: 'list',
      },
      { text: 'to', style: 'list' },
    ),
  );
  expect(text).toBe('Først\n\nI\tHej\ndu\n\nP\n\nen\nto\n');
  for (const { from, to, of } of paragraphs) expect(text.slice(from, to)).toBe(of.text);
});

test('a look follows its words when letters are put together and blanks go', () => {
  const { text, marks } = layOut(
    document({
      text: '  E\u0301n  \r\nfed\u0301 ',
      formats: [
        { from: 2, to: 5, kind: 'italic' },
        { from: 9, to: 13, kind: 'bold' },
      ],
    }),
  );
  expect(text).toBe('Én\nfed\u0301\n');
  expect(marks.map(({ from, to, kind }) => [kind, text.slice(from, to)])).toEqual([
    ['italic', 'Én'],
    ['bold', 'fed\u0301'],
  ]);
});

test('headings and lists are marks over their words', () => {
  const { text, marks } = layOut(document({ text: 'Titel', style: 'heading' }, { text: 'Ord' }));
  expect(marks).toEqual([{ from: 0, to: 5, kind: 'heading' }]);
  expect(text).toBe('Titel\n\nOrd\n');
});
