import { useMemo } from 'react';
import { useFormat, useMessages } from '../language.js';
import { ClassMark } from '../parts/class-mark.js';
import { Table, type Column } from '../parts/table.js';
import type { ProfileRow } from './profile-rows.js';

/** The profile in figures, with intervals where there are any; sorted by any class or by difference. */
export function ProfileFigures({ rows, names }: { rows: readonly ProfileRow[]; names: readonly string[] }) {
  const m = useMessages();
  const f = useFormat();
  const columns = useMemo<Column<ProfileRow>[]>(
    () => [
      {
        key: 'indicator',
        name: m.classes.indicator,
        heads: true,
        value: ({ position }) => position,
        cell: ({ indicator }) => indicator,
      },
      { key: 'answer', name: m.classes.answer, value: ({ answer }) => answer },
      ...names.map((name, k): Column<ProfileRow> => ({
        key: `class ${k}`,
        name: (
          <>
            <ClassMark index={k} /> {name}
          </>
        ),
        label: name,
        number: true,
        value: ({ probabilities }) => probabilities[k] ?? null,
        cell: ({ probabilities, intervals }) => (
          <>
            {f.percent(probabilities[k] ?? NaN, 1)}
            {intervals[k] && (
              <span className="figure-interval">
                {m.profile.interval(f.number(intervals[k][0] * 100, 1), f.number(intervals[k][1] * 100, 1))}
              </span>
            )}
          </>
        ),
      })),
      {
        key: 'difference',
        name: m.profile.difference,
        number: true,
        value: ({ difference }) => difference,
        cell: ({ difference }) => f.percent(difference, 1),
      },
    ],
    [m, f, names],
  );
  return (
    <div className="profile-figures">
      <Table caption={m.classes.profile} columns={columns} rows={rows} rowKey={({ key }) => key} dense />
    </div>
  );
}
