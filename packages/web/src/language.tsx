import type { Language } from '@bagom/core';
import { createContext, useContext, useEffect, useMemo, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { format, type Format } from './format.js';
import { da, type Messages } from './messages/da.js';
import { en } from './messages/en.js';
import { useRemembered } from './parts/remembered.js';

export type { Language };

const CATALOGUES: Record<Language, Messages> = { da, en };

interface Spoken {
  language: Language;
  /** Null goes back to the study's own language. */
  speak: (language: Language | null) => void;
  messages: Messages;
  format: Format;
}

/** The language that the program was started with (`?language=en`), before anything remembered. */
function askedLanguage(): Language | undefined {
  const asked = new URLSearchParams(window.location.search).get('language');
  return asked === 'da' || asked === 'en' ? asked : undefined;
}

const LanguageContext = createContext<Spoken | null>(null);

/** Speaks the chosen language; without a choice the study's, and Danish before the study is known. */
export function LanguageProvider({ study, children }: { study: string | undefined; children: ReactNode }) {
  const [chosen, speak] = useRemembered<Language | null>('language', null, askedLanguage());
  const language: Language = chosen ?? (study === 'en' ? 'en' : 'da');
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const spoken = useMemo(
    () => ({ language, speak, messages: CATALOGUES[language], format: format(language) }),
    [language, speak],
  );
  return (
    <I18nProvider locale={language === 'da' ? 'da-DK' : 'en-GB'}>
      <LanguageContext value={spoken}>{children}</LanguageContext>
    </I18nProvider>
  );
}

export function useSpoken(): Spoken {
  const spoken = useContext(LanguageContext);
  if (!spoken) throw new Error('missing LanguageProvider');
  return spoken;
}

/** The words of the page: `const m = useMessages(); m.survey.title`. */
export const useMessages = (): Messages => useSpoken().messages;
/** Numbers, shares, dates and plurals as the language writes them. */
export const useFormat = (): Format => useSpoken().format;
