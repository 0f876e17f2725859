import type { Operation } from '../history/operation.js';
import type { MergeConflict } from '../history/merge-conflict.js';
import type { StudyState } from '../study/state.js';
import type { Row, TableName, Tables } from '../study/tables.js';
import type { CodeEvent, Memo } from './coding.js';
import type { DoubleCoding } from './double-coding.js';

/** Looks at a study as the one who leads it: nothing is kept from them. */
export const LEADS = Symbol('leads');

/**
 * Who looks at a study: a coder, by id; null: nobody in particular, who sees what every coder may see, as a file does that anybody
 * may read; or who leads the study.
 */
export type Onlooker = string | null | typeof LEADS;

/** The tables that tell what was coded, or what somebody made of it. All others are the same to everybody. */
export const VEILED_TABLES = [
  'codings',
  // A passage shown as an example of a code is as good as a coding there.
  'examples',
  'memos',
  'memoLinks',
  'bookmarks',
  'lostSpans',
  'evidence',
  'resolutions',
  'codeEvents',
  'mergeConflicts',
] as const satisfies readonly TableName[];
type VeiledTable = (typeof VEILED_TABLES)[number];

const isVeiled = (table: string): table is VeiledTable =>
  (VEILED_TABLES as readonly string[]).includes(table);

/** Tells whether somebody may not see a row yet. */
export interface Veil {
  /** Texts that are coded blind. */
  readonly sourceIds: ReadonlySet<string>;
  /** When the first sample of them was drawn. */
  readonly since: string;
  readonly hides: (table: string, row: Row) => boolean;
}

/**
 * What is kept from somebody while double codings are blind. In the texts of a sample of theirs: the other coders' codings, memos,
 * examples, bookmarks and settled disagreements, the evidence that rests on those codings, and what of it lost its place or waits after a
 * merge. Of what the sample's other coders wrote elsewhere: memos about codes, about the people of these texts and about memos
 * that are kept back. Of the codebook's history: that codings got another code, or a code another example. Null: nothing is kept from them.
 */
export function veilOver(state: StudyState, who: Onlooker): Veil | null {
  const samples = blindSamples(state, who);
  if (samples.length === 0) return null;
  const sourceIds = new Set(samples.flatMap((sample) => sample.sourceIds));
  const coders = new Set(samples.flatMap((sample) => sample.coderIds));
  const since = samples.map(({ createdAt }) => createdAt).sort()[0] ?? '';
  const persons = new Set<string>();
  for (const id of sourceIds) {
    const person = state.sources.get(id)?.participantId;
    if (person) persons.add(person);
  }
  const isOwn = (coderId: string | null) => coderId !== null && coderId === who;
  /** Another coder of a sample. Of what is gone from the study only its coder is known. */
  const isFellow = (coderId: string | null) => coderId !== null && coderId !== who && coders.has(coderId);
  const notOwnThere = ({ sourceId, coderId }: { sourceId: string; coderId: string | null }) =>
    sourceIds.has(sourceId) && !isOwn(coderId);

  /** Memos at codings that lost their place: until these have one again, they are at the study. */
  let atLost: Set<string> | undefined;
  const isAtLost = (memoId: string) => {
    atLost ??= new Set(
      [...state.lostSpans.values()].flatMap((lost) => {
        const { memos } = lost.row as { memos?: unknown };
        return Array.isArray(memos) && hides.lostSpans(lost) ? (memos as string[]) : [];
      }),
    );
    return atLost.has(memoId);
  };
  const personOf = ({ about, aboutId }: Pick<Memo, 'about' | 'aboutId'>): string | undefined => {
    if (about === 'participant') return aboutId;
    if (about === 'interview') return state.interviews.get(aboutId)?.participantId;
    return about === 'wish' ? state.wishes.get(aboutId)?.participantId : undefined;
  };
  const hidesMemo = (memo: Memo, on: readonly string[] = []): boolean => {
    const { id, about, aboutId, coderId } = memo;
    if (isOwn(coderId)) return false;
    if (isAtLost(id)) return true;
    if (about === 'source') return sourceIds.has(aboutId);
    if (about === 'code') return isFellow(coderId);
    if (about === 'coding') {
      const coding = state.codings.get(aboutId);
      return coding ? hides.codings(coding) : isFellow(coderId);
    }
    if (about === 'memo') {
      const under = on.includes(id) ? undefined : state.memos.get(aboutId);
      return under ? hidesMemo(under, [...on, id]) : isFellow(coderId);
    }
    return isFellow(coderId) && persons.has(personOf(memo) ?? '');
  };
  const hidesConflict = ({ table, rowId, column, ours, theirs }: MergeConflict): boolean => {
    if (!isVeiled(table)) return false;
    const rows = [state[table].get(rowId), ...(column === '' ? [ours, theirs] : [])] as (Row | null)[];
    const known = rows.filter((row) => row);
    return known.length === 0 || known.some((row) => veil.hides(table, row!));
  };
  const hides: { readonly [T in VeiledTable]: (row: Tables[T]) => boolean } = {
    codings: notOwnThere,
    examples: notOwnThere,
    bookmarks: notOwnThere,
    resolutions: ({ sourceId }) => sourceIds.has(sourceId),
    memos: (memo) => hidesMemo(memo),
    memoLinks({ memoId, about, aboutId }) {
      const memo = state.memos.get(memoId);
      const coding = about === 'coding' ? state.codings.get(aboutId) : undefined;
      const other = about === 'memo' ? state.memos.get(aboutId) : undefined;
      return (
        (memo !== undefined && hidesMemo(memo)) ||
        (coding !== undefined && hides.codings(coding)) ||
        (other !== undefined && hidesMemo(other))
      );
    },
    lostSpans: ({ table, row }) => veil.hides(table, row as unknown as Row),
    evidence({ codingId }) {
      const coding = state.codings.get(codingId);
      return !coding || hides.codings(coding);
    },
    codeEvents: ({ kind, at, detail }) =>
      at >= since && (kind === 'recoded' || (kind === 'redefined' && String(detail['fields']) === 'example')),
    mergeConflicts: hidesConflict,
  };
  const veil: Veil = {
    sourceIds,
    since,
    hides: (table, row) => isVeiled(table) && (hides[table] as (row: Row) => boolean)(row),
  };
  return veil;
}

/** The blind samples whose coders' work is kept from somebody: those that they code; of nobody in particular, all. */
function blindSamples(state: StudyState, who: Onlooker): DoubleCoding[] {
  if (who === LEADS) return [];
  return [...state.doubleCodings.values()].filter(
    ({ blind, coderIds }) => blind && (who === null || coderIds.includes(who)),
  );
}

/** The study as somebody may see it: whatever is counted or retrieved from this tells nothing of what is kept from them. */
export function seenBy(state: StudyState, who: Onlooker): StudyState {
  const veil = veilOver(state, who);
  if (!veil) return state;
  const seen: Partial<Record<VeiledTable, ReadonlyMap<string, Row>>> = {};
  for (const table of VEILED_TABLES) {
    const rows: ReadonlyMap<string, Row> = state[table];
    const left = [...rows].filter(([, row]) => !veil.hides(table, row));
    // A table of which nothing is hidden keeps what is known of it by column.
    seen[table] = left.length === rows.size ? rows : new Map(left);
  }
  const events = [...seen.codeEvents!.values()] as CodeEvent[];
  return {
    ...state,
    ...(seen as Pick<StudyState, VeiledTable>),
    codeEvents: new Map(
      events.map((event) => [event.id, event.at < veil.since ? event : withoutNumber(event)]),
    ),
  };
}

/** What a code was split into or that it was removed is for all to know; with how many codings, for none. */
function withoutNumber(event: CodeEvent): CodeEvent {
  const { codings: _, ...detail } = event.detail;
  return { ...event, detail };
}

/** What is left out of a study for somebody, and of which texts. */
export interface KeptBack {
  codings: number;
  memos: number;
  /** Texts in which codings are left out, and the samples that they are coded blind in. */
  texts: { sourceId: string; codings: number; samples: string[] }[];
}

/** What is left out for somebody; null: nothing. */
export function keptBack(state: StudyState, who: Onlooker): KeptBack | null {
  const veil = veilOver(state, who);
  if (!veil) return null;
  const samples = blindSamples(state, who);
  const codings = new Map<string, number>();
  for (const coding of state.codings.values())
    if (veil.hides('codings', coding)) codings.set(coding.sourceId, (codings.get(coding.sourceId) ?? 0) + 1);
  const memos = [...state.memos.values()].filter((memo) => veil.hides('memos', memo)).length;
  if (codings.size + memos === 0) return null;
  return {
    codings: [...codings.values()].reduce((sum, n) => sum + n, 0),
    memos,
    texts: [...codings].map(([sourceId, n]) => ({
      sourceId,
      codings: n,
      samples: samples.flatMap((sample) => (sample.sourceIds.includes(sourceId) ? [sample.name] : [])),
    })),
  };
}

/** An operation as somebody may see it. */
export type SeenOperation<O> = O & {
  /** It is about nothing but what is kept from them: only that it was done is told. */
  hidden: boolean;
};

/**
 * An operation without what is kept from somebody. What it is about is told where something else than codings and what hangs on
 * them changed too: that codes were merged or a text corrected is for all to know.
 */
export function seenOperation<O extends Pick<Operation, 'changes' | 'subject'>>(
  veil: Veil | null,
  operation: O,
): SeenOperation<O> {
  const { changes } = operation;
  const isHidden = ({ table, before, after }: Operation['changes'][number]) =>
    [before, after].some((row) => row !== null && veil!.hides(table, row));
  // The codebook's own history says less than the codings it goes with: these decide.
  if (!veil || !changes.some((change) => change.table !== 'codeEvents' && isHidden(change)))
    return { ...operation, hidden: false };
  const seen = changes.filter((change) => !isHidden(change));
  if (seen.some(({ table }) => !isVeiled(table))) return { ...operation, changes: seen, hidden: false };
  return { ...operation, subject: '', changes: [], hidden: true };
}

/** How far a coder of a double coding is. */
export interface CoderProgress {
  coderId: string;
  /** Texts of the sample in which they coded anything. */
  coded: number;
  /** They said so, or coded in every text. */
  done: boolean;
}

/** How far each coder of a double coding is; all are done when every one coded in every text, or said they are done. */
export function doubleCodingProgress(state: StudyState, sample: DoubleCoding): CoderProgress[] {
  const coded = new Map(sample.coderIds.map((id) => [id, new Set<string>()]));
  const texts = new Set(sample.sourceIds);
  for (const { sourceId, coderId } of state.codings.values())
    if (texts.has(sourceId)) coded.get(coderId)?.add(sourceId);
  return sample.coderIds.map((coderId) => {
    const n = coded.get(coderId)!.size;
    const done = n === texts.size || (sample.doneCoderIds ?? []).includes(coderId);
    return { coderId, coded: n, done };
  });
}
