import { useState } from 'react';
import { api } from '../api.js';
import { useChange } from '../change.js';
import { groupName } from '../comparison/group.js';
import { PassageList } from '../comparison/passage-list.js';
import type { Passage } from '../comparison/passage.js';
import { useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { Segmented } from '../parts/select.js';
import type { Claim } from './word-scale.js';

const SCOPES = ['group', 'all'] as const;

/** What was coded with the claim's codes, to be tied to it for or against. */
export function EvidenceFinder({ claim }: { claim: Claim }) {
  const m = useMessages();
  const [scope, setScope] = useState<(typeof SCOPES)[number]>('group');
  const tie = useChange(api.claims.addEvidence);
  const tied = new Map(
    claim.evidence.flatMap(({ passage, stance }) => (passage ? [[placeOf(passage), stance] as const] : [])),
  );
  const narrowed = Object.values(claim.group).some(Boolean);
  if (claim.codes.length === 0) return <p className="hint">{m.claims.noCodesToSearch}</p>;
  return (
    <>
      {narrowed && (
        <div className="finder-scope">
          <Segmented
            label={m.claims.finderScope}
            value={scope}
            options={[
              { value: 'group', name: m.claims.inGroup },
              { value: 'all', name: m.claims.everyone },
            ]}
            onChange={setScope}
          />
          <p className="hint">{groupName(claim.group, m)}</p>
        </div>
      )}
      <PassageList
        key={claim.id}
        wishes={[{ codes: claim.codes, group: scope === 'group' ? claim.group : {} }]}
        acts={(passage) => {
          const stance = tied.get(placeOf(passage));
          const coding = passage.codings[0];
          if (stance) return <span className="tag accent">{m.claims.tied[stance]}</span>;
          if (!coding) return null;
          return (['for', 'against'] as const).map((way) => (
            <Button
              key={way}
              small
              aria-label={m.claims.addAs[way]}
              isDisabled={tie.isPending}
              onPress={() => tie.mutate({ claimId: claim.id, codingId: coding.id, stance: way, note: '' })}
            >
              {m.claims.way[way]}
            </Button>
          ));
        }}
      />
    </>
  );
}

const placeOf = ({ sourceId, from, to }: Pick<Passage, 'sourceId' | 'from' | 'to'>) =>
  `${sourceId} ${from} ${to}`;
