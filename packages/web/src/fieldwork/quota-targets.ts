import type { Inputs } from '../api.js';
import type { Fieldwork } from './fieldwork-types.js';

type Quota = Inputs['fieldwork']['setQuotas']['quotas'][number];
export type QuotaGroup = Omit<Quota, 'target'>;
const AXES = ['phase', 'complexity', 'gender', 'channel'] as const;

/** A group as a key: the same group is the same text whatever the order in which it was written. */
export const groupKey = (group: QuotaGroup): string => AXES.map((axis) => group[axis] ?? '').join('|');

const groupOf = (key: string): QuotaGroup => {
  const values = key.split('|');
  return Object.fromEntries(AXES.flatMap((axis, i) => (values[i] ? [[axis, values[i]]] : [])));
};

/** Every target there is, for cells of the grid and for margins. */
export function targetsOf({ cells, margins }: Fieldwork['quota']): Map<string, number> {
  const targets = new Map<string, number>();
  for (const { target, phase, complexity, gender, channel } of cells)
    if (target !== null) targets.set(groupKey({ phase, complexity, gender, channel }), target);
  for (const { group, target } of margins) targets.set(groupKey(group), target);
  return targets;
}

export const quotasOf = (targets: ReadonlyMap<string, number>): Quota[] =>
  [...targets].map(([key, target]) => ({ ...groupOf(key), target }));

/** How many persons of a group were met. */
export const reachedIn = (cells: Fieldwork['quota']['cells'], group: QuotaGroup): number =>
  cells
    .filter((cell) => AXES.every((axis) => !group[axis] || cell[axis] === group[axis]))
    .reduce((sum, { reached }) => sum + reached, 0);
