import { filled } from './errors.js';

/** What a check of the study can find, said to a researcher; `{name}` stands for a value of the problem's place or data. */
export const PROBLEMS: Readonly<Record<string, { da: string; en: string }>> = {
  'file.damaged': {
    da: 'databasefilen er beskadiget: {said}; hent en sikkerhedskopi frem',
    en: 'the database file is damaged: {said}; take a backup',
  },
  'history.chain-broken': {
    da: 'historikken er brudt ved ændring {seq}; hent en sikkerhedskopi frem',
    en: 'the history is broken at operation {seq}; take a backup',
  },
  'blob.missing': {
    da: 'en del af indholdet mangler ({hash}); hent en sikkerhedskopi frem',
    en: 'part of the content is missing ({hash}); take a backup',
  },
  'blob.damaged': {
    da: 'en del af indholdet er ikke, som da det blev gemt ({hash}); hent en sikkerhedskopi frem',
    en: 'part of the content is not as it was saved ({hash}); take a backup',
  },
  'original.missing': {
    da: 'en importeret fil mangler i mappen ved siden af undersøgelsen ({hash}); hent mappen frem fra en sikkerhedskopi',
    en: 'an imported file is missing from the folder beside the study ({hash}); take the folder from a backup',
  },
  'original.damaged': {
    da: 'en importeret fil er ikke, som da den blev læst ind ({hash}); hent den frem fra en sikkerhedskopi',
    en: 'an imported file is not as it was imported ({hash}); take it from a backup',
  },
  'row.lost': {
    da: 'en række i {table}, som historikken har lavet, er væk ({id}); hent en sikkerhedskopi frem',
    en: 'a row of {table} that the history made is gone ({id}); take a backup',
  },
  'row.tampered': {
    da: 'en række i {table} er ændret uden om historikken ({id}: {columns}); hent en sikkerhedskopi frem',
    en: 'a row of {table} was changed behind the history ({id}: {columns}); take a backup',
  },
  'row.unexplained': {
    da: 'en række i {table} kommer ikke af historikken ({id}); hent en sikkerhedskopi frem',
    en: 'a row of {table} does not come from the history ({id}); take a backup',
  },
  'row.dangling': {
    da: 'en række i {table} peger på noget, der ikke findes ({id}: {column}); hent en sikkerhedskopi frem',
    en: 'a row of {table} points to something that is not there ({id}: {column}); take a backup',
  },
  'text.other-length': {
    da: 'en tekst har {found} tegn, men der skulle være {length}; hent en sikkerhedskopi frem',
    en: 'a text has {found} characters where there should be {length}; take a backup',
  },
  'source.no-version': {
    da: 'en tekst mangler den udgave, der skal vises (udgave {version}); hent en sikkerhedskopi frem',
    en: 'a text lacks the version that is to be shown (version {version}); take a backup',
  },
  'span.no-version': {
    da: 'noget er markeret i en udgave af en tekst, der ikke findes (udgave {version}); hent en sikkerhedskopi frem',
    en: 'something is marked in a version of a text that is not there (version {version}); take a backup',
  },
  'span.outside-text': {
    da: 'et tekststed ({from}-{to}) ligger uden for sin tekst, som har {length} tegn ({table} {id}); hent en sikkerhedskopi frem',
    en: 'a passage ({from}-{to}) lies outside its text, which has {length} characters ({table} {id}); take a backup',
  },
  'span.other-words': {
    da: 'en kodning står ikke længere på de ord, den blev sat på ({from}-{to}); se den efter',
    en: 'a coding no longer stands on the words it was put on ({from}-{to}); look it over',
  },
  'memo.orphan': {
    da: 'et memo handler om noget, der ikke findes ({about} {aboutId}); flyt det eller slet det',
    en: 'a memo is about something that is not there ({about} {aboutId}); move it or remove it',
  },
};

/** The sentence for something that a check found. An unknown code is said as it is: better a code than silence. */
export function problemSentence(
  {
    code,
    data,
    ...place
  }: {
    code: string;
    data: Readonly<Record<string, unknown>>;
    table?: string | undefined;
    id?: string | undefined;
    seq?: number | undefined;
  },
  language: 'da' | 'en',
): string {
  const sentence = PROBLEMS[code]?.[language];
  return sentence === undefined
    ? `${code} ${JSON.stringify({ ...place, ...data })}`
    : filled(sentence, { ...place, ...data });
}
