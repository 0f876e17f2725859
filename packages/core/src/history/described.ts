import type { StudyState } from '../study/state.js';
import { STATIONS, type Station } from '../study/study.js';
import { MEMO_TABLES, TABLES, type Column, type Row, type TableName } from '../study/tables.js';
import type { MemoSubject } from '../coding/coding.js';
import { canonicalJson, type Change } from './operation.js';

/** One column that a change gave another value; null: there was, or is, none. */
export interface ColumnChange {
  readonly column: string;
  readonly before: unknown;
  readonly after: unknown;
}

const valuesOf = (row: Row): Readonly<Record<string, unknown>> => row as unknown as Record<string, unknown>;
const NAMES = [
  'name',
  'title',
  'pseudonym',
  'replacement',
  'statement',
  'question',
  'topic',
  'barrier',
  'need',
];

/**
 * What a row is called, as a person would: a code by its path, a coding by its code and text, a judgement by whom it is of. The row
 * may be gone from the study; what it points to is looked up as it stands now. Empty: it has no name.
 */
export function rowName(state: StudyState, table: TableName, row: Row, depth = 0): string {
  const values = valuesOf(row);
  const named = (to: TableName, id: unknown): string => {
    const found = typeof id === 'string' ? state[to].get(id) : undefined;
    return found && depth < 8 ? rowName(state, to, found, depth + 1) : '';
  };
  const joined = (...parts: string[]) => parts.filter((part) => part !== '').join(' · ');
  if (table === 'codes') {
    const above = named('codes', values['parentId']);
    return above ? `${above} › ${String(values['name'])}` : String(values['name']);
  }
  if (table === 'codings' || table === 'examples')
    return joined(named('codes', values['codeId']), named('sources', values['sourceId']));
  if (table === 'memos' && values['title'] === '')
    return named(MEMO_TABLES[values['about'] as MemoSubject] ?? 'memos', values['aboutId']);
  if (table === 'participants') return String(values['pseudonym'] || values['number']);
  if (table === 'mergeConflicts') return named(values['table'] as TableName, values['rowId']);
  if (table === 'lostSpans') return short(String(values['quote']));
  if (table === 'sourceVersions')
    return joined(named('sources', values['sourceId']), String(values['number']));
  if (table === 'guideAnswers')
    return joined(named('participants', values['participantId']), named('guideTopics', values['topicId']));
  if (table === 'evidence')
    return joined(named('claims', values['claimId']), named('codings', values['codingId']));
  if (table === 'mentions')
    return joined(named('sources', values['sourceId']), named('entities', values['entityId']));
  if (table === 'visits') return joined(named('sites', values['siteId']), String(values['from']));
  if (table === 'blocks')
    return joined(named('chapters', values['chapterId']), short(String(values['text'])));
  for (const column of NAMES) {
    const value = values[column];
    if (typeof value === 'string' && value !== '') return short(value);
  }
  const pointed = Object.entries<Column>(TABLES[table]).flatMap(([column, { to }]) =>
    to ? [named(to, values[column])] : [],
  );
  return joined(...pointed);
}

/** What a change did to its row, column by column. Of a row that is new or gone: all that it holds. */
export function columnChanges({ table, before, after }: Change): ColumnChange[] {
  return Object.keys(TABLES[table]).flatMap((column): ColumnChange[] => {
    if (column === 'id') return [];
    const [was, is] = [before, after].map((row) => (row ? (valuesOf(row)[column] ?? null) : null));
    return canonicalJson(was) === canonicalJson(is) ? [] : [{ column, before: was, after: is }];
  });
}

/** A value as a person reads it: what is pointed to by its name, the rest as it is. */
export function valueWords(state: StudyState, table: string, column: string, value: unknown): unknown {
  const to = (TABLES as Record<string, Record<string, Column>>)[table]?.[column]?.to;
  if (!to || typeof value !== 'string') return value;
  const row = state[to].get(value);
  return row ? rowName(state, to, row) : value;
}

const short = (words: string): string => {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length <= 80 ? line : `${line.slice(0, 79).replace(/[\uD800-\uDBFF]$/, '')}…`;
};

const STATION_TABLES: Readonly<Record<Station, readonly TableName[]>> = {
  survey: ['waves', 'variables'],
  classes: ['classModels', 'classAnalyses'],
  fieldwork: [
    ...(['invitations', 'sites', 'visits', 'participants', 'attributes', 'judgements'] as const),
    ...(['consents', 'interviews', 'guideTopics', 'guideAnswers'] as const),
  ],
  transcripts: ['sources', 'sourceVersions', 'recordings', 'lostSpans'],
  masking: ['entities', 'mentions'],
  coding: [
    ...(['coders', 'codes', 'codeEvents', 'codings', 'examples', 'memos'] as const),
    ...(['memoLinks', 'bookmarks', 'doubleCodings', 'resolutions'] as const),
  ],
  comparison: ['wishes', 'barriers'],
  claims: ['claims', 'evidence', 'references', 'claimReferences'],
  report: ['chapters', 'blocks'],
};

/** The stations whose rows an operation changed. */
export function stationsOf(changes: readonly Change[]): Set<Station> {
  const touched = new Set(changes.map(({ table }) => table));
  return new Set(STATIONS.filter((station) => STATION_TABLES[station].some((table) => touched.has(table))));
}

/** A value as a line of text; null: there is none. Of a value with parts: its parts. */
export function plainWords(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map((part) => plainWords(part) ?? '–').join(', ');
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([name, part]) => `${name}: ${plainWords(part) ?? '–'}`)
      .join('; ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
