import { ORPCError } from '@orpc/client';
import {
  useMutation,
  useQuery,
  useQueryClient,
  type QueryKey,
  type UseMutationResult,
} from '@tanstack/react-query';
import { api, queries, type Operation } from './api.js';
import { useMessages, useSpoken, type Language } from './language.js';
import { capital, operationSentence } from './operation-sentence.js';
import { CHANGE, useSay } from './parts/status-line.js';

/** What went wrong, as a sentence in the page's language that ends in what to do. */
export function errorText(error: unknown, language: Language): string {
  if (error instanceof ORPCError) {
    const data: unknown = error.data;
    if (data && typeof data === 'object' && language in data) {
      const sentence = (data as Record<string, unknown>)[language];
      if (typeof sentence === 'string') return capital(sentence);
    }
    return language === 'da'
      ? `Bagom svarede ikke som ventet (${error.status} ${error.message}). Prøv igen.`
      : `Bagom did not answer as expected (${error.status} ${error.message}). Try again.`;
  }
  if (error instanceof TypeError && /fetch|network/i.test(error.message)) {
    return language === 'da'
      ? 'Bagom svarer ikke. Programmet kører måske ikke længere; start det igen, og genindlæs siden.'
      : 'Bagom does not answer. The program may have stopped; start it again and reload the page.';
  }
  const reason = error instanceof Error ? error.message : String(error);
  return language === 'da'
    ? `Der skete en fejl på siden: ${reason}. Genindlæs den.`
    : `The page failed: ${reason}. Reload it.`;
}

/** Anything a change may answer with: an operation, or none when nothing had to change. */
interface Answer {
  operation?: Operation | null;
}

/**
 * A change of the study: `const save = useChange(api.survey.change); save.mutate({ id, label })`. Afterwards everything
 * is read anew, and the status line says what was done with a way to undo it, or what went wrong. A change made many times a minute says
 * with `touches` what it can change of what is on the page; the rest is read anew when it is next shown.
 */
export function useChange<I, O extends Answer>(
  send: (input: I) => Promise<O>,
  options: { onDone?: (answer: O, input: I) => void; touches?: readonly QueryKey[] } = {},
): UseMutationResult<O, Error, I> {
  const client = useQueryClient();
  const { language } = useSpoken();
  const m = useMessages();
  const say = useSay();
  return useMutation({
    mutationKey: CHANGE,
    mutationFn: (input: I) => send(input),
    onSuccess: async (answer, input) => {
      if (answer.operation) say({ text: operationSentence(answer.operation, m), undo: true });
      options.onDone?.(answer, input);
      const { touches } = options;
      await client.invalidateQueries({ refetchType: touches ? 'none' : 'active' });
      await Promise.all(
        (touches ?? []).map((queryKey) => client.refetchQueries({ queryKey, type: 'active' })),
      );
    },
    onError: (error) => say({ text: errorText(error, language), tone: 'wrong' }),
  });
}

/** Undo and redo of the whole study, with what they would take back. */
export function useUndo() {
  const client = useQueryClient();
  const { language } = useSpoken();
  const m = useMessages();
  const say = useSay();
  const study = useQuery(queries.overview());
  const step = useMutation({
    mutationKey: CHANGE,
    mutationFn: ({ way, root }: { way: 'undo' | 'redo'; root?: string }) =>
      (way === 'undo' ? api.study.undo : api.study.redo)(root ? { root } : {}),
    onSuccess: async ({ operation }, { way }) => {
      const words = way === 'undo' ? m.shell.undone : m.shell.redone;
      say(
        operation
          ? { text: words(operationSentence(operation, m)) }
          : { text: way === 'undo' ? m.shell.nothingToUndo : m.shell.nothingToRedo },
      );
      await client.invalidateQueries();
    },
    onError: (error) => say({ text: errorText(error, language), tone: 'wrong' }),
  });
  return {
    undo: (root?: string) => step.mutate({ way: 'undo', ...(root ? { root } : {}) }),
    redo: (root?: string) => step.mutate({ way: 'redo', ...(root ? { root } : {}) }),
    undoable: study.data?.undo ?? null,
    redoable: study.data?.redo ?? null,
  };
}
