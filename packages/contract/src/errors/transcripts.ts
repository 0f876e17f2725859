import type { Sentences } from './sentences.js';

/** Transcripts: their versions, recordings and speech recognition. */
export const transcripts: Sentences = {
  'source.in-use': {
    da: 'teksten kan ikke fjernes, for noget bygger på dens ord (belæg for påstande: {evidence}, uddrag i rapporten: {blocks}, ønsker: {wishes}, barrierer: {barriers}); løsn eller fjern det først',
    en: 'the text cannot be removed because something rests on its words (evidence of claims: {evidence}, excerpts in the report: {blocks}, wishes: {wishes}, barriers: {barriers}); untie or remove that first',
  },
  'transcript.no-words': {
    da: 'der er ingen ord i {file}; intet er læst ind',
    en: 'there are no words in {file}; nothing was imported',
  },
  'text.too-many-lines': {
    da: '{file} har {lines} linjer, og højst {limit} læses; er det en transskription, så del den i flere filer',
    en: '{file} has {lines} lines, and at most {limit} are read; if it is a transcript, split it into several files',
  },
  'transcript.no-such-speaker': {
    da: '{name} står ikke foran et kolon i {file}; se med --dry-run, hvem der måske taler',
    en: '{name} does not stand before a colon in {file}; see with --dry-run who may be a speaker',
  },
  'transcript.other-grammar': {
    da: 'måden {grammar} finder ingen replikker i {file}; vælg en anden, eller lad Bagom finde den',
    en: 'the grammar {grammar} finds no turns in {file}; choose another, or let Bagom find it',
  },
  'span.outside-text': {
    da: 'stedet {from}-{to} ligger uden for teksten, som har {length} tegn; genindlæs siden',
    en: 'the place {from}-{to} lies outside the text, which has {length} characters; reload the page',
  },
  'span.other-version': {
    da: 'teksten er rettet siden (udgave {version}); genindlæs siden',
    en: 'the text was corrected since (version {version}); reload the page',
  },
  'source.not-one': {
    da: '»{name}« er ikke præcis én tekst i undersøgelsen (fundet: {found}); skriv tekstens titel eller dens id',
    en: '"{name}" is not exactly one text of the study (found: {found}); give the text’s title or its id',
  },
  'version.overlapping': {
    da: 'rettelserne går ind over hinanden eller ud af teksten; genindlæs siden, og prøv igen. Intet er ændret',
    en: 'the corrections overlap or leave the text; reload the page and try again. Nothing was changed',
  },
  'version.same': {
    da: 'teksten er den samme som udgave {version}; der er intet at gemme',
    en: 'the text is the same as version {version}; there is nothing to save',
  },
  'version.empty': {
    da: 'den rettede tekst er tom; fjern teksten i stedet, hvis den ikke skal være der. Intet er ændret',
    en: 'the corrected text is empty; remove the text instead if it should not be there. Nothing was changed',
  },
  'version.not-transcript': {
    da: '{file} er ikke læst som en transskription, så den kan ikke være en rettet udgave af en tekst; intet er ændret',
    en: '{file} was not read as a transcript, so it cannot be a corrected version of a text; nothing was changed',
  },
  'recording.not-sound': {
    da: '{file} er ikke en lydfil, som Bagom kender (WAV, MP3, M4A, Ogg, FLAC eller WebM); intet er ændret',
    en: '{file} is no sound file that Bagom knows (WAV, MP3, M4A, Ogg, FLAC or WebM); nothing was changed',
  },
  'recording.no-sound': {
    da: '{file} har ingen lyd, der kan læses; intet er ændret. Find optagelsen på optageren igen',
    en: '{file} has no sound that can be read; nothing was changed. Fetch the recording from the recorder again',
  },
  'recogniser.none': {
    da: 'der er ikke peget på noget program til talegenkendelse; vælg whisper.cpp og en model på denne maskine',
    en: 'no program for speech recognition was pointed at; choose whisper.cpp and a model on this machine',
  },
  'recogniser.no-file': {
    da: '{file} er ikke en fil på denne maskine; skriv hele stien',
    en: '{file} is no file on this machine; write the whole path',
  },
  'recogniser.not-allowed': {
    da: '{file} må ikke læses eller køres af dig; ret filens rettigheder',
    en: 'you may not read or run {file}; change its permissions',
  },
  'recogniser.no-path': {
    da: 'optagelsen ligger i databasen, og talegenkendelse kræver en undersøgelse, der ligger i en fil',
    en: 'the recording lies in the database, and speech recognition needs a study that lies in a file',
  },
  'recogniser.failed': {
    da: '{program} gik ikke godt: {words}. Teksten er, som den var; se efter, om modellen og optagelsen passer til programmet',
    en: '{program} failed: {words}. The text is as it was; check that the model and the recording fit the program',
  },
  'recogniser.no-answer': {
    da: '{program} skrev intet svar; teksten er, som den var. Er det whisper.cpp (whisper-cli)?',
    en: '{program} wrote no answer; the text is as it was. Is it whisper.cpp (whisper-cli)?',
  },
  'lost.owner-gone': {
    da: 'det, den hørte til, er fjernet siden ({table}); fortryd fjernelsen, eller opgiv stedet',
    en: 'what it belonged to has been removed since ({table}); undo the removal, or give the place up',
  },
  'lost.not-open': {
    da: 'stedet er allerede givet igen eller opgivet; genindlæs siden',
    en: 'the place has already been given again or given up; reload the page',
  },
  'lost.not-changed': {
    da: 'et af stederne er allerede set efter, eller rettelsen er fortrudt; genindlæs siden',
    en: 'one of the places has been looked at already, or its change was undone; reload the page',
  },
};
