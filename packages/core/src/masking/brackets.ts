import type { Language } from '../study/study.js';
import type { EntityKind } from './masking.js';

/** What is printed for a masked mention that nobody chose a replacement for: its kind in brackets. */
const BRACKETS: Readonly<Record<Language, Readonly<Record<EntityKind, string>>>> = {
  da: {
    person: '[navn]',
    place: '[stednavn]',
    organisation: '[organisation]',
    site: '[tilbud]',
    occupation: '[erhverv]',
    date: '[dato]',
    other: '[anonymiseret]',
  },
  en: {
    person: '[name]',
    place: '[place]',
    organisation: '[organisation]',
    site: '[service]',
    occupation: '[occupation]',
    date: '[date]',
    other: '[anonymised]',
  },
};

/** The bracket of a kind in the study's language: it is printed, whatever language the page speaks. */
export function bracketFor(kind: EntityKind, language: Language): string {
  return BRACKETS[language][kind];
}
