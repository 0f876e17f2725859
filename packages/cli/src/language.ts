import type { en } from './messages/en.js';

export type Language = 'da' | 'en';
export type Messages = typeof en;

/** The system's language: English when it says so, else Danish. */
export function systemLanguage(env: Readonly<Record<string, string | undefined>>): Language {
  const said = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return /^en/i.test(said) ? 'en' : 'da';
}

/** The words of a language; only that language is loaded. */
export async function messagesIn(language: Language): Promise<Messages> {
  return language === 'da' ? (await import('./messages/da.js')).da : (await import('./messages/en.js')).en;
}
