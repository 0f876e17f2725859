import { useFormat, useMessages } from '../language.js';
import type { Column } from '../parts/table.js';
import { usePWords } from './p-words.js';

interface Tested {
  test: { statistic: number; df: number; p: number } | null;
}

/** The columns of a Wald test, the same in every table: its statistic under the name given, degrees of freedom, p. */
export function useTestColumns(statistic: string): Column<Tested>[] {
  const m = useMessages();
  const f = useFormat();
  const sayP = usePWords();
  const number = true;
  return [
    {
      key: 'statistic',
      name: statistic,
      number,
      cell: ({ test }) => (test ? f.number(test.statistic, 2) : '–'),
    },
    { key: 'df', name: m.judging.dfShort, number, cell: ({ test }) => (test ? f.number(test.df) : '–') },
    { key: 'p', name: 'p', number, cell: ({ test }) => sayP(test?.p ?? null) },
  ];
}
