import { createContext, useContext } from 'react';

/** True values out of the key file, by `table id field`. They are held in memory only, and only while they are shown. */
export type Names = ReadonlyMap<string, string>;

export const nameKey = (table: string, id: string, field: string) => `${table} ${id} ${field}`;

export const NamesContext = createContext<{ names: Names | null; setNames: (names: Names | null) => void }>({
  names: null,
  setNames: () => undefined,
});

export const useNames = () => useContext(NamesContext);

/** A true value, or null while they are hidden or when there is none. */
export function useTrueValue(): {
  shown: boolean;
  of: (table: string, id: string, field: string) => string | null;
} {
  const { names } = useNames();
  return { shown: names !== null, of: (table, id, field) => names?.get(nameKey(table, id, field)) ?? null };
}
