import { lawfulNames, type NameRules } from '../survey/lawful-names.js';
import type { LossNotes } from '../survey/written.js';

/** Stata allows letters of any language, up to 32 of them, in at most 128 bytes. */
const RULES: NameRules = {
  unlawful: /[^\p{L}\p{N}_]/gu,
  start: /^[\p{L}_]/u,
  bytes: 128,
  letters: 32,
  reserved:
    '_all _b byte _coef _cons double float if in int long _n _N _pi _pred _rc _skip str strL using with'.split(
      ' ',
    ),
  ignoresCase: false,
};

/** The names columns get in a .dta file. */
export const dtaNames = (names: readonly string[], notes?: LossNotes): string[] =>
  lawfulNames(names, RULES, notes);
