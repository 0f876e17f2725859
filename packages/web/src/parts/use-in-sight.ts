import { useEffect, useRef, type RefObject } from 'react';

/** A list follows what is chosen elsewhere (in the text, by a key, by an address): the chosen row comes into sight. */
export function useInSight(chosen: string | undefined): RefObject<HTMLDivElement | null> {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // A frame later: a collection draws its rows after it has counted them.
    const frame = requestAnimationFrame(() => {
      const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-key]') ?? [])];
      rows.find(({ dataset }) => dataset['key'] === chosen)?.scrollIntoView({ block: 'nearest' });
    });
    return () => cancelAnimationFrame(frame);
  }, [chosen]);
  return list;
}
