import { BagomError } from '@bagom/core';
import { DANISH_EXCEL, stringColumn, writeCsv } from '@bagom/formats';
import type { ServerContext } from '../context.js';
import { shownInvitations } from './shown-invitations.js';

/**
 * The list for the office that holds the respondents' addresses: who is meant, and nothing else. No answers, because the
 * office need not know them; no class, unless it is asked for, because being placed in one says something about a person.
 */
export async function invitationsCsv(
  context: ServerContext,
  { states, withClass }: { states: ReadonlySet<string>; withClass: boolean },
): Promise<Uint8Array> {
  const { study } = context;
  const english = [...study.state.studies.values()][0]?.language === 'en';
  const rows = (await shownInvitations(context)).filter(({ state }) => states.has(state));
  if (rows.length === 0) throw new BagomError('invitations.none-to-export');
  const waves = new Set(rows.map(({ waveId }) => waveId));
  const column = (name: string, value: (row: (typeof rows)[number]) => string) =>
    stringColumn(name, rows.map(value));
  const columns = [
    // A row's number only where the survey has no number of its own: rows can be moved, a number cannot.
    rows.every(({ respondent }) => respondent !== null)
      ? column('respondent', ({ respondent }) => respondent ?? '')
      : column(english ? 'row' : 'række', ({ row }) => String(row + 1)),
    ...(waves.size > 1
      ? [column(english ? 'wave' : 'måling', ({ waveId }) => study.state.waves.get(waveId)?.name ?? '')]
      : []),
    ...(withClass ? [column(english ? 'class' : 'klasse', ({ className }) => className)] : []),
  ];
  const table = {
    columns,
    rows: rows.length,
    label: '',
    documents: [],
    weight: null,
    encoding: 'utf-8',
    notes: [],
  };
  return writeCsv(table, english ? { bom: true, guardFormulas: true } : DANISH_EXCEL);
}
