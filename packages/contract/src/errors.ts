import { classes } from './errors/classes.js';
import { coding } from './errors/coding.js';
import { fieldwork } from './errors/fieldwork.js';
import { files } from './errors/files.js';
import { report } from './errors/report.js';
import { study } from './errors/study.js';
import { survey } from './errors/survey.js';
import { transcripts } from './errors/transcripts.js';
import { REASONS } from './errors/reasons.js';
import type { Sentences } from './errors/sentences.js';

/**
 * What can go wrong, said to a researcher: what is wrong, where, and what to do. Keys are the codes of `BagomError`;
 * `{name}` stands for a value of its data.
 */
export const ERRORS: Sentences = {
  ...study,
  ...files,
  ...survey,
  ...classes,
  ...fieldwork,
  ...transcripts,
  ...coding,
  ...report,
};

/** The sentence for an error. An unknown code is said as it is: better a code than silence. */
export function errorSentence(
  code: string,
  data: Readonly<Record<string, string | number | null>>,
  language: 'da' | 'en',
): string {
  const sentence = ERRORS[code]?.[language] ?? `${code} ${JSON.stringify(data)}`;
  const reason = REASONS[code]?.[String(data.reason)]?.[language];
  return filled(sentence, reason === undefined ? data : { ...data, reason: filled(reason, data) });
}

/** A sentence with the values of its data in their places. */
export function filled(sentence: string, data: Readonly<Record<string, unknown>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => shown(data[name] ?? '?'));
}

const shown = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : String(value));
