import type { Draft } from '../../study/state.js';
import type { Code } from '../coding.js';
import { codeEvent, type Stamp } from './code-event.js';

const MEANING = ['definition', 'use', 'useNot', 'example', 'origin'] as const;

/** The history that a code leaves when it is made (`before` is undefined) or changed. A new place is told by `placeCode`. */
export function changeEvents(before: Code | undefined, after: Code, stamp: Stamp): Draft[] {
  const { id, name } = after;
  if (!before) return [codeEvent(stamp, id, 'made', { name })];
  const events: Draft[] = [];
  if (before.name !== name || before.shortName !== after.shortName)
    events.push(codeEvent(stamp, id, 'renamed', { ...names(before, 'from'), ...names(after, 'to') }));
  const fields = MEANING.filter((field) => before[field] !== after[field]);
  if (fields.length > 0) {
    const was = Object.fromEntries(fields.map((field) => [field, before[field]]));
    events.push(codeEvent(stamp, id, 'redefined', { fields: [...fields], ...was }));
  }
  const [from, to] = [statusOf(before), statusOf(after)];
  if (from !== to) events.push(codeEvent(stamp, id, 'status', { from, to }));
  if (before.hue !== after.hue) events.push(codeEvent(stamp, id, 'recoloured'));
  return events;
}

/** A code without a status is in use. */
export const statusOf = ({ status }: Pick<Code, 'status'>) => status ?? 'active';

const names = ({ name, shortName }: Code, side: 'from' | 'to'): Record<string, string> =>
  shortName ? { [side]: name, [`${side}Short`]: shortName } : { [side]: name };
