import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { errorText } from '../change.js';
import { useMessages, useSpoken } from '../language.js';
import { Button } from './button.js';

/**
 * Shows what a query read: `<Read query={useQuery(queries.survey())}>{(data) => …}</Read>`. Nothing for the first
 * 300 ms, a skeleton after, a sentence with "try again" when it fails.
 */
export function Read<T>(props: {
  query: UseQueryResult<T>;
  lines?: number;
  children: (data: T) => ReactNode;
}) {
  const { query, lines = 6, children } = props;
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <Failed error={query.error} again={() => void query.refetch()} />;
  return <Skeleton lines={lines} />;
}

/** An error as a sentence, with a way to try again. */
export function Failed({ error, again }: { error: unknown; again?: () => void }) {
  const { language, messages: m } = useSpoken();
  return (
    <div className="failed" role="alert">
      <p>{errorText(error, language)}</p>
      {again && <Button onPress={again}>{m.shell.tryAgain}</Button>}
    </div>
  );
}

/** Grey lines where words will be, only once waiting has lasted 300 ms. */
export function Skeleton({ lines = 6 }: { lines?: number }) {
  const m = useMessages();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  return (
    <div className="skeleton" role="status" aria-label={m.shell.loading}>
      {Array.from({ length: lines }, (_, i) => (
        <div key={i} className={`skeleton-line w${i % 4}`} />
      ))}
    </div>
  );
}
