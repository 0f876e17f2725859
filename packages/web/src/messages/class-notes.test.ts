import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { judging as danish } from './da/judging.js';
import { judging as english } from './en/judging.js';

/** Codes that the server adds to those of the statistics. */
const OF_ANALYSES = ['design-not-counted', 'weighted-no-p', 'fixed-as-known', 'lower-maximum'];

/** The page does not lean on the statistics, so their list of codes is read as it is written. */
function warningCodes(): string[] {
  const written = readFileSync(new URL('../../../latent-class/src/warning.ts', import.meta.url), 'utf8');
  const list = /WARNINGS = \{(.*?)\} as const/s.exec(written)?.[1] ?? '';
  return Array.from(list.matchAll(/^ {2}'?([a-z-]+)'?: '/gm), ([, code]) => code!);
}

test('every warning of the statistics has its sentence on the page, in both languages, and no sentence is left over', () => {
  const codes = [...warningCodes(), ...OF_ANALYSES];
  expect(codes).toContain('not-identified');
  expect(codes).toContain('separation');
  expect(Object.keys(danish.notes).sort()).toEqual(codes.toSorted());
  expect(Object.keys(english.notes).sort()).toEqual(codes.toSorted());
});
