import { ORPCError } from '@orpc/client';
import { useMutation } from '@tanstack/react-query';
import { api, type Inputs } from '../api.js';
import { errorText } from '../change.js';
import { useSpoken } from '../language.js';
import { useSay } from '../parts/status-line.js';
import { nameKey, useNames } from './true-names.js';

export type Entry = Inputs['fieldwork']['saveName'];

/** Writes entries one after the other. They are no operations: nothing of them stands in the history, nothing is undone. */
export function useWriteNames(saved: string) {
  const { language } = useSpoken();
  const { names, setNames } = useNames();
  const say = useSay();
  return useMutation({
    mutationFn: async (entries: Entry[]) => {
      const now = new Map(names);
      for (const entry of entries) {
        await api.fieldwork.saveName(entry);
        const key = nameKey(entry.table, entry.id, entry.field);
        if (entry.value === null) now.delete(key);
        else now.set(key, entry.value);
        setNames(new Map(now));
      }
    },
    onSuccess: () => say({ text: saved }),
    onError: (error) => {
      say({ text: errorText(error, language), tone: 'wrong' });
      const code =
        error instanceof ORPCError ? (error.data as { code?: unknown } | undefined)?.code : undefined;
      if (code === 'key.closed' || code === 'key.changed-since') setNames(null);
    },
    gcTime: 0,
  });
}
