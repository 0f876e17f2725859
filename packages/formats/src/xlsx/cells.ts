import { isoText, type Calendar } from '../survey/calendar.js';
import { child, children, textOf, type XmlElement } from '../xml/read.js';
import { richText } from './rich-text.js';

/** What a cell holds; null where it is empty or an error. */
export type Cell = string | number | boolean | null;

/** Days since 30 December 1899, which hides that Excel's 1900 was a leap year; older Macs count from 1904. */
const DAYS = (zero: number, kind: Calendar['kind']): Calendar => ({ kind, zero, seconds: 86_400 });
const ZERO_1900 = -2_209_161_600;
const ZERO_1904 = -2_082_844_800;

/** Reads cells of one workbook. A number is a day or a time where its style says so. */
export function cellReader(
  strings: readonly string[],
  styles: XmlElement | undefined,
  is1904: boolean,
): (cell: XmlElement) => Cell {
  const kinds = styleKinds(styles);
  const zero = is1904 ? ZERO_1904 : ZERO_1900;
  return (cell) => {
    const { t: type, s: style } = cell.attributes;
    if (type === 'inlineStr') return richText(child(cell, 'is') ?? cell) || null;
    const words = textOf(child(cell, 'v'));
    if (words === '' || type === 'e') return null;
    if (type === 's') return strings[Number(words)] || null;
    if (type === 'b') return words === '1' || words === 'true';
    if (type === 'str' || type === 'd') return words;
    const number = Number(words);
    if (Number.isNaN(number)) return words;
    const kind = kinds[Number(style ?? 0)];
    if (!kind) return number;
    // A day without a time of day is a day, whatever its style would show.
    const whole = kind === 'datetime' && Number.isInteger(number) ? 'date' : kind;
    return whole === 'time' && number < 1
      ? isoText(DAYS(0, 'time'), number)
      : isoText(DAYS(zero, whole === 'time' ? 'datetime' : whole), number) || number;
  };
}

/** Of each style whether its numbers are days or times: by Excel's own numbers of formats, or by the letters in the file's. */
function styleKinds(styles: XmlElement | undefined): (Calendar['kind'] | null)[] {
  if (!styles) return [];
  const codes = new Map<string, string>();
  for (const { attributes } of children(child(styles, 'numFmts') ?? styles, 'numFmt'))
    codes.set(attributes['numFmtId'] ?? '', attributes['formatCode'] ?? '');
  return children(child(styles, 'cellXfs') ?? styles, 'xf').map(({ attributes }) => {
    const id = attributes['numFmtId'] ?? '';
    const code = codes.get(id);
    return code === undefined ? builtIn(Number(id)) : kindOfCode(code);
  });
}

function builtIn(id: number): Calendar['kind'] | null {
  if (id >= 14 && id <= 17) return 'date';
  if (id === 22) return 'datetime';
  return (id >= 18 && id <= 21) || (id >= 45 && id <= 47) ? 'time' : null;
}

/** Letters in quotes, brackets (colours, languages) and after a backslash mean nothing; `y` or `d` is a day, `h` or `s` a time. */
function kindOfCode(code: string): Calendar['kind'] | null {
  const letters = code
    .slice(0, 400)
    .replace(/"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .toLowerCase();
  if (/general/.test(letters)) return null;
  const day = /[yd]/.test(letters);
  const time = /[hs]/.test(letters);
  if (day) return time ? 'datetime' : 'date';
  return time ? 'time' : null;
}
