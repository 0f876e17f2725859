/** What went wrong, as a word a program can act on. */
export type LatentClassErrorCode =
  | 'no-indicators'
  | 'bad-names'
  | 'uneven-columns'
  | 'bad-categories'
  | 'bad-code'
  | 'bad-weight'
  | 'no-rows'
  | 'empty-indicator'
  | 'constant-indicator'
  | 'bad-option'
  | 'bad-rule'
  | 'bad-file'
  | 'ruled-out'
  | 'bad-covariate'
  | 'bad-outcome'
  | 'bad-group'
  | 'not-estimable'
  | 'model-mismatch'
  | 'bad-design'
  | 'not-identified'
  | 'singular-information'
  | 'aborted';

/**
 * The only error this package throws on purpose. The message says what is wrong, where, and what to do;
 * `code` and `data` hold the same for a program that words it in another language.
 */
export class LatentClassError extends Error {
  override readonly name = 'LatentClassError';
  readonly code: LatentClassErrorCode;
  readonly data: Readonly<Record<string, string | number>>;

  constructor(code: LatentClassErrorCode, message: string, data: Record<string, string | number> = {}) {
    super(message);
    this.code = code;
    this.data = data;
  }
}
