/**
 * Something a researcher can mend. `code` names what is wrong (`span.outside-text`), `data` says where; the sentence, in
 * Danish or English, is made from both where it is shown.
 */
export class BagomError extends Error {
  readonly code: string;
  readonly data: Readonly<Record<string, string | number | null>>;

  constructor(code: string, data: Record<string, string | number | null> = {}) {
    super(`${code} ${JSON.stringify(data)}`);
    this.name = 'BagomError';
    this.code = code;
    this.data = data;
  }
}
