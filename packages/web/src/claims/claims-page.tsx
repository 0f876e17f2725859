import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries } from '../api.js';
import { BlindCounts } from '../coding/coders/blind-counts.js';
import { useFormat, useMessages } from '../language.js';
import { useActions } from '../parts/actions.js';
import { Button } from '../parts/button.js';
import { Dialog } from '../parts/dialog.js';
import { Empty } from '../parts/empty.js';
import { Checkbox } from '../parts/field.js';
import { useKept } from '../parts/kept.js';
import { PageHeader } from '../parts/page-header.js';
import { Panes } from '../parts/panes.js';
import { Read } from '../parts/read.js';
import { useChoice } from '../routes.js';
import { ClaimForm } from './claim-form.js';
import { ClaimList } from './claim-list.js';
import { ClaimView } from './claim-view.js';
import './claims.css';
import { EvidenceFinder } from './evidence-finder.js';
import type { Claims } from './word-scale.js';

export function ClaimsPage() {
  const m = useMessages();
  const query = useQuery(queries.claims());
  const [, choose] = useChoice('claim');
  const [adding, setAdding] = useState(false);
  useActions([{ id: 'add-claim', name: m.claims.add, keys: 'n', run: () => setAdding(true) }]);
  return (
    <div className="page">
      <PageHeader station="claims" title={m.claims.title} lead={m.claims.lead}>
        <Button look="main" keys="n" onPress={() => setAdding(true)}>
          {m.claims.add}
        </Button>
      </PageHeader>
      <BlindCounts />
      <Read query={query} lines={12}>
        {(data) =>
          data.claims.length === 0 ? (
            <Empty title={m.claims.emptyTitle} example={<p className="reading">{m.claims.example}</p>}>
              <p>{m.claims.emptyText}</p>
            </Empty>
          ) : (
            <ClaimPanes data={data} />
          )
        }
      </Read>
      {adding && (
        <Dialog title={m.claims.add} onClose={() => setAdding(false)}>
          <ClaimForm
            claim={null}
            words={query.data?.quantifiers ?? []}
            onSaved={(id) => {
              choose(id);
              setAdding(false);
            }}
          />
        </Dialog>
      )}
    </div>
  );
}

function ClaimPanes({ data }: { data: Claims }) {
  const m = useMessages();
  const f = useFormat();
  const [chosen, choose] = useChoice('claim');
  const [weakOnly, showWeak] = useKept('claims.weak', false);
  const weak = data.claims.filter(({ assessment }) => assessment.problems.length > 0);
  const shown = weakOnly ? weak : data.claims;
  // The first claim stands open until another is chosen.
  const claim = data.claims.find(({ id }) => id === chosen) ?? shown[0];
  useActions([{ id: 'weak', name: m.claims.weakOnly, keys: 'f', run: () => showWeak(!weakOnly) }]);
  return (
    <Panes
      id="claims"
      name={m.claims.title}
      left={{
        name: m.claims.list,
        width: 380,
        min: 280,
        children: (
          <>
            <div className="pane-head claim-bar">
              <Checkbox checked={weakOnly} onChange={showWeak}>
                {m.claims.weakOnly}
              </Checkbox>
              <span className="hint">
                {m.shell.ofTotal(f.number(weak.length), f.number(data.claims.length))}
              </span>
            </div>
            {shown.length === 0 ? (
              <p className="hint pane-body">{m.claims.noneWeak}</p>
            ) : (
              <ClaimList claims={shown} words={data.quantifiers} chosen={claim?.id} onChoose={choose} />
            )}
          </>
        ),
      }}
      right={{
        name: m.claims.finder,
        width: 380,
        children: (
          <>
            <div className="pane-head">
              <h2 className="cell-name">{m.claims.finder}</h2>
            </div>
            <div className="pane-body">
              {claim ? (
                <EvidenceFinder key={claim.id} claim={claim} />
              ) : (
                <p className="hint">{m.claims.finderHint}</p>
              )}
            </div>
          </>
        ),
      }}
    >
      {claim ? (
        <ClaimView key={claim.id} claim={claim} all={data} onGone={() => choose(undefined)} />
      ) : (
        <div className="pane-body">
          <p className="hint">{m.claims.chooseHint}</p>
        </div>
      )}
    </Panes>
  );
}
