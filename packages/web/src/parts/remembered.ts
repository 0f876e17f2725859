import { useCallback, useState } from 'react';

const PREFIX = 'bagom.';

/**
 * What the page remembers on this machine: pane widths, language, theme. Never anything of the study. `asked` holds
 * before what was remembered, until it is changed.
 */
export function useRemembered<T>(key: string, first: T, asked?: T): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => asked ?? recall(key, first));
  const remember = useCallback(
    (next: T) => {
      setValue(next);
      try {
        localStorage.setItem(PREFIX + key, JSON.stringify(next));
      } catch {
        // A browser without storage forgets; nothing else breaks.
      }
    },
    [key],
  );
  return [value, remember];
}

/** Who codes, remembered under this name. */
export const CODER = 'coding.coder';

/** Tells when another window of the page remembers something else under a key; what is given back ends it. */
export function watchRemembered(key: string, onChange: () => void): () => void {
  const told = (event: StorageEvent) => {
    if (event.key === PREFIX + key) onChange();
  };
  window.addEventListener('storage', told);
  return () => window.removeEventListener('storage', told);
}

export function recall<T>(key: string, first: T): T {
  try {
    const stored = localStorage.getItem(PREFIX + key);
    return stored === null ? first : (JSON.parse(stored) as T);
  } catch {
    return first;
  }
}
