import {
  carryRows,
  carrySpans,
  currentVersion,
  diffText,
  isPlaced,
  placeOf,
  positionsIn,
  update,
  type Change,
  type Draft,
  type LostSpan,
  type MergeConflict,
  type MergePlan,
  type Operation,
  type PlacedTable,
  type Row,
  type Source,
  type SourceVersion,
  type Span,
  type StudyState,
  type TableName,
  type TextChanges,
} from '@bagom/core';
import { resolveDrafts } from '../resolve.js';
import type { StudyFile } from '../study-file.js';
import { MAKING } from './making.js';

type Values = Record<string, unknown>;
const valuesOf = (row: Row): Values => row as unknown as Values;

/** A text that the two copies show in different versions. */
interface Difference {
  sourceId: string;
  /** Which of the two is shown afterwards. */
  shown: 'ours' | 'theirs';
  /** Both have corrected it since they parted. */
  both: boolean;
  ours: SourceVersion;
  /** With the number that it has here. */
  theirs: SourceVersion;
  /** The text that is not shown, the one that is, and how it becomes that. */
  hidden: string;
  visible: string;
  changes: TextChanges;
}

/**
 * Where the copies show different texts of one source. If only one has changed it, that text is shown; if both have, ours is,
 * theirs is kept beside it, and it is told. What stands on the other text is carried over; nothing is moved off its words.
 *
 * @param operations What of theirs is new here, with the versions called as they are here.
 */
export async function textDifferences(
  ours: StudyFile,
  theirs: StudyFile,
  operations: readonly Operation[],
  numberHere: (version: SourceVersion) => number,
) {
  const differences = new Map<string, Difference>();
  for (const sourceId of ours.state.sources.keys()) {
    const found = await differenceOf(ours, theirs, sourceId, operations, numberHere);
    if (found) differences.set(sourceId, found);
  }
  const placed = (table: TableName, row: Row) => {
    const place = isPlaced(table) ? placeOf(table, row) : null;
    const difference = place && differences.get(place.sourceId);
    return difference ? { ...place, difference } : null;
  };
  /** Rows of theirs that have no place in our text, or stand on other words in it, as they were last. */
  const lost = new Map<string, LostSpan>();

  const inOurTexts = (table: TableName, row: Row, current: Row | null): Row | null => {
    if (table === 'sources') {
      const difference = differences.get(row.id);
      return difference?.both && current ? { ...row, version: (current as Source).version } : row;
    }
    const at = placed(table, row);
    if (!at || at.difference.shown === 'theirs') return row;
    const { hidden, visible, changes, ours: mine } = at.difference;
    const unplaced = WITHOUT_PLACE[table];
    if (current) return { ...row, ...positionsOf(current) };
    const last = theirs.state[table].get(row.id) ?? row;
    const span = placeOf(table as PlacedTable, last)?.span ?? at.span;
    const [carried] = carrySpans(hidden, visible, changes, [span]);
    if (!carried || carried.is === 'lost') {
      lost.set(`${table} ${row.id}`, lostSpan(table as PlacedTable, last, at.difference, span));
      return unplaced ? { ...row, ...unplaced } : null;
    }
    const words = visible.slice(carried.span.from, carried.span.to);
    if (carried.is === 'changed')
      lost.set(`${table} ${row.id}`, {
        ...lostSpan(table as PlacedTable, last, at.difference, span),
        state: 'changed',
      });
    const undecided = carried.is === 'changed' && valuesOf(row)['decision'] === 'keep';
    return {
      ...row,
      ...positionsIn(row, carried.span, mine.number, () => MAKING.hash(words)),
      // Words that were to be printed as they stand, and are others here.
      ...(undecided ? { decision: 'open' } : {}),
    } as Row;
  };

  /**
   * What is left to put right once their operations are laid over ours (`merged`): rows that still stand on our text are carried
   * to theirs where that is shown; what rested on rows that found no place rests on the study.
   */
  const afterwards = (plan: MergePlan, merged: StudyState): { changes: Change[]; lost: number } => {
    const drafts: Draft[] = [...lost.values()]
      .filter(({ table, rowId, state }) =>
        WITHOUT_PLACE[table] || state === 'changed' ? merged[table].has(rowId) : !merged[table].has(rowId),
      )
      .map((row) => ({ do: 'insert', table: 'lostSpans', row }));
    const touched = new Set(
      plan.operations.flatMap((one) => one.changes.map(({ table, id }) => `${table} ${id}`)),
    );
    for (const { shown, sourceId, ours: from, theirs: to, hidden, visible, changes } of differences.values())
      if (shown === 'theirs') {
        const step = { sourceId, from: from.number, to: to.number, before: hidden, after: visible, changes };
        const carried = carryRows(merged, step, MAKING, (table, row) => {
          // The version says on which text it stands; without one, what they have not stands on ours.
          if ('version' in row) return true;
          const { id } = row;
          return ours.state[table].has(id) && !theirs.state[table].has(id) && !touched.has(`${table} ${id}`);
        });
        drafts.push(...carried.drafts);
      }
    for (const { id, about, aboutId } of merged.memos.values())
      if (about === 'coding' && lost.has(`codings ${aboutId}`))
        drafts.push(update('memos', id, { about: 'study', aboutId: '' }));
    return {
      changes: resolveDrafts(merged, drafts),
      lost: drafts.filter(
        (draft) => draft.do === 'insert' && draft.table === 'lostSpans' && draft.row.state === 'open',
      ).length,
    };
  };

  const conflicts = [...differences.values()].flatMap(
    ({ sourceId, ours: mine, theirs: their, both }): Omit<MergeConflict, 'id' | 'state'>[] => {
      const place = { table: 'sources', rowId: sourceId, column: 'version', by: '', at: '' } as const;
      return both ? [{ ...place, ours: mine.number, theirs: their.number }] : [];
    },
  );
  return { inOurTexts, afterwards, conflicts };

  function lostSpan(table: PlacedTable, row: Row, difference: Difference, { from, to }: Span): LostSpan {
    const { evidence, memos } = theirs.state;
    const resting =
      table === 'codings'
        ? {
            evidence: [...evidence.values()].filter(({ codingId }) => codingId === row.id),
            memos: [...memos.values()]
              .filter(({ about, aboutId }) => about === 'coding' && aboutId === row.id)
              .map(({ id }) => id),
          }
        : {};
    return {
      id: MAKING.newId(),
      sourceId: difference.sourceId,
      fromVersion: difference.theirs.number,
      toVersion: difference.ours.number,
      table,
      rowId: row.id,
      row: { ...valuesOf(row), ...resting },
      quote: difference.hidden.slice(from, to),
      state: 'open',
      at: MAKING.now(),
    };
  }
}

async function differenceOf(
  ours: StudyFile,
  theirs: StudyFile,
  sourceId: string,
  operations: readonly Operation[],
  numberHere: (version: SourceVersion) => number,
): Promise<Difference | null> {
  const mine = currentVersion(ours.state, sourceId);
  const their = currentVersion(theirs.state, sourceId);
  if (!mine || !their || mine.id === their.id) return null;
  const [weHave, theyHave] = [
    ours.state.sourceVersions.has(their.id),
    theirs.state.sourceVersions.has(mine.id),
  ];
  const both = !weHave && !theyHave;
  const shown = theyHave && (!weHave || theyTurned(operations, sourceId, mine)) ? 'theirs' : 'ours';
  const [ourText, theirText] = [await ours.text(mine.text), await theirs.text(their.text)];
  const [hidden, visible] = shown === 'ours' ? [theirText, ourText] : [ourText, theirText];
  return {
    sourceId,
    shown,
    both,
    hidden,
    visible,
    ours: mine,
    theirs: { ...their, number: numberHere(their) },
    changes: diffText(hidden, visible),
  };
}

/** Whether they turned from the version that we show to another that both have: settled which of two texts is shown. */
function theyTurned(operations: readonly Operation[], sourceId: string, mine: SourceVersion): boolean {
  for (const { changes } of operations)
    for (const { table, id, before, after } of changes) {
      if (table !== 'sources' || id !== sourceId || !before || !after) continue;
      const [was, is] = [before as Source, after as Source];
      if (was.version !== is.version) return was.version === mine.number;
    }
  return false;
}

/** Rows that stand on without a place in a text, and what then says so. */
const WITHOUT_PLACE: Partial<Record<TableName, object>> = {
  memos: { from: null, to: null, version: null, quoteHash: null },
  wishes: { from: null, to: null },
  barriers: { from: null, to: null },
  blocks: { from: null, to: null },
};

const POSITION = ['version', 'from', 'to', 'quoteHash'] as const;
const positionsOf = (row: Row): Values => {
  const values = valuesOf(row);
  return Object.fromEntries(
    POSITION.filter((column) => column in values).map((column) => [column, values[column]]),
  );
};
