import { INVITATION_STATES, invitationCounts, type InvitationState } from '@bagom/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, queries, type Outputs } from '../api.js';
import { useChange } from '../change.js';
import { useFormat, useMessages } from '../language.js';
import { useActions } from '../parts/actions.js';
import { Button } from '../parts/button.js';
import { Empty } from '../parts/empty.js';
import { Panes } from '../parts/panes.js';
import { Read } from '../parts/read.js';
import { Segmented } from '../parts/select.js';
import { Table, type Column } from '../parts/table.js';
import { useChoice } from '../routes.js';
import type { Fieldwork } from './fieldwork-types.js';
import { InvitationPane } from './invitation-pane.js';
import { usePersonOf, type Invitation } from './invited.js';
import { InvitationsByQuota } from './invitations-by-quota.js';
import { InvitationsExport } from './invitations-export.js';
import { StateMark } from './state-mark.js';
import { useNames } from './true-names.js';
import './invitations.css';

/** Whom of the survey's respondents to ask, how far each has come, and who of them takes part. */
export function InvitationsView({ fieldwork }: { fieldwork: Fieldwork }) {
  const invitations = useQuery(queries.invitations());
  return (
    <Read query={invitations} lines={12}>
      {(data) =>
        data.invitations.length === 0 ? (
          <NoInvitations />
        ) : (
          <List fieldwork={fieldwork} invitations={data.invitations} />
        )
      }
    </Read>
  );
}

function NoInvitations() {
  const m = useMessages();
  return (
    <Empty
      title={m.invitations.emptyTitle}
      act={
        <Link to="/classes" search={{ view: 'respondents' }}>
          {m.invitations.toClasses}
        </Link>
      }
      example={<p className="hint">{m.invitations.emptyExample}</p>}
    >
      <p>{m.invitations.emptyText}</p>
    </Empty>
  );
}

function List({ fieldwork, invitations }: { fieldwork: Fieldwork; invitations: readonly Invitation[] }) {
  const m = useMessages();
  const f = useFormat();
  const [chosen, choose] = useChoice('invitation');
  const [state, setState] = useState<InvitationState | 'all'>('all');
  const [exporting, setExporting] = useState(false);
  const change = useChange(api.invitations.change);
  const survey = useQuery(queries.survey());
  const counts = invitationCounts(invitations);
  const shown = state === 'all' ? invitations : invitations.filter((one) => one.state === state);
  const at = shown.findIndex(({ id }) => id === chosen);
  const one = invitations.find(({ id }) => id === chosen);
  const step = (by: number) => {
    const next = shown[at < 0 ? 0 : at + by];
    if (next) choose(next.id);
  };
  useActions([
    ...INVITATION_STATES.map((to, i) => ({
      id: `state-${to}`,
      name: m.invitations.setState(m.invitations.states[to]),
      keys: String(i + 1),
      disabled: !one || one.state === to,
      run: () => one && change.mutate({ ids: [one.id], state: to }),
    })),
    { id: 'next-invitation', name: m.invitations.nextOne, keys: 'j', run: () => step(1) },
    { id: 'previous-invitation', name: m.invitations.previousOne, keys: 'k', run: () => step(-1) },
    { id: 'export-invitations', name: m.invitations.export, run: () => setExporting(true) },
  ]);
  const columns = useInvitationColumns(fieldwork, invitations, survey.data?.waves ?? []);
  return (
    <Panes
      id="fieldwork-invitations"
      name={m.fieldwork.views.invitations}
      right={{
        name: m.invitations.one,
        width: 380,
        min: 340,
        children: (
          <>
            {one ? (
              <InvitationPane
                key={one.id}
                invitation={one}
                fieldwork={fieldwork}
                onGone={() => choose(undefined)}
              />
            ) : (
              <div className="pane-body">
                <p className="hint">{m.invitations.choose}</p>
              </div>
            )}
            <div className="pane-body">
              <InvitationsByQuota invitations={invitations} />
            </div>
          </>
        ),
      }}
    >
      <div className="pane-head fieldwork-bar">
        <span>
          {counts.asked === 0
            ? m.invitations.noneAsked
            : m.invitations.rate(f.number(counts.states.agreed), f.number(counts.asked))}
        </span>
        <span className="fieldwork-spacer" />
        {state === 'listed' && shown.length > 0 && (
          <Button
            isDisabled={change.isPending}
            onPress={() => change.mutate({ ids: shown.map(({ id }) => id), state: 'contacted' })}
          >
            {m.invitations.markAll(f.number(shown.length))}
          </Button>
        )}
        <Button onPress={() => setExporting(true)}>{m.invitations.export}</Button>
      </div>
      <div className="fieldwork-missing">
        <Segmented<InvitationState | 'all'>
          label={m.invitations.filter}
          value={state}
          options={[
            { value: 'all', name: m.invitations.all(f.number(counts.total)) },
            ...INVITATION_STATES.map((value) => ({
              value,
              name: m.invitations.some(m.invitations.states[value], f.number(counts.states[value])),
            })),
          ]}
          onChange={setState}
        />
      </div>
      <div className="fieldwork-table">
        <Table
          caption={m.fieldwork.views.invitations}
          columns={columns}
          rows={shown}
          rowKey={({ id }) => id}
          chosen={chosen}
          onChoose={({ id }) => choose(id)}
          fill
          dense
        />
      </div>
      {exporting && <InvitationsExport counts={counts.states} onClose={() => setExporting(false)} />}
    </Panes>
  );
}

function useInvitationColumns(
  fieldwork: Fieldwork,
  invitations: readonly Invitation[],
  waves: Outputs['survey']['read']['waves'],
): Column<Invitation>[] {
  const m = useMessages();
  const f = useFormat();
  const { names } = useNames();
  const personOf = usePersonOf(fieldwork);
  const quotas = [...new Set(invitations.flatMap(({ quota }) => Object.keys(quota)))];
  const severalWaves = new Set(invitations.map(({ waveId }) => waveId)).size > 1;
  return [
    {
      key: 'respondent',
      name: m.invitations.respondent,
      heads: true,
      value: ({ respondent, row }) => (respondent === null ? row : Number(respondent) || respondent),
      cell: ({ respondent, row }) => respondent ?? m.invitations.row(f.number(row + 1)),
    },
    ...(severalWaves
      ? [
          {
            key: 'wave',
            name: m.invitations.wave,
            value: ({ waveId }: Invitation) => waves.find(({ id }) => id === waveId)?.name ?? '',
          },
        ]
      : []),
    { key: 'class', name: m.invitations.className, value: ({ className }) => className },
    {
      key: 'certainty',
      name: m.invitations.certainty,
      number: true,
      value: ({ certainty }) => certainty,
      cell: ({ certainty }) => f.number(certainty, 2),
    },
    ...quotas.map((name) => ({
      key: `quota ${name}`,
      name,
      value: ({ quota }: Invitation) => quota[name] ?? null,
      cell: ({ quota }: Invitation) => quota[name] ?? '–',
    })),
    {
      key: 'state',
      name: m.invitations.state,
      value: ({ state }) => INVITATION_STATES.indexOf(state),
      cell: ({ state }) => <StateMark state={state} />,
    },
    ...(names
      ? [
          {
            key: 'participant',
            name: m.invitations.participant,
            value: (one: Invitation) => personOf(one)?.pseudonym ?? null,
            cell: (one: Invitation) => personOf(one)?.pseudonym ?? '–',
          },
        ]
      : []),
    {
      key: 'changed',
      name: m.invitations.changed,
      value: ({ changedAt }) => changedAt,
      cell: ({ changedAt }) => <span className="no-break">{f.date(changedAt)}</span>,
    },
    {
      key: 'note',
      name: m.invitations.note,
      cell: ({ note }) => (
        <span className="one-line" title={note}>
          {note}
        </span>
      ),
    },
  ];
}
