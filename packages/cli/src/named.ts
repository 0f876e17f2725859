import type { StudyState } from '@bagom/core';
import { nearest } from './nearest.js';
import { UsageError } from './usage-error.js';

/** The one that is called so, whatever the case of its letters; or a refusal that says which there are. */
export function named<R extends { id: string }>(
  rows: Iterable<R>,
  wanted: string,
  option: string,
  namesOf: (row: R) => readonly string[],
): string {
  const list = [...rows];
  const same = (a: string) => a.toLocaleLowerCase('da') === wanted.toLocaleLowerCase('da');
  const found = list.find((row) => namesOf(row).some(same));
  if (found) return found.id;
  const names = list.map((row) => namesOf(row)[0] ?? '');
  const closest = nearest(wanted, names);
  const allowed = closest ?? names.slice(0, 8).join(', ') + (names.length > 8 ? ' …' : '');
  throw new UsageError('usage.bad-value', { option, given: wanted, allowed });
}

/** A coder by name or initials. */
export const coderNamed = (state: StudyState, wanted: string, option: string): string =>
  named(state.coders.values(), wanted, option, ({ name, initials }) => [name, initials]);
