import { expect, test } from 'vitest';
import { readArguments } from './arguments.js';

const specs = {
  json: { kind: 'flag-or-text', value: 'FILE' },
  items: { kind: 'list', value: 'NAMES' },
} as const;
const one = [{ name: 'DATA', required: true }];
const two = [...one, { name: 'MORE', required: true }];
const read = (line: string, operands = one) => {
  const { operands: given, options } = readArguments(line.split(' '), specs, operands);
  return [given, options.json];
};

test('the word after --json is its file when the command has its operands without it', () => {
  expect(read('a.csv --json out.json')).toEqual([['a.csv'], 'out.json']);
  expect(read('--json out.json a.csv')).toEqual([['a.csv'], 'out.json']);
  expect(read('a.csv --json=out.json')).toEqual([['a.csv'], 'out.json']);
  expect(read('m.json --json out.json a.csv', two)).toEqual([['m.json', 'a.csv'], 'out.json']);
});

test('else --json is a flag', () => {
  expect(read('--json a.csv')).toEqual([['a.csv'], true]);
  expect(read('a.csv --json')).toEqual([['a.csv'], true]);
  expect(read('a.csv --json --items q1')).toEqual([['a.csv'], true]);
  expect(read('m.json --json a.csv', two)).toEqual([['m.json', 'a.csv'], true]);
  expect(read('a.csv')).toEqual([['a.csv'], false]);
});

test('a word too many is still one too many', () => {
  expect(() => read('a.csv b.csv --json out.json')).toThrow('usage.too-many-arguments');
  expect(() => read('a.csv --json=')).toThrow('usage.missing-value');
});
