import { useRef, type KeyboardEvent } from 'react';
import { groupName } from '../comparison/group.js';
import { useFormat, useMessages } from '../language.js';
import { Icon } from '../parts/icon.js';
import { VerdictScale, VerdictWords } from './verdict-scale.js';
import type { Claim, Quantifier } from './word-scale.js';

/** The claims in order, each with its verdict drawn; walked with the arrow keys. */
export function ClaimList(props: {
  claims: readonly Claim[];
  words: readonly Quantifier[];
  chosen: string | undefined;
  onChoose: (id: string) => void;
}) {
  const { claims, words, chosen, onChoose } = props;
  const m = useMessages();
  const f = useFormat();
  const list = useRef<HTMLUListElement>(null);
  const reached = claims.some(({ id }) => id === chosen) ? chosen : claims[0]?.id;
  const walk = (event: KeyboardEvent, index: number) => {
    const to = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: claims.length - 1 }[event.key];
    const claim = claims[to ?? -1];
    if (!claim) return;
    event.preventDefault();
    onChoose(claim.id);
    list.current?.querySelectorAll<HTMLElement>('button')[to ?? 0]?.focus();
  };
  return (
    <ul ref={list} className="plain-list claim-list">
      {claims.map((claim, i) => (
        <li key={claim.id}>
          <button
            type="button"
            className={`claim-row ${claim.id === chosen ? 'chosen' : ''}`}
            aria-current={claim.id === chosen}
            tabIndex={claim.id === reached ? 0 : -1}
            onClick={() => onChoose(claim.id)}
            onKeyDown={(event) => walk(event, i)}
          >
            <span className="claim-number">{claim.number}</span>
            <span className="claim-statement">{claim.statement}</span>
            <span className="claim-verdict">
              <VerdictScale claim={claim} words={words} />
              <VerdictWords claim={claim} />
            </span>
            <span className="claim-meta">
              {groupName(claim.group, m)}
              {claim.assessment.problems.length > 0 && (
                <span className="claim-flag">
                  <Icon name="warning" />
                  {f.count(claim.assessment.problems.length, m.claims.problemForms)}
                </span>
              )}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
