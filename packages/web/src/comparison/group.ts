import type { Inputs } from '../api.js';
import type { Messages } from '../messages/da.js';
import { word } from '../operation-sentence.js';

export type Group = NonNullable<Inputs['comparison']['matrix']['group']>;
export type MatrixSpec = Inputs['comparison']['matrix']['spec'];
export type Axis = MatrixSpec['rows'];

/** The axes a group of persons may be narrowed by. */
export const GROUP_AXES = ['phase', 'complexity', 'gender', 'background', 'channel'] as const;
export type GroupAxis = (typeof GROUP_AXES)[number];

export const isCodeAxis = (axis: Axis): axis is 'code' | 'section' => axis === 'code' || axis === 'section';

/** The values of an axis, in the order of the field. */
export function axisValues(axis: GroupAxis, m: Messages): string[] {
  return Object.keys(m.words[axis]).filter((key) => key !== 'none');
}

/** A value of an axis in words; phases without their years, genders as groups of persons. */
export function valueName(axis: Axis, key: string, m: Messages): string {
  if (key === 'none') return axis === 'complexity' ? m.words.complexity.none : m.words.notSet;
  if (axis === 'phase') return word(m.words.phaseShort, key);
  if (axis === 'gender') return word(m.words.genders, key);
  if (axis === 'complexity' || axis === 'background' || axis === 'channel') return word(m.words[axis], key);
  return key;
}

/** A group in words: "unge, højere kompleksitet"; everybody when it asks for nothing. */
export function groupName(group: Group, m: Messages): string {
  const parts = GROUP_AXES.flatMap((axis) => (group[axis] ? [valueName(axis, group[axis], m)] : []));
  return parts.length > 0 ? parts.join(', ') : m.comparison.everybody;
}
