import type { ClassNote } from '@bagom/core';
import { useFormat, useMessages } from '../language.js';

/** What must be known of an analysis, said to a researcher: what it means and what to do. */
export function useNoteSentence(names: readonly string[] = []): (note: ClassNote) => string {
  const m = useMessages();
  const f = useFormat();
  const words: Readonly<Record<string, (figure: (key: string, digits?: number) => string) => string>> =
    m.judging.notes;
  return ({ code, data }) => {
    const figure = (key: string, digits = 0): string => {
      const value = data[key];
      if (typeof value !== 'number') return '?';
      return key === 'inClass' ? (names[value] ?? f.number(value + 1)) : f.number(value, digits);
    };
    return words[code]?.(figure) ?? m.judging.otherNote(code);
  };
}
