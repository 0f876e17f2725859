import { casesOf, mayCount } from '../fieldwork/cases.js';
import type { StudyState } from '../study/state.js';
import { studyLanguage } from '../study/state.js';
import type { Row } from '../study/tables.js';
import { currentVersion } from '../transcripts/current-version.js';
import type { Source } from '../transcripts/source.js';
import { SEARCH_KINDS, searchEntries, type SearchKind, type SearchPlace } from './entries.js';
import { findLines, type FoundLine } from './find-words.js';
import type { Query } from './query.js';
import { Vocabularies, type IndexedWords } from './vocabulary.js';
import { readWords, type ReadWords } from './words.js';

/** One place where all that was asked for stands, and the words it stands in: `text`, or the blob that holds them. */
export interface SearchHit {
  kind: SearchKind;
  /** The row it stands in; of a transcript its source. */
  id: string;
  title: string;
  place: SearchPlace;
  pseudonym: string | null;
  text: string | { hash: string };
  words: IndexedWords;
  line: FoundLine;
}

/** What was found of one kind: how many places, in the words of how many persons where they are persons' words, and some of them. */
export interface SearchGroup {
  kind: SearchKind;
  total: number;
  persons: number;
  hits: SearchHit[];
}

export interface SearchPage {
  kinds?: readonly SearchKind[];
  from: number;
  count: number;
}

/**
 * The words of a study, ready to be searched. Texts are given as they are read (`takeText`); what is in rows is read here, anew
 * when a row is another than before. So it is in step with whatever happens to the study.
 */
export class SearchIndex {
  readonly #vocabularies = new Vocabularies();
  readonly #texts = new Map<string, IndexedWords>();
  readonly #rows = new WeakMap<Row, IndexedWords>();

  /** Takes the words of a text by the hash of its blob. Its arrays are the index's from now on. */
  takeText(hash: string, read: ReadWords): void {
    if (!this.#texts.has(hash)) this.#texts.set(hash, this.#vocabularies.take(read));
  }

  /** The texts that are shown and not yet read. */
  unread(state: StudyState): { hash: string; language: string; length: number }[] {
    return [...state.sources.values()].flatMap(({ id, language }) => {
      const version = currentVersion(state, id);
      if (!version || this.#texts.has(version.text)) return [];
      return [{ hash: version.text, language, length: version.length }];
    });
  }

  /**
   * Where everything asked for stands: in one turn or paragraph of a text, or in one row. Texts in the order of persons and then
   * of the text; the words of those who withdrew are not looked at.
   */
  search(state: StudyState, query: Query, { kinds = SEARCH_KINDS, from, count }: SearchPage): SearchGroup[] {
    const groups = new Map<SearchKind, SearchGroup>(
      SEARCH_KINDS.filter((kind) => kinds.includes(kind)).map((kind) => [
        kind,
        { kind, total: 0, persons: 0, hits: [] },
      ]),
    );
    const language = studyLanguage(state);
    const entries = [...searchEntries(state)].filter(({ kind }) => groups.has(kind));
    const words = entries.map(({ row, text }) => this.#wordsOf(row, text, language));
    const fits = this.#vocabularies.fits(query);
    entries.forEach(({ kind, row, title, text, place }, i) => {
      const group = groups.get(kind)!;
      for (const line of findLines(words[i]!, fits[language], query)) {
        const at = group.total++;
        if (at < from || at >= from + count) continue;
        group.hits.push({ kind, id: row.id, title, place, pseudonym: null, text, words: words[i]!, line });
      }
    });
    const texts = groups.get('text');
    if (texts) this.#searchTexts(state, query, fits, { from, count }, texts);
    return [...groups.values()];
  }

  #searchTexts(
    state: StudyState,
    query: Query,
    fits: Record<'da' | 'en', Uint32Array | null>,
    { from, count }: SearchPage,
    group: SearchGroup,
  ): void {
    const persons = new Set<string>();
    for (const { source, pseudonym } of sourcesInOrder(state)) {
      const hash = currentVersion(state, source.id)?.text;
      const words = hash === undefined ? undefined : this.#texts.get(hash);
      if (hash === undefined || !words) continue;
      for (const line of findLines(words, fits[words.language], query)) {
        const at = group.total++;
        if (source.participantId) persons.add(source.participantId);
        if (at < from || at >= from + count) continue;
        const place = { station: 'coding', choices: { source: source.id } } as const;
        const { id, title } = source;
        group.hits.push({ kind: 'text', id, title, place, pseudonym, text: { hash }, words, line });
      }
    }
    group.persons = persons.size;
  }

  #wordsOf(row: Row, text: string, language: string): IndexedWords {
    let words = this.#rows.get(row);
    if (!words) {
      // A row is short: all of it counts as one line.
      words = { ...this.#vocabularies.take(readWords(text, language)), lines: Uint32Array.of(0) };
      this.#rows.set(row, words);
    }
    return words;
  }
}

/** Sources in the order of persons and then of titles, without those of persons who withdrew. */
function sourcesInOrder(state: StudyState): { source: Source; pseudonym: string | null }[] {
  const people = new Map(casesOf(state).map((person) => [person.participant.id, person]));
  return [...state.sources.values()]
    .flatMap((source) => {
      const person = source.participantId ? people.get(source.participantId) : undefined;
      if (person && !mayCount(person)) return [];
      const { number, pseudonym } = person?.participant ?? { number: Infinity, pseudonym: null };
      return [{ source, number, pseudonym }];
    })
    .sort(
      (a, b) =>
        a.number - b.number ||
        (a.source.fromLine ?? 0) - (b.source.fromLine ?? 0) ||
        (a.source.title < b.source.title ? -1 : 1),
    );
}
