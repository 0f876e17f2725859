import type { MergedCopy } from './merged-copy.js';
import type { Operation } from './operation.js';

/** An operation, as far as it tells what two copies of a study have of each other. */
export interface Step extends Pick<Operation, 'id' | 'root' | 'sense'> {
  /** Of one that ended a merge here: the operations that came with it; null of any other. */
  readonly taken: readonly string[] | null;
  /** Whether it ended a merge here or in another copy, and what it settled: nothing but the note of it, or more. */
  readonly ends: 'bare' | 'settling' | null;
}

/** What of another copy's history is to be taken in. */
export interface News {
  readonly fresh: ReadonlySet<string>;
  /** All that was done here was known in the other copy: what stands there is what came of both. */
  readonly forward: boolean;
}

export function stepOf({ id, root, sense, kind, changes }: Operation): Step {
  const merge = kind === 'study.merge';
  const made = merge
    ? changes.find(({ table, before }) => table === 'mergedCopies' && before === null)
    : null;
  return {
    id,
    root,
    sense,
    taken: made && id === root ? (made.after as MergedCopy).operations : null,
    ends: merge ? (changes.every(({ table }) => table === 'mergedCopies') ? 'bare' : 'settling') : null,
  };
}

/**
 * Which of their operations are new here. How two copies were put together is settled in each that merges the other; so that they
 * come to be one study again, such a settlement is taken over by a copy that has done nothing since, and left alone by one that
 * has settled the same itself. Of two that have only settled the same, both keep to the one with the smaller id. A merge that was
 * taken back in the other copy is no news: our own work must not be taken back by it.
 */
export function newsOf(ours: readonly Step[], theirs: readonly Step[]): News {
  const known = new Set(ours.map(({ id }) => id));
  const undone = takenBackThere(theirs, known);
  const there = lacking(
    theirs.filter((step) => !undone.has(step)),
    known,
  );
  const here = lacking(ours, new Set(theirs.map(({ id }) => id)));
  const contained = here.real.length === 0 && undone.size === 0;
  if (there.real.length > 0)
    return { fresh: new Set(contained ? [...there.real, ...there.settled] : there.real), forward: contained };
  const [mine = '', their = ''] = [here, there].map(({ settled }) => settled.toSorted()[0]);
  const follow = contained && their !== '' && (mine === '' || their < mine);
  return { fresh: new Set(follow ? there.settled : []), forward: follow };
}

/** The steps that are not in `known`: what was done, and what only settled how things were put together that are known. */
function lacking(steps: readonly Step[], known: ReadonlySet<string>): { real: string[]; settled: string[] } {
  const real: string[] = [];
  let settled: string[] = [];
  for (const { id, root, ends } of steps) {
    // What was settled before a settlement that is known was given up for it.
    if (known.has(id) && ends === 'settling') settled = [];
    if (known.has(id) || ends === 'bare') continue;
    // What it put together stands before it.
    if (ends === 'settling' && id === root && real.length === 0) settled.push(id);
    else real.push(id);
  }
  return { real, settled };
}

/** Merges that do not stand there, with the steps that took back what of ours had come with them. */
function takenBackThere(theirs: readonly Step[], known: ReadonlySet<string>): Set<Step> {
  const sense = new Map<string, 1 | -1>();
  const roots = new Map<string, string>();
  for (const { id, root, sense: way } of theirs) {
    sense.set(root, way);
    roots.set(id, root);
  }
  const undone = new Set<Step>();
  theirs.forEach(({ id, taken }, at) => {
    if (!taken || sense.get(id) === 1) return;
    const ours = new Set(taken.filter((one) => known.has(one)).map((one) => roots.get(one)));
    theirs.forEach((step, i) => {
      if (known.has(step.id)) return;
      if (step.root === id || (i > at && ours.has(step.root) && step.id !== step.root)) undone.add(step);
    });
  });
  return undone;
}
