import type { MergeConflict } from '../history/merge-conflict.js';
import { BagomError } from '../study/bagom-error.js';
import { insert, rowsWhere, update, type Draft, type StudyState } from '../study/state.js';
import { carrySpans } from '../text/carry.js';
import { diffText } from '../text/diff.js';
import { joinTexts, partedAt, type Clash } from '../text/join.js';
import { normaliseText } from '../text/normalise.js';
import { carryRows, type CarriedRows, type Making } from './carry-rows.js';
import { placeLost } from './lost-spans.js';
import { nextTurns } from './next-turns.js';
import { placeOf } from './placed.js';
import type { SourceVersion } from './source.js';

/** Which text is to be shown where both copies corrected one: ours, theirs, or theirs laid over ours as a version of its own. */
export type TextChoice = 'ours' | 'theirs' | 'both';

/** What settling it came to. */
export interface SettledTexts {
  readonly drafts: Draft[];
  /** The text of the version that was made; null: one that was there is shown. */
  readonly made: string | null;
  /** The version that is shown afterwards. */
  readonly version: number;
  readonly counts: CarriedRows['counts'];
  /** Passages that had been lost and found their words again in the text that is shown now. */
  readonly found: number;
  /** Words that both had corrected differently, with `both`: theirs stand. */
  readonly clashes: readonly Clash[];
}

/**
 * Settles which text of a source is shown after a merge. Every row that stands on the text shown before is carried to it, or
 * listed as lost (see `carryRows`); what the merge could not place and has its words in this text is placed on them. No version is
 * taken away, so that it may be settled again in another way.
 *
 * @param texts The text of each version of the source, by number.
 */
export function settleTexts(
  state: StudyState,
  conflict: MergeConflict,
  { choose, texts, reason }: { choose: TextChoice; texts: ReadonlyMap<number, string>; reason: string },
  making: Making,
): SettledTexts {
  const sourceId = conflict.rowId;
  const source = state.sources.get(sourceId);
  if (!source) throw new BagomError('row.missing', { table: 'sources', id: sourceId });
  const versions = rowsWhere(state, 'sourceVersions', { sourceId });
  const theirs = Number(conflict.theirs);
  // Until it is settled, what was corrected here since the merge belongs to ours.
  const ours =
    conflict.state === 'open' && source.version !== theirs ? source.version : Number(conflict.ours);
  const textOf = (number: number): string => {
    const text = texts.get(number);
    if (text === undefined)
      throw new BagomError('row.missing', { table: 'sourceVersions', id: `${sourceId} ${number}` });
    return text;
  };
  const chosen =
    choose === 'both'
      ? joined()
      : { number: choose === 'ours' ? ours : theirs, version: null, clashes: [] as readonly Clash[] };
  const { number, version, clashes } = chosen;
  const after = version?.text ?? textOf(number);
  const before = textOf(source.version);
  const step = {
    sourceId,
    from: source.version,
    to: number,
    before,
    after,
    changes: diffText(before, after),
  };
  const moves = number !== source.version;
  const { drafts, counts } = moves
    ? carryRows(state, step, making)
    : { drafts: [], counts: { same: 0, changed: 0, moved: 0, lost: 0 } };
  const back = moves ? foundAgain() : [];
  return {
    drafts: [
      ...(version ? [insert('sourceVersions', version.row)] : []),
      ...(moves ? [update('sources', sourceId, { version: number })] : []),
      ...drafts,
      ...back.flat(),
      update('mergeConflicts', conflict.id, { state: choose }),
    ],
    made: version?.text ?? null,
    version: number,
    counts,
    found: back.length,
    clashes,
  };

  function joined(): {
    number: number;
    version: { row: SourceVersion; text: string } | null;
    clashes: readonly Clash[];
  } {
    const [mine, their] = [textOf(ours), textOf(theirs)];
    const numbers = versions.map((one) => one.number).toSorted((a, b) => a - b);
    // What was made since the merge is none that they come from.
    const last = Math.max(Number(conflict.ours), theirs);
    const earlier = numbers.filter((one) => one < last && one !== ours && one !== theirs);
    const base = partedAt(earlier.map(textOf), mine, their);
    const join = joinTexts(base, mine, their);
    const text = normaliseText(join.text);
    const same = [ours, theirs, ...numbers].find((one) => textOf(one) === text);
    if (same !== undefined) return { number: same, version: null, clashes: join.clashes };
    const old = versions.find((one) => one.number === ours)!;
    const changes = text === join.text ? join.changes : diffText(mine, text);
    const { turns, marks } = nextTurns(old, mine, text, changes);
    const next = numbers.at(-1)! + 1;
    const row = {
      id: making.newId(),
      sourceId,
      number: next,
      text: making.hash(text),
      length: text.length,
      turns,
      marks,
      reason,
    };
    return { number: next, version: { row, text }, clashes: join.clashes };
  }

  /** What was lost on the way from either text and stands in the one that is chosen. */
  function foundAgain(): Draft[][] {
    return rowsWhere(state, 'lostSpans', { sourceId, state: 'open' }).flatMap((lost) => {
      const row = { ...lost.row, id: lost.rowId } as never;
      const span = placeOf(lost.table, row)?.span;
      const text = texts.get(lost.fromVersion);
      if (!span || text?.slice(span.from, span.to) !== lost.quote) return [];
      const [carried] = carrySpans(text, after, diffText(text, after), [span]);
      if (!carried || carried.is === 'lost') return [];
      const words = after.slice(carried.span.from, carried.span.to);
      try {
        return [placeLost(state, lost, carried.span, number, making.hash(words))];
      } catch (error) {
        // What it belonged to was removed since: it stays in the list.
        if (error instanceof BagomError && error.code === 'lost.owner-gone') return [];
        throw error;
      }
    });
  }
}
