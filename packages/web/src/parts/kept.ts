import { useCallback, useState } from 'react';

const kept = new Map<string, unknown>();

/** Like useState, but the value is still there when the page is left and come back to. Gone when the window is closed. */
export function useKept<T>(key: string, first: T): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => (kept.has(key) ? (kept.get(key) as T) : first));
  const keep = useCallback(
    (next: T) => {
      kept.set(key, next);
      setValue(next);
    },
    [key],
  );
  return [value, keep];
}
