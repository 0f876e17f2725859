import { describe, expect, test } from 'vitest';
import { CsvRecords, type CsvRecord } from './records.js';
import type { SurveyTable } from '../survey/table.js';
import { readSurvey } from './read.js';

const read = (text: string) => readSurvey(new TextEncoder().encode(text), 'svar.csv');
const column = (table: SurveyTable, name: string) => [...table.columns.find((c) => c.name === name)!.values];

describe('readSurvey', () => {
  test('Danish Excel: byte order mark, semicolons, decimal commas, no answer', () => {
    const table = read('\uFEFFid;vægt;ensom\r\n1;0,75;2\r\n2;1,25;\r\n');
    expect(table.rows).toBe(2);
    expect(table.delimiter).toBe(';');
    expect(column(table, 'vægt')).toEqual([0.75, 1.25]);
    expect(column(table, 'ensom')).toEqual([2, NaN]);
  });

  test('commas and tabs are told from the first line', () => {
    expect(read('a,b\n1,2\n').delimiter).toBe(',');
    expect(read('a\tb\n1\t2\n').delimiter).toBe('\t');
    expect(read('a\n1\n\n2\n').rows).toBe(3);
  });

  test('a quoted field may hold delimiters, quotes and line breaks', () => {
    const table = read('id,svar\n1,"han sagde ""nej"",\nog gik"\n2,x\n');
    expect(column(table, 'svar')).toEqual(['han sagde "nej",\nog gik', 'x']);
  });

  test('a column with one word in it is text; leading zeros stay', () => {
    const table = read('post;alder\n0800;34\n2100;ved ikke\n');
    expect(column(table, 'post')).toEqual(['0800', '2100']);
    expect(column(table, 'alder')).toEqual(['34', 'ved ikke']);
    expect(table.notes).toEqual([{ line: null, kind: 'leading-zeros', text: 'post' }]);
  });

  test('Latin-1 is read, and said', () => {
    const table = readSurvey(Uint8Array.from([0xe5, 0x3b, 0x62, 10, 0x31, 0x3b, 0x32]), 'svar.csv');
    expect(table.columns.map((c) => c.name)).toEqual(['å', 'b']);
    expect(table.notes).toEqual([{ line: null, kind: 'encoding', text: 'windows-1252' }]);
  });

  test('what is wrong is said with its line', () => {
    expect(() => read('a;b\n1;2\n1;2;3\n')).toThrow(
      'survey.ragged {"file":"svar.csv","line":3,"found":3,"expected":2}',
    );
    expect(() => read('a;b\n1;"x\n2;y\n')).toThrow('survey.open-quote {"file":"svar.csv","line":2}');
    expect(() => read('a;a\n1;2\n')).toThrow('survey.duplicate-variable');
    expect(() => read('a;b\n')).toThrow('survey.no-rows');
    expect(() => read('\n1;2\n')).toThrow('survey.no-columns');
  });
});

test('pieces may be cut anywhere', () => {
  const text = 'a;"b""c";d\r\n1;"2\n3";4';
  const whole: CsvRecord[] = [];
  const tokenizer = new CsvRecords(';', (record) => whole.push(record));
  tokenizer.write(text);
  tokenizer.end();
  const pieces: CsvRecord[] = [];
  const slow = new CsvRecords(';', (record) => pieces.push(record));
  for (const sign of text) slow.write(sign);
  slow.end();
  expect(pieces).toEqual(whole);
  expect(whole.map(({ fields }) => fields)).toEqual([
    ['a', 'b"c', 'd'],
    ['1', '2\n3', '4'],
  ]);
});
