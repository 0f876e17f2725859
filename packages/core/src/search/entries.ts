import { codeTree, flatTree } from '../coding/codebook.js';
import type { StudyState } from '../study/state.js';
import type { Station } from '../study/study.js';
import type { Row } from '../study/tables.js';

/** What can be found: words of transcripts, and what the researchers wrote. */
export const SEARCH_KINDS = [
  'text',
  'memo',
  'code',
  'claim',
  'reference',
  'person',
  'site',
  'report',
] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** Where something found stands: a page, and what is chosen on it. */
export interface SearchPlace {
  station: Station;
  choices: Partial<
    Record<
      'source' | 'code' | 'claim' | 'participant' | 'site' | 'chapter' | 'block' | 'memo' | 'view',
      string
    >
  >;
}

/** Something written by the researchers, with the row it is in. */
export interface SearchEntry {
  kind: Exclude<SearchKind, 'text'>;
  row: Row;
  title: string;
  /** All that is searched, one field after the other. The row's own words only, so that they change when the row does. */
  text: string;
  place: SearchPlace;
}

const lines = (...fields: readonly (string | number | null | undefined)[]): string =>
  fields.filter((field) => field !== null && field !== undefined && field !== '').join(' · ');

/** Everything that researchers wrote in the study and can look for, kind by kind. Persons by their published values. */
export function* searchEntries(state: StudyState): Iterable<SearchEntry> {
  for (const row of state.memos.values()) {
    const text = lines(row.title, row.body);
    yield { kind: 'memo', row, title: row.title, text, place: placeOfMemo(row.id) };
  }
  for (const { code: row, path } of flatTree(codeTree(state))) {
    const text = lines(row.name, row.shortName, row.definition, row.use, row.useNot, row.example);
    yield { kind: 'code', row, title: path, text, place: { station: 'coding', choices: { code: row.id } } };
  }
  for (const row of state.claims.values()) {
    const place = { station: 'claims', choices: { claim: row.id } } as const;
    const text = lines(row.statement, row.surveyFigure);
    yield { kind: 'claim', row, title: String(row.number), text, place };
  }
  for (const row of state.references.values()) {
    const place = { station: 'claims', choices: {} } as const;
    const text = lines(row.authors, row.year, row.title, row.about, row.targetGroup, row.intervention);
    yield { kind: 'reference', row, title: `${row.authors} (${row.year})`, text, place };
  }
  for (const row of state.participants.values()) {
    const text = lines(row.pseudonym, row.situation);
    yield { kind: 'person', row, title: row.pseudonym, text, place: placeOfPerson(row.id) };
  }
  for (const row of state.attributes.values()) {
    const title = state.participants.get(row.participantId)?.pseudonym ?? '';
    const text = `${row.name}: ${row.value}`;
    yield { kind: 'person', row, title, text, place: placeOfPerson(row.participantId) };
  }
  for (const row of state.sites.values()) {
    const place = { station: 'fieldwork', choices: { site: row.id } } as const;
    yield { kind: 'site', row, title: row.name, text: lines(row.name, row.kind, row.region), place };
  }
  for (const row of state.chapters.values()) {
    const place = { station: 'report', choices: { chapter: row.id } } as const;
    yield { kind: 'report', row, title: row.title, text: row.title, place };
  }
  for (const row of state.blocks.values()) {
    const title = state.chapters.get(row.chapterId)?.title ?? '';
    const place = { station: 'report', choices: { block: row.id } } as const;
    yield { kind: 'report', row, title, text: row.text, place };
  }
}

const placeOfMemo = (memo: string): SearchPlace => ({
  station: 'coding',
  choices: { view: 'memos', memo },
});

const placeOfPerson = (participant: string): SearchPlace => ({
  station: 'fieldwork',
  choices: { participant },
});
