import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queries } from '../api.js';
import { useChange } from '../change.js';
import { groupName } from '../comparison/group.js';
import { PassageQuote } from '../comparison/passage.js';
import { useFormat, useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { ConfirmDialog } from '../parts/dialog.js';
import { Icon } from '../parts/icon.js';
import { ClaimForm } from './claim-form.js';
import { Literature } from './literature.js';
import { VerdictScale, VerdictWords } from './verdict-scale.js';
import { couldSay, type Claim, type Claims } from './word-scale.js';

/** A claim opened: what it says, what its evidence carries, the evidence itself, and the literature it is read against. */
export function ClaimView({ claim, all, onGone }: { claim: Claim; all: Claims; onGone: () => void }) {
  const m = useMessages();
  const f = useFormat();
  const [asking, setAsking] = useState(false);
  const remove = useChange(api.claims.remove, { onDone: onGone });
  const { problems } = claim.assessment;
  const stronger = couldSay(claim, all.quantifiers);
  return (
    <div className="pane-body claim-open">
      <section className="claim-head">
        <h2 className="claim-said">
          <span className="claim-number">{claim.number}</span>
          {claim.statement}
        </h2>
        <VerdictScale claim={claim} words={all.quantifiers} named />
        <p className="claim-told">
          <VerdictWords claim={claim} />. {m.claims.among(groupName(claim.group, m))}
        </p>
        {stronger !== null && <p className="hint">{m.claims.carriesMore(f.quote(stronger))}</p>}
        {claim.surveyFigure && (
          <p className="hint">
            {m.claims.survey}: {claim.surveyFigure}
          </p>
        )}
        {problems.length > 0 && (
          <ul className="plain-list claim-problems" aria-label={m.claims.problems}>
            {problems.map((problem) => (
              <li key={problem}>
                <Icon name="warning" />
                {m.words.claimProblem[problem]}
              </li>
            ))}
          </ul>
        )}
      </section>
      <Voices claim={claim} />
      <EvidenceList claim={claim} stance="for" />
      <EvidenceList claim={claim} stance="against" />
      <Literature claim={claim} references={all.references} />
      <section className="person-part">
        <h3>{m.claims.edit}</h3>
        <ClaimForm claim={claim} words={all.quantifiers} />
        <div>
          <Button look="quiet" onPress={() => setAsking(true)}>
            {m.claims.remove}
          </Button>
        </div>
      </section>
      {asking && (
        <ConfirmDialog
          title={m.claims.remove}
          text={m.claims.removeText}
          act={m.shell.remove}
          onYes={() => remove.mutate({ id: claim.id })}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}

/** Who of the group says it, and who does not: the counter-cases are found among the latter. */
function Voices({ claim }: { claim: Claim }) {
  const m = useMessages();
  const f = useFormat();
  const fieldwork = useQuery(queries.fieldwork());
  const { persons, against } = claim.assessment;
  const group = (fieldwork.data?.people ?? []).filter(
    (person) =>
      person.sources.some(({ codings }) => codings > 0) &&
      (['phase', 'complexity', 'gender', 'background', 'channel'] as const).every(
        (axis) => !claim.group[axis] || person[axis] === claim.group[axis],
      ),
  );
  const saying = group.filter(({ id }) => persons.includes(id));
  const silent = group.filter(({ id }) => !persons.includes(id));
  const names = (people: typeof group) =>
    people.map(({ id, pseudonym, sources }, i) => (
      <span key={id}>
        {i > 0 && ', '}
        <Link to="/coding" search={{ source: sources.find(({ codings }) => codings > 0)?.id ?? '' }}>
          {pseudonym}
        </Link>
        {against.includes(id) && <span className="hint"> ({m.words.stance.against})</span>}
      </span>
    ));
  return (
    <dl className="voices">
      <div>
        <dt>{m.claims.saying(f.number(saying.length))}</dt>
        <dd>{saying.length > 0 ? names(saying) : m.shell.none}</dd>
      </div>
      <div>
        <dt>{m.claims.silent(f.number(silent.length))}</dt>
        <dd>{silent.length > 0 ? names(silent) : m.shell.none}</dd>
      </div>
    </dl>
  );
}

function EvidenceList({ claim, stance }: { claim: Claim; stance: 'for' | 'against' }) {
  const m = useMessages();
  const f = useFormat();
  const remove = useChange(api.claims.removeEvidence);
  const turn = useChange(api.claims.addEvidence);
  const evidence = claim.evidence.filter((one) => one.stance === stance);
  const persons = new Set(evidence.map(({ passage }) => passage?.participantId)).size;
  return (
    <section className="person-part">
      <h3>
        {stance === 'for' ? m.claims.evidenceFor : m.claims.evidenceAgainst}
        {evidence.length > 0 && (
          <span className="heading-note">{f.count(persons, m.words.counts.persons)}</span>
        )}
      </h3>
      {evidence.length === 0 && (
        <p className="hint">{stance === 'for' ? m.claims.noneFor : m.claims.noneAgainst}</p>
      )}
      {evidence.map((row) => (
        <div key={row.id}>
          {row.passage ? (
            <PassageQuote
              passage={row.passage}
              named
              acts={
                <>
                  <Button
                    small
                    look="quiet"
                    onPress={() =>
                      turn.mutate({
                        claimId: claim.id,
                        codingId: row.codingId,
                        stance: stance === 'for' ? 'against' : 'for',
                        note: row.note,
                      })
                    }
                  >
                    {stance === 'for' ? m.claims.speaksAgainst : m.claims.speaksFor}
                  </Button>
                  <Button
                    small
                    look="quiet"
                    icon
                    label={m.claims.untie}
                    onPress={() => remove.mutate({ id: row.id })}
                  >
                    <Icon name="trash" />
                  </Button>
                </>
              }
            />
          ) : (
            <p className="wrong">{m.claims.passageGone}</p>
          )}
          {row.note && <p className="hint">{row.note}</p>}
        </div>
      ))}
    </section>
  );
}
