import { useState } from 'react';
import { api } from '../api.js';
import { useChange } from '../change.js';
import { useFormat, useMessages } from '../language.js';
import { word } from '../operation-sentence.js';
import { useActions } from '../parts/actions.js';
import { Button } from '../parts/button.js';
import type { Fieldwork } from './fieldwork-types.js';
import { QuotaSlot } from './quota-slot.js';
import { groupKey, quotasOf, reachedIn, targetsOf, type QuotaGroup } from './quota-targets.js';

const ORDER = {
  phase: ['young', 'adult', 'older', 'none'],
  complexity: ['lower', 'border', 'higher', 'unplaceable', 'none'],
  gender: ['f', 'm', 'x', 'none'],
  channel: ['offer', 'respondent', 'none'],
} as const;
type Axis = keyof typeof ORDER;
/** Values that stand in the grid even before anybody is met; the others only when somebody is there. */
const ALWAYS: ReadonlySet<string> = new Set([
  'young',
  'adult',
  'older',
  'lower',
  'border',
  'higher',
  'f',
  'm',
  'offer',
  'respondent',
]);

/** The quota grid drawn: life phase and gender down, complexity and channel across, margins beside and below. */
export function QuotaView({ fieldwork }: { fieldwork: Fieldwork }) {
  const m = useMessages();
  const f = useFormat();
  const { cells } = fieldwork.quota;
  const [edited, edit] = useState<ReadonlyMap<string, number> | null>(null);
  const save = useChange(api.fieldwork.setQuotas, { onDone: () => edit(null) });
  const targets = edited ?? targetsOf(fieldwork.quota);
  const begin = () => edit(targetsOf(fieldwork.quota));
  useActions([
    { id: 'quotas', name: m.fieldwork.setTargets, keys: 'e', run: begin, disabled: edited !== null },
  ]);

  const shown = <A extends Axis>(axis: A): (typeof ORDER)[A][number][] => {
    const values: readonly (typeof ORDER)[A][number][] = ORDER[axis];
    return values.filter(
      (value) => ALWAYS.has(value) || cells.some((cell) => cell[axis] === value && cell.reached > 0),
    );
  };
  const columns = shown('complexity').flatMap((complexity) =>
    shown('channel').map((channel) => ({ complexity, channel })),
  );
  const rows: QuotaGroup[] = shown('phase').flatMap((phase) => [
    ...shown('gender').map((gender) => ({ phase, gender })),
    { phase },
  ]);
  const perPhase = shown('gender').length + 1;
  const groups = [...rows, {}].map((row) => columns.map((column) => ({ ...row, ...column })));
  const largest = (list: readonly QuotaGroup[]) =>
    Math.max(1, ...list.map((group) => Math.max(reachedIn(cells, group), targets.get(groupKey(group)) ?? 0)));
  // One scale for single cells, one for each kind of sum: bars are compared within their kind.
  const most = {
    cell: largest(groups.slice(0, -1).flatMap((row, r) => (rows[r]?.gender ? row : []))),
    phase: largest(groups.slice(0, -1).flatMap((row, r) => (rows[r]?.gender ? [] : row))),
    total: largest(groups.at(-1) ?? []),
    margin: largest(rows.filter(({ gender }) => gender)),
    phaseMargin: largest(rows.filter(({ gender }) => !gender)),
  };
  const nameOf = (group: QuotaGroup) =>
    [
      word(m.words.phaseShort, group.phase),
      word(m.words.genders, group.gender),
      word(m.words.complexity, group.complexity),
      word(m.words.channel, group.channel),
    ]
      .filter(Boolean)
      .join(', ') || m.fieldwork.inAll;
  const slot = (group: QuotaGroup, scale: number) => {
    const key = groupKey(group);
    const unknown = Object.values(group).includes('none');
    return (
      <QuotaSlot
        reached={reachedIn(cells, group)}
        target={targets.get(key) ?? null}
        most={scale}
        name={nameOf(group)}
        onTarget={
          edited && !unknown
            ? (target) => {
                const next = new Map(edited);
                if (target === null) next.delete(key);
                else next.set(key, target);
                edit(next);
              }
            : undefined
        }
      />
    );
  };
  const inGrid = new Set([...groups.flat(), ...rows, {}].map(groupKey));
  const others = [...targets].filter(([key]) => !inGrid.has(key));
  return (
    <div className="page-body quota">
      <div className="quota-head">
        <p>{m.fieldwork.quotaLead(f.count(fieldwork.people.length, m.words.counts.persons))}</p>
        {edited ? (
          <div className="row">
            <Button onPress={() => edit(null)}>{m.shell.cancel}</Button>
            <Button
              look="main"
              isDisabled={save.isPending}
              onPress={() => save.mutate({ quotas: quotasOf(edited) })}
            >
              {m.fieldwork.saveTargets}
            </Button>
          </div>
        ) : (
          <Button keys="e" onPress={begin}>
            {m.fieldwork.setTargets}
          </Button>
        )}
      </div>
      <div className="quota-scroll" role="region" tabIndex={0} aria-label={m.fieldwork.views.quota}>
        <table className="quota-grid">
          <caption className="out-of-sight">{m.fieldwork.views.quota}</caption>
          <colgroup>
            <col className="phase" />
            <col className="gender" />
            {columns.map(({ complexity, channel }) => (
              <col key={`${complexity} ${channel}`} />
            ))}
            <col className="margin" />
          </colgroup>
          <thead>
            <tr>
              <td rowSpan={2} colSpan={2}>
                <span className="out-of-sight">{m.words.axis.phase}</span>
              </td>
              {shown('complexity').map((complexity) => (
                <th
                  key={complexity}
                  scope="colgroup"
                  colSpan={shown('channel').length}
                  className="quota-complexity"
                >
                  {m.words.complexity[complexity]}
                </th>
              ))}
              <th scope="col" rowSpan={2} className="quota-margin">
                {m.fieldwork.inAll}
              </th>
            </tr>
            <tr>
              {columns.map(({ complexity, channel }, i) => (
                <th
                  key={`${complexity} ${channel}`}
                  scope="col"
                  className={`quota-channel ${i % shown('channel').length === 0 ? 'first' : ''}`}
                >
                  {m.fieldwork.channelHead[channel]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, r) => (
              <tr key={groupKey(row)} className={row.gender ? '' : 'quota-sub'}>
                {r % perPhase === 0 && (
                  <th scope="rowgroup" rowSpan={perPhase} className="quota-phase">
                    {word(m.words.phaseShort, row.phase)}
                    <span className="quota-years">{/\(.*\)/.exec(word(m.words.phase, row.phase))?.[0]}</span>
                  </th>
                )}
                <th scope="row" className="quota-gender">
                  {row.gender ? word(m.words.genders, row.gender) : m.fieldwork.inAll}
                </th>
                {columns.map((column, i) => (
                  <td key={i} className={i % shown('channel').length === 0 ? 'first' : ''}>
                    {slot({ ...row, ...column }, row.gender ? most.cell : most.phase)}
                  </td>
                ))}
                <td className="quota-margin">{slot(row, row.gender ? most.margin : most.phaseMargin)}</td>
              </tr>
            ))}
            <tr className="quota-sub quota-total">
              <th scope="row" colSpan={2} className="quota-phase">
                {m.fieldwork.inAll}
              </th>
              {columns.map((column, i) => (
                <td key={i} className={i % shown('channel').length === 0 ? 'first' : ''}>
                  {slot(column, most.total)}
                </td>
              ))}
              <td className="quota-margin">{slot({}, largest([{}]))}</td>
            </tr>
          </tbody>
        </table>
      </div>
      {others.length > 0 && (
        <section className="quota-others">
          <h3>{m.fieldwork.otherTargets}</h3>
          <ul className="plain-list">
            {quotasOf(new Map(others)).map(({ target, ...group }) => (
              <li key={groupKey(group)}>
                <span>{nameOf(group)}</span>
                {slot(group, Math.max(target, reachedIn(cells, group)))}
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className="hint">{m.fieldwork.quotaLegend}</p>
    </div>
  );
}
