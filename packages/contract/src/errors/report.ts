import type { Sentences } from './sentences.js';

/** The report and its literature. */
export const report: Sentences = {
  'reference.in-use': {
    da: 'værket kan ikke fjernes, for påstande er læst op imod det ({claims}); løsn det fra dem først',
    en: 'the work cannot be removed because claims are read against it ({claims}); untie it from them first',
  },
  'report.no-excerpts': {
    da: 'der er ingen interviewuddrag i {file}; en rapport kendes på uddrag, der slutter med »(Navn, 28 år)«. Intet er læst ind',
    en: 'there are no interview excerpts in {file}; a report is known by excerpts that end in "(Name, 28 år)". Nothing was imported',
  },
  'report.not-text': {
    da: '{file} er ikke tekst; gem rapporten som ren tekst og prøv igen',
    en: '{file} is no text; save the report as plain text and try again',
  },
  'report.empty': { da: '{file} er tom; intet er læst ind', en: '{file} is empty; nothing was imported' },
};
