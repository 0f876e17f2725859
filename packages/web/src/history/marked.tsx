import { diffText } from '@bagom/core';
import { useMemo } from 'react';

/** A text with the words marked that the one beside it has not. */
export function Marked({ text, beside }: { text: string; beside: string | null }) {
  const parts = useMemo(() => {
    const made: { words: string; other: boolean }[] = [];
    let at = 0;
    for (const { from, to } of beside === null ? [] : diffText(text, beside)) {
      if (from > at) made.push({ words: text.slice(at, from), other: false });
      if (to > from) made.push({ words: text.slice(from, to), other: true });
      at = to;
    }
    made.push({ words: text.slice(at), other: false });
    return made;
  }, [text, beside]);
  return (
    <>
      {parts.map(({ words, other }, i) =>
        other ? <mark key={i}>{words}</mark> : <span key={i}>{words}</span>,
      )}
    </>
  );
}
