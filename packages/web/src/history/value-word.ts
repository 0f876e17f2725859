import type { Format } from '../format.js';
import type { Messages } from '../messages/da.js';
import { word } from '../operation-sentence.js';

/** A column's value in the page's words, where it is out of a vocabulary; null: there is none. */
export function valueWord(column: string, value: string | null, m: Messages, f: Format): string | null {
  if (value === null || value === '') return null;
  const { words } = m;
  const known: Record<string, object> = {
    phase: words.phase,
    gender: words.gender,
    channel: words.channel,
    background: words.background,
    sector: words.sector,
    townSize: words.townSize,
    scope: words.scope,
    placement: words.complexity,
    decision: words.decision,
    origin: words.codeOrigin,
    arena: words.wishArena,
    elicitation: words.elicitation,
    locus: words.barrierLocus,
    stance: words.stance,
    relation: words.relation,
    measure: words.measure,
    role: words.variableRole,
    missing: words.missingRule,
    about: words.memoAbout,
    status: words.wishStatus,
    table: m.history.tables,
    column: m.history.columns,
    state: m.history.state,
  };
  if (value === 'true' || value === 'false') return value === 'true' ? m.history.yes : m.history.no;
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return f.time(value);
  const vocabulary = known[column];
  return vocabulary ? word(vocabulary, value) : value;
}
