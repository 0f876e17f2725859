import type { PublishedReport } from '../published.js';
import type { AuditText } from './audit-text.js';

/** `error`: cannot be right as printed. `warning`: probably a slip. `note`: worth a look before the next printing. */
export type FindingSeverity = 'error' | 'warning' | 'note';

/** The checks by name. A name is stable: settings and translations may refer to it. */
export type FindingRule =
  | 'quote-printed-twice'
  | 'quoted-words'
  | 'speaker-label'
  | 'two-ages'
  | 'age-in-speech'
  | 'names-alike'
  | 'unmasked'
  | 'several-names'
  | 'quantifier-clash'
  | 'counter-case'
  | 'claim-without-voice'
  | 'person-out-of-group'
  | 'sample-share'
  | 'omission-marks'
  | 'brackets'
  | 'placeholders'
  | 'pronoun-clash'
  | 'cross-reference'
  | 'printed-form'
  | 'repeated-word';

/** A place in the report that shows a finding. */
export interface FindingPassage {
  readonly line: number;
  readonly text: string;
}

/** One thing a critical reader would point at, said in both languages, with the passages that show it. */
export interface Finding {
  readonly rule: FindingRule;
  readonly severity: FindingSeverity;
  readonly line: number;
  readonly message: { readonly da: string; readonly en: string };
  readonly passages: readonly FindingPassage[];
}

/** A rule reads the report and its prepared text, and says what it saw. It never throws and never changes anything. */
export type AuditRule = (report: PublishedReport, text: AuditText) => Finding[];

/** Shortens a passage around its middle of interest, on whole words. */
export function passage(text: string, from = 0, to: number = text.length, around = 60): string {
  const start = from <= around ? 0 : text.indexOf(' ', from - around) + 1;
  const stop = to + around >= text.length ? text.length : text.lastIndexOf(' ', to + around);
  const cut = text.slice(start, Math.max(stop, to)).replace(/\s+/gu, ' ').trim();
  const shown = cut.length > 320 ? `${cut.slice(0, 319)}…` : cut;
  return `${start > 0 ? '… ' : ''}${shown}${stop < text.length && cut === shown ? ' …' : ''}`;
}

/** A name in the genitive, as each language prints it. */
export function genitive(name: string): { readonly da: string; readonly en: string } {
  return { da: /[sxz]$/u.test(name) ? `${name}’` : `${name}s`, en: `${name}’s` };
}
