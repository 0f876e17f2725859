import type { ClassModel } from '../classes/class-model.js';
import type { Coding } from '../coding/coding.js';
import type { StudyState } from '../study/state.js';
import type { Row, TableName } from '../study/tables.js';
import type { Variable } from '../survey/survey.js';
import type { MergeConflict } from './merge-conflict.js';
import type { Change } from './operation.js';

/** What a merge must still put right, though no single column of two copies differs. */
export interface Settled {
  readonly changes: Change[];
  readonly conflicts: Omit<MergeConflict, 'id' | 'state'>[];
  /** Codings that the copies had made alike: one of each is kept. */
  readonly doubled: number;
  /** Participants and claims that had a number which both copies gave out: theirs got the next one. */
  readonly renumbered: {
    readonly table: 'participants' | 'claims';
    readonly id: string;
    readonly number: number;
  }[];
  /** Names that two coders bear: perhaps one person, perhaps two. */
  readonly sameCoders: string[];
}

type Whose = (table: TableName, id: string) => { by: string; at: string };

/**
 * Truths of a study that span rows: one chosen class model, one weight a wave, numbers that name one participant or claim, one
 * coding of a coder on a stretch with a code. Sibling codes in the same place need nothing: they stand in the order they were
 * made, and moving one numbers them. `ours` is the study before, `merged` after; where both
 * chose, ours stands and theirs is told.
 */
export function settleMerge(ours: StudyState, merged: StudyState, whose: Whose): Settled {
  const changes: Change[] = [];
  const conflicts: Settled['conflicts'] = [];
  const put = <R extends Row>(table: TableName, row: R, set: Partial<R> | null) =>
    void changes.push({ table, id: row.id, before: row, after: set && { ...row, ...set } });

  const chosen = [...merged.classModels.values()].filter((model) => model.chosen);
  const stands = chosen.find(({ id }) => ours.classModels.get(id)?.chosen);
  for (const model of chosen) {
    if (!stands || model === stands) continue;
    put<ClassModel>('classModels', model, { chosen: false });
    conflicts.push(told('classModels', model.id, 'chosen', false, true, whose));
  }

  for (const wave of merged.waves.values()) {
    const weights = [...merged.variables.values()].filter(
      ({ waveId, role }) => waveId === wave.id && role === 'weight',
    );
    const kept = weights.find(({ id }) => ours.variables.get(id)?.role === 'weight');
    for (const variable of weights) {
      if (!kept || variable === kept) continue;
      const role = ours.variables.get(variable.id)?.role ?? 'none';
      put<Variable>('variables', variable, { role });
      conflicts.push(told('variables', variable.id, 'role', role, 'weight', whose));
    }
  }

  const renumbered: Settled['renumbered'] = [];
  for (const table of ['participants', 'claims'] as const) {
    const rows = [...merged[table].values()];
    const taken = new Map<number, string>();
    const hadIt = ({ id, number }: { id: string; number: number }) => ours[table].get(id)?.number === number;
    for (const row of rows) if (hadIt(row)) taken.set(row.number, row.id);
    let next = Math.max(0, ...rows.map(({ number }) => number)) + 1;
    for (const row of rows) {
      if (hadIt(row)) continue;
      if (!taken.has(row.number)) {
        taken.set(row.number, row.id);
        continue;
      }
      put(table, row, { number: next });
      renumbered.push({ table, id: row.id, number: next++ });
    }
  }

  const doubled = doubledCodings(ours, merged);
  for (const coding of doubled) put('codings', coding, null);

  const names = new Map<string, string[]>();
  for (const { id, name } of merged.coders.values())
    names.set(name.trim().toLowerCase(), [...(names.get(name.trim().toLowerCase()) ?? []), id]);
  const sameCoders = [...names.values()]
    .filter((ids) => ids.length > 1 && ids.some((id) => !ours.coders.has(id)))
    .map(([id]) => merged.coders.get(id!)!.name);
  return { changes, conflicts, doubled: doubled.length, renumbered, sameCoders };
}

const told = (
  table: TableName,
  rowId: string,
  column: string,
  mine: unknown,
  their: unknown,
  whose: Whose,
): Settled['conflicts'][number] => ({
  table,
  rowId,
  column,
  ours: mine,
  theirs: their,
  ...whose(table, rowId),
});

/** Codings that came in, that another is alike, and that nothing rests on. */
function doubledCodings(ours: StudyState, merged: StudyState): Coding[] {
  const key = ({ sourceId, from, to, codeId, coderId }: Coding) =>
    [sourceId, from, to, codeId, coderId].join(' ');
  const kept = new Set<string>();
  const theirs: Coding[] = [];
  for (const coding of merged.codings.values())
    if (ours.codings.has(coding.id)) kept.add(key(coding));
    else theirs.push(coding);
  if (theirs.length === 0) return [];
  const leanedOn = new Set<string>([...merged.evidence.values()].map(({ codingId }) => codingId));
  for (const { about, aboutId } of merged.memos.values()) if (about === 'coding') leanedOn.add(aboutId);
  for (const { about, aboutId } of merged.memoLinks.values()) if (about === 'coding') leanedOn.add(aboutId);
  for (const coding of theirs) if (leanedOn.has(coding.id)) kept.add(key(coding));
  return theirs.filter((coding) => {
    if (leanedOn.has(coding.id)) return false;
    const doubled = kept.has(key(coding));
    kept.add(key(coding));
    return doubled;
  });
}
