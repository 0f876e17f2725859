import { invitationCounts } from '@bagom/core';
import { useFormat, useMessages } from '../language.js';
import { Table } from '../parts/table.js';
import type { Invitation } from './invited.js';

/** How many of each quota cell were listed, asked and said yes: where somebody is still missing. */
export function InvitationsByQuota({ invitations }: { invitations: readonly Invitation[] }) {
  const m = useMessages();
  const f = useFormat();
  const cells = new Map<string, Invitation[]>();
  for (const invitation of invitations) {
    const name = [invitation.className, ...Object.values(invitation.quota)].join(', ');
    cells.set(name, [...(cells.get(name) ?? []), invitation]);
  }
  const rows = [...cells]
    .map(([name, list]) => ({ name, ...invitationCounts(list) }))
    .toSorted((a, b) => f.compare(inOrder(a.name), inOrder(b.name)));
  return (
    <section className="person-part">
      <h2 className="by-quota">{m.invitations.byQuota}</h2>
      <Table
        caption={m.invitations.byQuota}
        dense
        rows={
          rows.length > 1
            ? [...rows, { name: m.invitations.wholeList, ...invitationCounts(invitations) }]
            : rows
        }
        rowKey={({ name }) => name}
        rowClass={({ name }) => (name === m.invitations.wholeList ? 'sum' : '')}
        columns={[
          { key: 'cell', name: m.invitations.quotaCell, heads: true, cell: ({ name }) => name },
          {
            key: 'total',
            name: m.invitations.total,
            number: true,
            cell: ({ total }) => f.number(total),
          },
          { key: 'asked', name: m.invitations.asked, number: true, cell: ({ asked }) => f.number(asked) },
          {
            key: 'agreed',
            name: m.invitations.saidYes,
            number: true,
            cell: ({ states }) => f.number(states.agreed),
          },
        ]}
      />
    </section>
  );
}

/** Groups with years in their names stand by age, whatever they are called: `ældre voksne (50-69 år)` after `unge (18-29 år)`. */
const inOrder = (name: string): string =>
  name
    .split(', ')
    .map((part) => /\d+/.exec(part)?.[0] ?? part)
    .join(' ');
