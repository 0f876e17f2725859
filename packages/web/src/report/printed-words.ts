import { createContext, useContext } from 'react';
import { format, type Format } from '../format.js';
import type { Language } from '../language.js';
import { da, type Messages } from '../messages/da.js';
import { en } from '../messages/en.js';

/** The language the report is printed in; the page around it may speak another. */
export const PrintedLanguage = createContext<Language>('da');

/** The words and figures of what is printed, in the report's own language. */
export function usePrinted(): { m: Messages; f: Format } {
  const language = useContext(PrintedLanguage);
  return { m: language === 'da' ? da : en, f: format(language) };
}
