import { ByteBuilder } from '../bytes/byte-builder.js';

/** A small Stata file put together by hand: a byte, an int, a long, a float, a double and a text of 4 bytes. */
export interface HandmadeDta {
  version: 113 | 114 | 115 | 117 | 118 | 119;
  bigEndian?: boolean;
  rows?: number;
  text?: Uint8Array;
  label?: Uint8Array;
}

const OLD_TYPES = [251, 252, 253, 254, 255, 4];
const NEW_TYPES = [65_530, 65_529, 65_528, 65_527, 65_526, 4, 32_768];

/** One row of ordinary answers, one of `.`, one of `.b`. From version 117 on there is a long text as well. */
export function handmadeDta({
  version,
  bigEndian = false,
  rows = 3,
  text = Buffer.from('ja'),
  label = Buffer.from('nej'),
}: HandmadeDta): Uint8Array {
  const out = new ByteBuilder(!bigEndian);
  const tagged = version >= 117;
  const types = tagged ? NEW_TYPES : OLD_TYPES;
  const wide = version >= 118;
  const widths = wide
    ? { name: 129, format: 57, label: 321 }
    : { name: 33, format: version === 113 ? 12 : 49, label: 81 };
  const tag = (name: string): void => {
    if (tagged) out.text(name);
  };
  const each = (width: number, of: (n: number) => Uint8Array): void =>
    types.forEach((_, n) => out.put(of(n), width));
  if (tagged) {
    tag(
      `<stata_dta><header><release>${version}</release><byteorder>${bigEndian ? 'MSF' : 'LSF'}</byteorder><K>`,
    );
    if (version === 119) out.u32(types.length);
    else out.u16(types.length);
    tag('</K><N>');
    if (wide) out.u64(rows);
    else out.u32(rows);
    tag('</N><label>');
    if (wide) out.u16(label.length);
    else out.u8(label.length);
    out.put(label);
    tag('</label><timestamp>');
    out.u8(17);
    out.text('01 Jan 2026 12:00');
    tag('</timestamp></header><map>');
    out.fill(0, 14 * 8);
    tag('</map><variable_types>');
  } else {
    for (const byte of [version, bigEndian ? 1 : 2, 1, 0]) out.u8(byte);
    out.u16(types.length);
    out.u32(rows);
    out.put(label, 81);
    out.text('01 Jan 2026 12:00', 18);
  }
  for (const type of types)
    if (tagged) out.u16(type);
    else out.u8(type);
  tag('</variable_types><varnames>');
  each(widths.name, (n) => Buffer.from(`v${n}`));
  tag('</varnames><sortlist>');
  out.fill(0, (types.length + 1) * (version === 119 ? 4 : 2));
  tag('</sortlist><formats>');
  each(widths.format, (n) => Buffer.from(n === 2 ? '%d' : n > 4 ? '%9s' : '%9.0g'));
  tag('</formats><value_label_names>');
  each(widths.name, (n) => Buffer.from(n === 0 ? 'svar' : n === 1 ? 'borte' : ''));
  tag('</value_label_names><variable_labels>');
  each(widths.label, () => label);
  tag('</variable_labels><characteristics>');
  for (const [name, note] of [
    ['note0', '1'],
    ['note1', 'en note'],
  ] as const) {
    tag('<ch>');
    if (!tagged) out.u8(1);
    out.u32(widths.name * 2 + note.length + 1);
    out.text('_dta', widths.name);
    out.text(name, widths.name);
    out.text(note, note.length + 1);
    tag('</ch>');
  }
  if (!tagged) out.fill(0, 5);
  tag('</characteristics><data>');
  for (const n of [null, 0, 2]) {
    out.u8(n === null ? 256 - 127 : 101 + n);
    out.u16(n === null ? 32_740 : 32_741 + n);
    out.i32(n === null ? -5 : 2_147_483_621 + n);
    out.f32(n === null ? 0.5 : 2 ** 127 * (1 + n / 4096));
    out.f64(n === null ? 1 / 3 : 2 ** 1023 * (1 + n / 4096));
    out.put(text, 4);
    if (tagged) reference(out, version, bigEndian, n === 0 ? 0 : 7);
  }
  tag('</data><strls>');
  if (tagged) {
    out.text('GSO');
    out.u32(7);
    if (wide) out.u64(1);
    else out.u32(1);
    out.u8(130);
    out.u32(5);
    out.text('lang\0');
  }
  tag('</strls><value_labels><lbl>');
  out.u32(8 + 16 + 8);
  out.text('svar', widths.name);
  out.fill(0, 3);
  for (const number of [2, 8, 0, 3, 1, 2_147_483_623]) out.i32(number);
  out.text('ja\0nej\0', 8);
  tag('</lbl></value_labels></stata_dta>');
  return out.finish();
}

/** Where a long text stands: 4 and 4 bytes, 2 and 6, or 3 and 5. */
function reference(out: ByteBuilder, version: number, bigEndian: boolean, variable: number): void {
  const size = version === 117 ? 4 : version === 118 ? 2 : 3;
  const put = (value: number, count: number): void => {
    const bytes = Array.from({ length: count }, (_, n) => Math.floor(value / 256 ** n) % 256);
    out.put(Uint8Array.from(bigEndian ? bytes.reverse() : bytes));
  };
  put(variable, size);
  put(variable === 0 ? 0 : 1, 8 - size);
}
