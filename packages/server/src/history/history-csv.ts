import { columnChanges, plainWords, rowName, seenBy, seenOperation, valueWords, veilOver } from '@bagom/core';
import { DANISH_EXCEL, stringColumn, writeCsv } from '@bagom/formats';
import type { StudyFile } from '@bagom/store';
import { isAsked, noteCopies, type HistoryFilter } from './audit.js';

const COLUMNS = [
  'number',
  'time',
  'actor',
  'copy',
  'kind',
  'subject',
  'undoes',
  'table',
  'row',
  'name',
  'column',
  'before',
  'after',
] as const;

/** The history as a table: a line for each column that each operation changed; one for an operation that changed none. */
export async function historyCsv(study: StudyFile, filter: HistoryFilter): Promise<Uint8Array> {
  // A file is read by anybody: what one coder may not see yet is in it for nobody.
  const veil = veilOver(study.state, null);
  const state = seenBy(study.state, null);
  const copies = new Map<string, string>();
  for await (const operation of study.history()) noteCopies(operation, copies);
  const lines: string[][] = [];
  const numbers = new Map<string, number>();
  for await (const operation of study.history()) {
    const { seq, at, actor, id, root, sense, kind, subject, changes } = seenOperation(veil, operation);
    if (id === root) numbers.set(id, seq);
    if (!isAsked(operation, filter)) continue;
    const undoes = sense === -1 ? String(numbers.get(root) ?? '') : '';
    const head = [String(seq), at, actor, copies.get(id) ?? '', kind, subject, undoes];
    const before = lines.length;
    for (const change of changes) {
      const { table, id: row } = change;
      const name = rowName(state, table, (change.after ?? change.before)!);
      for (const { column, before: was, after: is } of columnChanges(change)) {
        const words = [was, is].map((value) => plainWords(valueWords(state, table, column, value)) ?? '');
        lines.push([...head, table, row, name, column, ...words]);
      }
    }
    if (lines.length === before) lines.push([...head, '', '', '', '', '', '']);
  }
  const table = {
    columns: COLUMNS.map((name, i) =>
      stringColumn(
        name,
        lines.map((line) => line[i] ?? ''),
      ),
    ),
    rows: lines.length,
    label: '',
    documents: [],
    weight: null,
    encoding: 'utf-8',
    notes: [],
  };
  const english = [...state.studies.values()][0]?.language === 'en';
  return writeCsv(table, english ? { bom: true, guardFormulas: true } : DANISH_EXCEL);
}
