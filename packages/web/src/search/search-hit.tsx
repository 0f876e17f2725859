import type { ReactNode } from 'react';
import { useMessages } from '../language.js';
import type { optionProps } from '../parts/find-frame.js';
import type { Group, Hit } from './found.js';

interface SearchHitProps {
  /** What makes it an option of the walked list. */
  option: ReturnType<typeof optionProps>;
  kind: Group['kind'];
  hit: Hit;
  onGo: () => void;
}

/** One place: where it is, and the words found with those around them. */
export function SearchHit({ option, kind, hit, onGo }: SearchHitProps) {
  const m = useMessages();
  const title =
    kind === 'claim'
      ? m.search.claimNumber(hit.title)
      : kind === 'code'
        ? hit.title.replaceAll('/', ' › ')
        : hit.title || m.search.untitled;
  return (
    <button {...option} className="search-hit" onClick={onGo}>
      <span className="search-where">
        {hit.pseudonym !== null && hit.pseudonym !== title && <strong>{hit.pseudonym}</strong>}
        <span>{title}</span>
      </span>
      <span className="search-words">{marked(hit)}</span>
    </button>
  );
}

function marked({ text, marks }: Hit): ReactNode[] {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { from, to } of marks) {
    parts.push(text.slice(at, from), <mark key={from}>{text.slice(from, to)}</mark>);
    at = to;
  }
  parts.push(text.slice(at));
  return parts;
}
