import { useEffect, useState } from 'react';

/** A value once it has stood for half a second: what is asked for at each change is asked when the hand rests. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const later = setTimeout(() => setSettled(value), 500);
    return () => clearTimeout(later);
  }, [value]);
  return settled;
}
