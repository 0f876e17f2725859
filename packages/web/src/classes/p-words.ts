import { useFormat } from '../language.js';

/** A p-value in three decimals; below that `< 0,001`. Null: the test could not be made. */
export function usePWords(): (p: number | null) => string {
  const f = useFormat();
  return (p) => (p === null ? '–' : p < 0.001 ? `<\u00a0${f.number(0.001, 3)}` : f.number(p, 3));
}
