import { useCallback, useEffect, useRef } from 'react';

/** A function that stays the same value and does what it was last given to do: what is handed it is not drawn anew with the page. */
export function useLatest<A extends unknown[], R>(run: (...args: A) => R): (...args: A) => R {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  return useCallback((...args: A) => latest.current(...args), []);
}
