import type { Sentences } from './sentences.js';

/** Files of texts that come from outside. */
export const files: Sentences = {
  'file.not-found': {
    da: 'filen {file} findes ikke, eller den kan ikke læses',
    en: 'the file {file} is not there, or it cannot be read',
  },
  'file.empty': {
    da: 'filen {file} er tom; der er intet at læse ind',
    en: 'the file {file} is empty; there is nothing to import',
  },
  'import.cancelled': {
    da: 'indlæsningen af {file} er stoppet; intet er læst ind',
    en: 'the import of {file} was stopped; nothing was imported',
  },
  'file.too-large': {
    da: 'filen {file} fylder {size} byte; grænsen er {limit}. Del den, eller fjern det, der ikke er tekst',
    en: 'the file {file} has {size} bytes; the limit is {limit}. Split it, or remove what is not text',
  },
  'file.unknown-kind': {
    da: 'det er ikke til at se, hvad {file} er; sig det med --as survey, transcript eller report',
    en: 'it cannot be seen what {file} is; say so with --as survey, transcript or report',
  },
  'text.binary': {
    da: '{file} er ikke tekst (binære data ved byte {at}); gem den som ren tekst, Word, RTF eller PDF, og prøv igen',
    en: '{file} is no text (binary data at byte {at}); save it as plain text, Word, RTF or PDF and try again',
  },
  'docx.damaged': {
    da: '{file} er ikke et helt Word-dokument: {reason}. Åbn det i Word, gem det igen, og prøv igen',
    en: '{file} is no complete Word document: {reason}. Open it in Word, save it again and try again',
  },
  'odt.damaged': {
    da: '{file} er ikke et helt OpenDocument-dokument: {reason}. Åbn det, gem det igen, og prøv igen',
    en: '{file} is no complete OpenDocument text: {reason}. Open it, save it again and try again',
  },
  'rtf.damaged': {
    da: '{file} er ikke en hel RTF-fil. Åbn den, gem den igen som RTF eller Word, og prøv igen',
    en: '{file} is no complete RTF file. Open it, save it again as RTF or Word and try again',
  },
  'pdf.damaged': {
    da: '{file} er ikke en hel PDF. Hent den igen, eller gem teksten som Word eller ren tekst, og prøv igen',
    en: '{file} is no complete PDF. Fetch it again, or save its text as Word or plain text, and try again',
  },
  'pdf.password': {
    da: '{file} er låst med en adgangskode. Gem en udgave uden, og prøv igen',
    en: '{file} is locked with a password. Save a copy without one and try again',
  },
  'pdf.no-text': {
    da: 'der er ingen tekst i {file}, kun billeder af {pages} sider. Kør den gennem tekstgenkendelse (OCR), eller bed om filen, den er lavet af',
    en: 'there is no text in {file}, only pictures of {pages} pages. Run it through text recognition (OCR), or ask for the file it was made from',
  },
  'doc.not-read': {
    da: '{file} er et Word-dokument fra før 2007, som ikke læses. Åbn det, gem det som .docx, og prøv igen',
    en: '{file} is a Word document from before 2007, which is not read. Open it, save it as .docx and try again',
  },
  'file.is-study': {
    da: '{file} er en undersøgelse eller en nøglefil, og den bliver ikke overskrevet; vælg et andet navn',
    en: '{file} is a study or a key file and it is not overwritten; choose another name',
  },
  'file.is-source': {
    da: '{file} er den fil, der læses, og den bliver ikke overskrevet; vælg et andet navn',
    en: '{file} is the file that is read and it is not overwritten; choose another name',
  },
  'file.not-written': {
    da: '{file} kunne ikke skrives ({reason}); intet er ændret. Se efter, om mappen findes, og om der er plads',
    en: '{file} could not be written ({reason}); nothing was changed. Check that the folder is there and has room',
  },
};
