import { BagomError } from '../study/bagom-error.js';
import { insert, rowsWhere, update, type Draft, type StudyState } from '../study/state.js';
import type { TextChanges } from '../text/change.js';
import { diffText } from '../text/diff.js';
import { carryRows, type CarriedRows, type Making } from './carry-rows.js';
import { currentVersion } from './current-version.js';
import { nextTurns, type NextTurns, type TimedPlace } from './next-turns.js';
import type { SourceVersion } from './source.js';

/** What a new version of a text does to what stands on it. */
export interface VersionReport extends Omit<CarriedRows, 'drafts'> {
  readonly changes: TextChanges;
  readonly turns: { readonly before: number; readonly after: number; readonly how: NextTurns['how'] };
}

export interface NextVersion {
  readonly version: SourceVersion;
  /** Everything, to be carried out as one operation together with the blob of the text. */
  readonly drafts: Draft[];
  readonly report: VersionReport;
}

/**
 * Makes the next version of a source's text. Every row that stands on the text is carried to it, or listed as lost
 * (see `carryRows`).
 *
 * `after` must be normalised (`normaliseText`); `changes`, when the editor knows them, must turn `before` into it.
 */
export function nextVersion(
  state: StudyState,
  given: {
    sourceId: string;
    before: string;
    after: string;
    changes?: TextChanges;
    reason: string;
    times?: readonly TimedPlace[];
    /** Turns and marks, where the new text came with its own; else the old ones are carried or read again. */
    turns?: Omit<NextTurns, 'how'>;
  },
  making: Making,
): NextVersion {
  const { sourceId, before, after, reason } = given;
  const old = currentVersion(state, sourceId);
  if (!old) throw new BagomError('row.missing', { table: 'sources', id: sourceId });
  const changes = given.changes ?? diffText(before, after);
  const turns = given.turns
    ? { ...given.turns, how: 'read' as const }
    : nextTurns(old, before, after, changes, given.times);
  const number = Math.max(...rowsWhere(state, 'sourceVersions', { sourceId }).map((row) => row.number)) + 1;
  const version: SourceVersion = {
    id: making.newId(),
    sourceId,
    number,
    text: making.hash(after),
    length: after.length,
    turns: turns.turns,
    marks: turns.marks,
    reason,
  };
  const step = { sourceId, from: old.number, to: number, before, after, changes };
  const { drafts, ...told } = carryRows(state, step, making);
  return {
    version,
    drafts: [insert('sourceVersions', version), update('sources', sourceId, { version: number }), ...drafts],
    report: {
      ...told,
      changes,
      turns: { before: old.turns.length, after: turns.turns.length, how: turns.how },
    },
  };
}
