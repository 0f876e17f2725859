import { insert, remove, rowsWhere, update, type Draft, type StudyState } from '../study/state.js';
import type { Row } from '../study/tables.js';
import { carrySpans, type Carried } from '../text/carry.js';
import type { TextChanges } from '../text/change.js';
import type { Span } from '../text/spans.js';
import { PLACED_TABLES, placeOf, positionsIn, type PlacedTable } from './placed.js';
import type { LostSpan } from './source.js';

/** What the core cannot do itself: name rows, fingerprint words, tell the time. */
export interface Making {
  newId(): string;
  /** SHA-256 of words, in hexadecimal. */
  hash(words: string): string;
  now(): string;
}

/** What became of one row that stood on the old text. */
export interface CarriedRow {
  readonly table: PlacedTable;
  readonly id: string;
  readonly is: Carried['is'];
  readonly before: Span & { readonly words: string };
  /** Null when it is lost. */
  readonly after: (Span & { readonly words: string }) | null;
}

/** What carrying the rows of one text to another comes to. */
export interface CarriedRows {
  readonly drafts: Draft[];
  readonly counts: Readonly<Record<Carried['is'], number>>;
  /** Rows that stand on other words than before, or elsewhere, or nowhere. */
  readonly rows: readonly CarriedRow[];
  /** Evidence of claims that rests on lost codings, and printed excerpts that lost their place. */
  readonly evidenceLost: number;
  readonly blocksLost: number;
  /** Excerpts of the report whose printed words change. */
  readonly blocksChanged: number;
  /** Words that were to be printed as they stand and became others: they must be decided anew. */
  readonly reopened: number;
}

/** From which version of a source's text to which, and how the one becomes the other. */
export interface TextStep {
  readonly sourceId: string;
  readonly from: number;
  readonly to: number;
  readonly before: string;
  readonly after: string;
  readonly changes: TextChanges;
}

/**
 * Carries the rows that stand on one version of a text to another. What cannot follow is taken from the text and listed in
 * `lostSpans`, with the row as it was and the words it stood on; what stands on other words than before is listed there too, to be
 * looked at. Wishes, barriers, annotations and blocks of the report stay without a place; codings, examples, mentions and bookmarks
 * are nothing without one and are removed. `only`: the rows meant, all of them
 * when absent.
 */
export function carryRows(
  state: StudyState,
  step: TextStep,
  making: Making,
  only: (table: PlacedTable, row: Row) => boolean = () => true,
): CarriedRows {
  const { sourceId, from, to, before, after, changes } = step;
  const drafts: Draft[] = [];
  const standing = rowsOn(state, sourceId, from).filter(({ table, row }) => only(table, row));
  const carried = carrySpans(
    before,
    after,
    changes,
    standing.map(({ span }) => span),
  );
  const counts = { same: 0, changed: 0, moved: 0, lost: 0 };
  const rows: CarriedRow[] = [];
  const unseen = unseenChanges(state, sourceId);
  const lostCodings = new Set<string>();
  let [reopened, blocksLost, blocksChanged] = [0, 0, 0];
  standing.forEach(({ table, row, span }, i) => {
    const found = carried[i]!;
    counts[found.is]++;
    const words = before.slice(span.from, span.to);
    const now = found.is === 'lost' ? null : withWords(after, found.span);
    const known = unseen.get(row.id);
    const list = (as: 'open' | 'changed') =>
      insert('lostSpans', lostSpan(state, table, row, words, from, to, as, making));
    if (found.is !== 'same')
      rows.push({ table, id: row.id, is: found.is, before: { ...span, words }, after: now });
    if (now) {
      const positions = positionsIn(row, now, to, () => making.hash(now.words));
      const undecided =
        table === 'mentions' && found.is === 'changed' && 'decision' in row && row.decision === 'keep';
      if (undecided) reopened++;
      if (table === 'blocks' && found.is === 'changed') blocksChanged++;
      drafts.push(updated(table, row.id, { ...positions, ...(undecided ? { decision: 'open' } : {}) }));
      if (found.is === 'changed' && !known) drafts.push(list('changed'));
      // It stands again on the words that somebody last saw it on.
      else if (known?.quote === now.words) drafts.push(remove('lostSpans', known.id));
      return;
    }
    if (table === 'codings') lostCodings.add(row.id);
    if (table === 'blocks') blocksLost++;
    if (known) drafts.push(remove('lostSpans', known.id));
    drafts.push(list('open'));
  });
  const evidence = [...state.evidence.values()].filter(({ codingId }) => lostCodings.has(codingId));
  drafts.push(
    ...evidence.map(({ id }) => remove('evidence', id)),
    ...[...state.memos.values()]
      .filter(({ about, aboutId }) => about === 'coding' && lostCodings.has(aboutId))
      .map(({ id }) => update('memos', id, { about: 'study', aboutId: '' })),
    ...standing.flatMap(({ table, row }, i) => (carried[i]!.is === 'lost' ? [withoutPlace(table, row)] : [])),
    ...carriedResolutions(state, sourceId, from, to, { before, after, changes }),
  );
  return { drafts, counts, rows, evidenceLost: evidence.length, blocksLost, blocksChanged, reopened };
}

interface Standing {
  table: PlacedTable;
  row: Row;
  span: Span;
}

/** Every row that stands on this version; rows without a version of their own stand on the one that is shown. */
function rowsOn(state: StudyState, sourceId: string, version: number): Standing[] {
  const standing: Standing[] = [];
  for (const table of PLACED_TABLES)
    for (const row of state[table].values() as Iterable<Row>) {
      const place = placeOf(table, row);
      if (place?.sourceId !== sourceId) continue;
      if ('version' in row && row.version !== version) continue;
      standing.push({ table, row, span: place.span });
    }
  return standing;
}

/** Rows whose words changed in an earlier version, and that nobody has looked at since, by their id. */
const unseenChanges = (state: StudyState, sourceId: string) =>
  new Map(
    rowsWhere(state, 'lostSpans', { sourceId, state: 'changed' }).map((change) => [change.rowId, change]),
  );

const withWords = (text: string, { from, to }: Span) => ({ from, to, words: text.slice(from, to) });

const updated = (table: PlacedTable, id: string, set: object): Draft => ({ do: 'update', table, id, set });

function lostSpan(
  state: StudyState,
  table: PlacedTable,
  row: Row,
  quote: string,
  fromVersion: number,
  toVersion: number,
  as: 'open' | 'changed',
  making: Making,
): LostSpan {
  const { sourceId } = placeOf(table, row)!;
  // What rested on what is lost goes with it, so that it comes back with it.
  const resting =
    table === 'codings' && as === 'open'
      ? {
          evidence: rowsWhere(state, 'evidence', { codingId: row.id }),
          memos: rowsWhere(state, 'memos', { about: 'coding', aboutId: row.id }).map(({ id }) => id),
        }
      : {};
  return {
    id: making.newId(),
    sourceId,
    fromVersion,
    toVersion,
    table,
    rowId: row.id,
    row: { ...row, ...resting },
    quote,
    state: as,
    at: making.now(),
  };
}

const NOTHING_WITHOUT: ReadonlySet<PlacedTable> = new Set(['codings', 'examples', 'mentions', 'bookmarks']);

function withoutPlace(table: PlacedTable, row: Row): Draft {
  if (NOTHING_WITHOUT.has(table)) return remove(table, row.id);
  return updated(table, row.id, {
    from: null,
    to: null,
    ...(table === 'memos' ? { version: null, quoteHash: null } : {}),
  });
}

/** What coders agreed on follows its words; where these are gone it stays with the version it was agreed on. */
function carriedResolutions(
  state: StudyState,
  sourceId: string,
  from: number,
  version: number,
  { before, after, changes }: { before: string; after: string; changes: TextChanges },
): Draft[] {
  const rows = rowsWhere(state, 'resolutions', { sourceId, version: from });
  return carrySpans(before, after, changes, rows).flatMap((found, i) =>
    found.is === 'lost'
      ? []
      : [update('resolutions', rows[i]!.id, { version, from: found.span.from, to: found.span.to })],
  );
}
