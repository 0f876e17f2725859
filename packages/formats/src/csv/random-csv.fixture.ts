import { seeded } from '../survey/random-table.fixture.js';

const CELLS = [
  '1',
  '2',
  '0',
  '9',
  '',
  '17',
  '-3',
  '1,5',
  '2.25',
  '0,750',
  '007',
  '1e3',
  '+4',
  '-0',
  '12345678901234567',
  ' 3 ',
  '.5',
  '5.',
];
const WORDS = [
  'ja',
  'nej',
  'ved ikke',
  'å',
  '€',
  '😀',
  '\u00A07',
  '\u00A0',
  'a"b',
  'Ærø 語',
  '1 2',
  '--',
  '\uFEFFx',
  ',',
];
const QUOTED = [
  '"x;y"',
  '"1,5"',
  '"a""b"',
  '"linje\r\nto"',
  '"\n"',
  '""',
  '"a"b',
  '"a"" ; "',
  '"3"',
  '" 4 "',
  '""""',
  '"tab\tind"',
];

/**
 * The bytes of a delimited file of any kind, nearly always lawful: some columns are numbers, some become text late, some lines are
 * blank, and the encoding is any of those that are read.
 */
export function randomCsv(seed: number): Uint8Array {
  const random = seeded(seed);
  const below = (n: number): number => Math.floor(random() * n);
  const oneOf = <Value>(values: readonly Value[]): Value => values[below(values.length)]!;
  const delimiter = oneOf([';', ',', '\t']);
  const end = oneOf(['\n', '\r\n', '\r']);
  const columns = 1 + below(5);
  // How likely a word or a quoted cell is in each column; some have none in their first half.
  const wordy = Array.from({ length: columns }, () => oneOf([0, 0, 0.02, 0.5]));
  const quoting = Array.from({ length: columns }, () => oneOf([0, 0.05, 0.4]));
  const rows = below(60);
  const safe = (cell: string): string =>
    !cell.startsWith('"') && cell.includes(delimiter) ? `"${cell}"` : cell;
  const lines = [Array.from({ length: columns }, (_, n) => (below(12) === 0 ? '' : `sp\u00F8rg${n}`))];
  for (let row = 0; row < rows; row++) {
    if (below(15) === 0) lines.push([oneOf(['', ' '])]);
    lines.push(
      Array.from({ length: columns }, (_, n) => {
        if (random() < quoting[n]!) return oneOf(QUOTED);
        return safe(oneOf(random() < wordy[n]! ? WORDS : CELLS.slice(0, n % 2 === 0 ? 8 : CELLS.length)));
      }),
    );
    if (below(300) === 0) lines.push(['1', '2', '3', '4', '5', '6', '7']);
    if (below(300) === 0) lines.push(['"open']);
  }
  const hint = below(6) === 0 ? `sep=${delimiter}\n` : '';
  const text = hint + lines.map((line) => line.join(delimiter)).join(end) + (below(3) === 0 ? '' : end);
  const encoding = below(5);
  if (encoding === 0)
    return Buffer.from(Array.from(text, (sign) => (sign <= 'ÿ' ? sign : '?')).join(''), 'latin1');
  if (encoding === 1) return Buffer.from(`\uFEFF${text}`, 'utf16le');
  if (encoding === 2) return Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
  return Buffer.from(encoding === 3 ? `\uFEFF${text}` : text);
}
