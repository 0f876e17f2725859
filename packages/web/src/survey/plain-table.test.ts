import { expect, test } from 'vitest';
import { csvOf, tabbed } from './plain-table.js';

const table = {
  head: ['svar', 'andel'],
  rows: [
    ['ja; altid', 0.125],
    ['nej, "aldrig"', null],
  ],
};

test('a table is saved as a spreadsheet in the language reads it', () => {
  expect(csvOf(table, 'da')).toBe('\uFEFFsvar;andel\r\n"ja; altid";0,125\r\n"nej, ""aldrig""";\r\n');
  expect(csvOf(table, 'en')).toBe('\uFEFFsvar,andel\r\nja; altid,0.125\r\n"nej, ""aldrig""",\r\n');
});

test('a table is copied with tabs between its cells', () => {
  expect(tabbed({ head: ['a', 'b'], rows: [['x\ty', 1 / 3]] }, 'da')).toBe('a\tb\nx y\t0,333333333333');
});

test('a label that looks like a formula stays a label', () => {
  expect(csvOf({ head: ['=1+1'], rows: [['@x'], [-1]] }, 'en')).toBe("\uFEFF'=1+1\r\n'@x\r\n-1\r\n");
});
