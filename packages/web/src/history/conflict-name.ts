import type { Outputs } from '../api.js';
import type { Messages } from '../messages/da.js';
import { capital, word } from '../operation-sentence.js';

export type Conflict = Outputs['history']['conflicts']['conflicts'][number];

/** What a conflict is about, in words: "definition · kode »Relationer › Savn«". */
export function conflictName({ kind, table, column, name }: Conflict, m: Messages): string {
  const what = word(m.history.tables, table, table);
  if (kind === 'row') return capital(m.history.conflictRow(what, name));
  return capital(m.history.conflictOf(word(m.history.columns, column, column), what, name));
}
