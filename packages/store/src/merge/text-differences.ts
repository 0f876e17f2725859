import {
  carrySpans,
  currentVersion,
  diffText,
  isPlaced,
  placeOf,
  PLACED_TABLES,
  positionsIn,
  rowsWhere,
  type Change,
  type LostSpan,
  type MergeConflict,
  type MergePlan,
  type PlacedTable,
  type Row,
  type Source,
  type SourceVersion,
  type Span,
  type StudyState,
  type TableName,
} from '@bagom/core';
import { sha256 } from '../blobs.js';
import { newId } from '../new-id.js';
import type { StudyFile } from '../study-file.js';

type Values = Record<string, unknown>;
const valuesOf = (row: Row): Values => row as unknown as Values;

/** A text that the two copies show in different versions. */
interface Difference {
  sourceId: string;
  /** Which of the two is shown afterwards. */
  shown: 'ours' | 'theirs';
  ours: SourceVersion;
  theirs: SourceVersion;
  /** The numbers that their versions get beside ours, by id, where both had made some; else empty. */
  renumbered: ReadonlyMap<string, number>;
  /** Stretches of the text that is not shown, in the one that is. */
  carry(span: Span): Span | null;
  words(span: Span): string;
  lostWords(span: Span): string;
}

/**
 * Where the copies show different texts of one source. If only one has changed it, that text is shown; if both have, ours is,
 * theirs is kept beside it, and it is told. What stands on the other text is carried over; nothing is moved off its words.
 */
export async function textDifferences(ours: StudyFile, theirs: StudyFile) {
  const differences = new Map<string, Difference>();
  for (const sourceId of ours.state.sources.keys()) {
    const found = await differenceOf(ours, theirs, sourceId);
    if (found) differences.set(sourceId, found);
  }
  const placed = (table: TableName, row: Row) => {
    const place = isPlaced(table) ? placeOf(table, row) : null;
    const difference = place && differences.get(place.sourceId);
    return difference ? { ...place, difference } : null;
  };

  const inOurTexts = (table: TableName, row: Row, current: Row | null): Row | null => {
    const values = valuesOf(row);
    if (table === 'sources') {
      const both = (differences.get(row.id)?.renumbered.size ?? 0) > 0;
      return both && current ? { ...row, version: (current as Source).version } : row;
    }
    if (table === 'sourceVersions') {
      const number = differences.get(String(values['sourceId']))?.renumbered.get(row.id);
      return number === undefined ? row : { ...row, number };
    }
    const at = placed(table, row);
    if (!at || at.difference.shown === 'theirs') return row;
    if (current) return { ...row, ...positionsOf(current) };
    const last = theirs.state[table].get(row.id) ?? row;
    const span = at.difference.carry(placeOf(table as PlacedTable, last)?.span ?? at.span);
    return (
      span && {
        ...row,
        ...positionsIn(row, span, at.difference.ours.number, () => sha256(at.difference.words(span))),
      }
    );
  };

  /** Rows that only we have stand on our text; where theirs is shown afterwards, they are carried to it. */
  const afterwards = (plan: MergePlan, at: string): { changes: Change[]; lost: LostSpan[] } => {
    const changes: Change[] = [];
    const lost: LostSpan[] = plan.lost.flatMap(({ table, row }) => {
      const found = placed(table, row);
      return found ? [lostSpan(table as PlacedTable, row, found.difference, found.span, at)] : [];
    });
    const touched = new Set(
      plan.operations.flatMap((one) => one.changes.map(({ table, id }) => `${table} ${id}`)),
    );
    for (const table of PLACED_TABLES)
      for (const row of ours.state[table].values() as Iterable<Row>) {
        const found = placed(table, row);
        if (!found || found.difference.shown === 'ours' || theirs.state[table].has(row.id)) continue;
        if (touched.has(`${table} ${row.id}`)) continue;
        const span = found.difference.carry(found.span);
        const { number } = found.difference.theirs;
        const after = span && {
          ...row,
          ...positionsIn(row, span, number, () => sha256(found.difference.words(span))),
        };
        if (after) changes.push({ table, id: row.id, before: row, after });
        else lost.push(lostSpan(table, row, found.difference, found.span, at));
      }
    return { changes, lost };
  };

  const conflicts = [...differences.values()].flatMap(
    ({ sourceId, ours: mine, theirs: their, renumbered }): Omit<MergeConflict, 'id' | 'state'>[] => {
      const number = renumbered.get(their.id);
      if (number === undefined) return [];
      const place = { table: 'sources', rowId: sourceId, column: 'version', by: '', at: '' } as const;
      return [{ ...place, ours: mine.number, theirs: number }];
    },
  );
  return { inOurTexts, afterwards, conflicts };
}

async function differenceOf(
  ours: StudyFile,
  theirs: StudyFile,
  sourceId: string,
): Promise<Difference | null> {
  const mine = currentVersion(ours.state, sourceId);
  const their = currentVersion(theirs.state, sourceId);
  if (!mine || !their || mine.id === their.id) return null;
  const shown =
    ours.state.sourceVersions.has(their.id) || !theirs.state.sourceVersions.has(mine.id) ? 'ours' : 'theirs';
  const both = !ours.state.sourceVersions.has(their.id) && !theirs.state.sourceVersions.has(mine.id);
  const [ourText, theirText] = [await ours.text(mine.text), await theirs.text(their.text)];
  const [hidden, visible] = shown === 'ours' ? [theirText, ourText] : [ourText, theirText];
  const changes = diffText(hidden, visible);
  return {
    sourceId,
    shown,
    ours: mine,
    theirs: their,
    renumbered: both ? renumbered(ours.state, theirs.state, sourceId) : new Map<string, number>(),
    carry(span) {
      const [found] = carrySpans(hidden, visible, changes, [span]);
      return found && found.is !== 'lost' ? found.span : null;
    },
    words: ({ from, to }) => visible.slice(from, to),
    lostWords: ({ from, to }) => hidden.slice(from, to),
  };
}

/** Their versions that we have not, numbered on from our last. */
function renumbered(ours: StudyState, theirs: StudyState, sourceId: string): Map<string, number> {
  const of = (state: StudyState) => rowsWhere(state, 'sourceVersions', { sourceId });
  const last = Math.max(...of(ours).map(({ number }) => number));
  const fresh = of(theirs).filter(({ id }) => !ours.sourceVersions.has(id));
  return new Map(fresh.toSorted((a, b) => a.number - b.number).map(({ id }, i) => [id, last + 1 + i]));
}

const POSITION = ['version', 'from', 'to', 'quoteHash'] as const;
const positionsOf = (row: Row): Values => {
  const values = valuesOf(row);
  return Object.fromEntries(
    POSITION.filter((column) => column in values).map((column) => [column, values[column]]),
  );
};

const lostSpan = (
  table: PlacedTable,
  row: Row,
  difference: Difference,
  span: Span,
  at: string,
): LostSpan => ({
  id: newId(),
  sourceId: difference.sourceId,
  fromVersion: difference.shown === 'ours' ? difference.theirs.number : difference.ours.number,
  toVersion: difference.shown === 'ours' ? difference.ours.number : difference.theirs.number,
  table,
  rowId: row.id,
  row: { ...valuesOf(row) },
  quote: difference.lostWords(span),
  state: 'open',
  at,
});
