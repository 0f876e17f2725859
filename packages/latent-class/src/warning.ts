/**
 * How much a warning weighs. `invalid`: no figure of the model may be reported. `caution`: report it only after doing
 * what the README advises. `note`: true of the data or the model, and to be told with it.
 */
export type Severity = 'invalid' | 'caution' | 'note';

/** Every code that a warning or note of this package can have; the README says what each means and what to do. */
export const WARNINGS = {
  'not-identified': 'invalid',
  'more-classes-than-patterns': 'invalid',
  'equal-maxima-differ': 'invalid',
  'empty-class': 'invalid',
  'not-converged': 'caution',
  'not-replicated': 'caution',
  'few-hits': 'caution',
  'close-rival': 'caution',
  'small-class': 'caution',
  'uneven-weights': 'caution',
  'unused-category': 'caution',
  'sparse-table': 'note',
  boundary: 'note',
  'pseudo-likelihood': 'note',
  'zero-weights': 'note',
  'rows-dropped': 'note',
  'boundary-fixed': 'note',
  'weights-ignored': 'caution',
  'not-at-maximum': 'caution',
  'nearly-singular': 'caution',
  'lonely-units-adjusted': 'note',
  'few-units': 'caution',
  'replicates-not-converged': 'caution',
  'fit-not-replicated': 'caution',
  'samples-not-replicated': 'caution',
  'negative-weights': 'note',
  'negative-estimate': 'caution',
  'variance-collapse': 'caution',
  separation: 'caution',
} as const satisfies Record<string, Severity>;

export type WarningCode = keyof typeof WARNINGS;

/** What a reader must know. `code` is for a program to word; `data` holds the figures. */
export interface Warning {
  readonly code: WarningCode;
  readonly data: Readonly<Record<string, string | number>>;
}

/** How much a warning weighs. */
export function severityOf({ code }: Warning): Severity {
  return WARNINGS[code];
}
