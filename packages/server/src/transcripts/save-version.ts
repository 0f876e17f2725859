import {
  BagomError,
  ChangedPlaces,
  changeText,
  diffText,
  nextVersion,
  normaliseText,
  placeOf,
  rowsWhere,
  type Draft,
  type LostSpan,
  type NextTurns,
  type NextVersion,
  type PlacedTable,
  type Row,
  type StudyState,
  type TextChange,
  type TimedPlace,
} from '@bagom/core';
import { blobOf, newId, type StudyFile } from '@bagom/store';
import { brief, quoteHash, short } from '../handlers/api.js';
import { currentText } from '../source-entries.js';

const MAKING = { newId, hash: quoteHash, now: () => new Date().toISOString() };

/** A corrected text: what was changed, or the whole of it. */
export interface Correction {
  readonly changes?: readonly TextChange[];
  readonly text?: string;
  readonly reason: string;
  readonly times?: readonly TimedPlace[];
  /** Turns and marks that came with the text. */
  readonly turns?: Omit<NextTurns, 'how'>;
  readonly dryRun?: boolean;
  /** The operation's kind; a correction when absent. */
  readonly kind?: string;
  /** What is changed in the same operation. */
  readonly drafts?: readonly Draft[];
}

/** What a version did, as it is told. */
export type ToldVersion = Awaited<ReturnType<typeof saveVersion>>;

/**
 * Makes a text's next version as one operation, with everything that stands on it, and tells what became of that: of what whoever
 * asks may see (`seen`).
 */
export async function saveVersion(
  study: StudyFile,
  sourceId: string,
  correction: Correction,
  seen: StudyState = study.state,
) {
  const { source, version, text: before } = await currentText(study, sourceId);
  // Turns that came with the text stand where they were read: that text is normalised already.
  const { after, changes, moved } =
    correction.turns && correction.text !== undefined
      ? { after: correction.text, changes: undefined, moved: null }
      : corrected(before, correction);
  const { reason, times, turns, dryRun = false, kind = 'transcript.correct' } = correction;
  if (after === before && !times) throw new BagomError('version.same', { version: version.number });
  const placed =
    times && moved !== null ? times.map((time) => ({ ...time, at: moved.start(time.at) })) : times;
  const wish = {
    sourceId,
    before,
    after,
    ...(changes ? { changes } : {}),
    reason,
    ...(placed ? { times: placed } : {}),
    ...(turns ? { turns } : {}),
  };
  const next = nextVersion(study.state, wish, MAKING);
  // What may not be seen follows too, and is neither named nor counted.
  const report = toldReport(seen, seen === study.state ? next : nextVersion(seen, wish, MAKING));
  const number = next.version.number;
  if (dryRun) return { report, version: number, operation: null };
  const subject = short(reason ? `${source.title} – ${reason}` : source.title, 120);
  const drafts = [...next.drafts, ...(correction.drafts ?? [])];
  const operation = await study.commit(kind, subject, drafts, [blobOf(after)]);
  // What was being written is in the version now; of another text it would be nonsense.
  await study.originals.drafts?.remove(sourceId);
  return { report, version: number, operation: brief(operation) };
}

/** The new text as the study keeps it; the changes only where keeping it changed nothing more. */
function corrected(
  before: string,
  { changes, text }: Correction,
): { after: string; changes?: readonly TextChange[]; moved: ChangedPlaces | null } {
  if (text === undefined && changes === undefined)
    throw new BagomError('input.invalid', { reason: 'changes or text' });
  const written = text ?? changed(before, changes ?? []);
  const after = normaliseText(written);
  if (after.trim() === '' && before.trim() !== '') throw new BagomError('version.empty');
  if (after !== written) return { after, moved: new ChangedPlaces(diffText(written, after)) };
  return { after, ...(changes ? { changes } : {}), moved: null };
}

function changed(before: string, changes: readonly TextChange[]): string {
  try {
    return changeText(before, changes);
  } catch (error) {
    if (error instanceof RangeError) throw new BagomError('version.overlapping');
    throw error;
  }
}

/** Rows told of one by one though they stand on the words they stood on, and letters of each row. */
const MOVED = 500;
const LETTERS = 400;
const ORDER = { lost: 0, changed: 1, moved: 2, same: 3 } as const;

function toldReport(state: StudyState, { report }: NextVersion) {
  const cut = <T extends { words: string }>(place: T): T =>
    place.words.length > LETTERS ? { ...place, words: `${place.words.slice(0, LETTERS)} …` } : place;
  return {
    ...report,
    changes: report.changes.length,
    rows: report.rows
      .toSorted((a, b) => ORDER[a.is] - ORDER[b.is] || a.before.from - b.before.from)
      .slice(0, report.counts.lost + report.counts.changed + MOVED)
      .map(({ table, id, is, before, after }) => ({
        table,
        id,
        is,
        name: nameOf(state, table, state[table].get(id)),
        before: cut(before),
        after: after && cut(after),
      })),
  };
}

/** What a person knows a row by. */
export function nameOf(
  state: StudyState,
  table: PlacedTable,
  row: Row | Record<string, unknown> | undefined,
): string {
  const values = (row ?? {}) as Record<string, unknown>;
  const text = (column: string) => (typeof values[column] === 'string' ? values[column] : '');
  switch (table) {
    case 'codings':
    case 'examples':
      return state.codes.get(text('codeId'))?.name ?? '';
    case 'mentions':
      return state.entities.get(text('entityId'))?.replacement ?? '';
    case 'memos':
      return text('title') || short(text('body'), 60);
    case 'bookmarks':
      return text('name');
    case 'wishes':
      return text('need');
    case 'barriers':
      return text('barrier');
    case 'blocks':
      return short(text('text'), 60);
  }
}

/**
 * What the versions of a text could not carry along as it was: what waits first, then as it stands in the text, then as it was lost.
 * What changed and has been removed since is no longer there to look at.
 */
export function lostOf(state: StudyState, sourceId: string, text: string) {
  return rowsWhere(state, 'lostSpans', { sourceId })
    .flatMap((lost: LostSpan) => {
      const { evidence, dropped } = lost.row as { evidence?: unknown[]; dropped?: string };
      const stands = lost.state === 'changed' || lost.state === 'checked';
      const row = stands ? (state[lost.table].get(lost.rowId) as Row | undefined) : undefined;
      const span = row && placeOf(lost.table, row)?.span;
      if (stands && !span) return [];
      return {
        id: lost.id,
        table: lost.table,
        name: nameOf(state, lost.table, row ?? lost.row),
        quote: lost.quote,
        now: span ? { from: span.from, to: span.to, words: text.slice(span.from, span.to) } : null,
        fromVersion: lost.fromVersion,
        toVersion: lost.toVersion,
        state: lost.state,
        dropped: dropped ?? '',
        at: lost.at,
        evidence: evidence?.length ?? 0,
      };
    })
    .sort((a, b) => WAITING[a.state] - WAITING[b.state] || (a.now?.from ?? 0) - (b.now?.from ?? 0));
}

const WAITING = { open: 0, changed: 1, placed: 2, dropped: 2, checked: 2 } as const;
