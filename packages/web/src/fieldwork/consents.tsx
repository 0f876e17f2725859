import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queries } from '../api.js';
import { useChange } from '../change.js';
import { upper } from '../comparison/group-fields.js';
import { useFormat, useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { ConfirmDialog } from '../parts/dialog.js';
import { DateField } from '../parts/date-field.js';
import { Icon } from '../parts/icon.js';
import { Select } from '../parts/select.js';
import type { PersonFile } from './fieldwork-types.js';

type Consent = PersonFile['consents'][number];
const SCOPES = ['quote', 'use', 'none'] as const;

/** Today where the researcher sits, as a date of the ISO form. */
export const today = () => new Intl.DateTimeFormat('sv-SE').format(new Date());

/** Consent as it was signed, and as it was taken back. */
export function Consents({ file }: { file: PersonFile }) {
  const m = useMessages();
  const f = useFormat();
  const { person, consents } = file;
  const [giving, setGiving] = useState(false);
  const [withdrawing, setWithdrawing] = useState<Consent | null>(null);
  const remove = useChange(api.fieldwork.removeConsent);
  const holds = consents.find(({ withdrawnAt }) => withdrawnAt === null);
  return (
    <>
      {consents.length === 0 && (
        <p className={person.interview ? 'wrong said-wrong' : 'hint'}>
          {person.interview ? m.fieldwork.consentMissing : m.fieldwork.noConsentYet}
        </p>
      )}
      <ul className="plain-list consent-list">
        {consents.map((consent) => (
          <li key={consent.id} className={consent.withdrawnAt ? 'withdrawn' : ''}>
            <span>
              <Icon name={consent.withdrawnAt ? 'close' : 'check'} />
              {m.fieldwork.consentGiven(upper(m.words.scope[consent.scope]), f.date(consent.givenAt))}
              {consent.withdrawnAt && (
                <strong className="wrong">
                  {' '}
                  {m.fieldwork.consentWithdrawn(f.date(consent.withdrawnAt))}
                </strong>
              )}
            </span>
            {!consent.withdrawnAt && (
              <div className="consent-acts">
                {/* Only the newest counts: to withdraw an older one would change nothing. */}
                {consent.id === person.consent?.id && (
                  <Button small look="quiet" onPress={() => setWithdrawing(consent)}>
                    {m.fieldwork.withdraw}
                  </Button>
                )}
                <Button
                  small
                  icon
                  look="quiet"
                  label={m.fieldwork.removeConsent}
                  isDisabled={remove.isPending}
                  onPress={() => remove.mutate({ id: consent.id })}
                >
                  <Icon name="trash" />
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {giving ? (
        <GiveConsent participantId={person.id} onDone={() => setGiving(false)} />
      ) : (
        <div>
          <Button small look={holds ? 'quiet' : 'plain'} onPress={() => setGiving(true)}>
            {holds ? m.fieldwork.giveOther : m.fieldwork.give}
          </Button>
        </div>
      )}
      {withdrawing && <Withdraw consent={withdrawing} file={file} onClose={() => setWithdrawing(null)} />}
    </>
  );
}

function GiveConsent({ participantId, onDone }: { participantId: string; onDone: () => void }) {
  const m = useMessages();
  const [givenAt, setGivenAt] = useState(today);
  const [scope, setScope] = useState<(typeof SCOPES)[number]>('quote');
  const give = useChange(api.fieldwork.giveConsent, { onDone });
  return (
    <form
      className="inline-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (givenAt) give.mutate({ participantId, givenAt, scope });
      }}
    >
      <DateField label={m.fieldwork.signedAt} value={givenAt} onChange={setGivenAt} />
      <Select
        label={m.fieldwork.scope}
        value={scope}
        options={SCOPES.map((value) => ({ value, name: m.words.scope[value] }))}
        onChange={setScope}
      />
      <div className="row">
        <Button look="main" type="submit" isDisabled={!givenAt || give.isPending}>
          {m.shell.save}
        </Button>
        <Button look="quiet" onPress={onDone}>
          {m.shell.cancel}
        </Button>
      </div>
    </form>
  );
}

/** Says what withdrawing means before it is done: how many printed excerpts are held back from then on. */
function Withdraw({ consent, file, onClose }: { consent: Consent; file: PersonFile; onClose: () => void }) {
  const m = useMessages();
  const f = useFormat();
  const report = useQuery(queries.report());
  const withdraw = useChange(api.fieldwork.withdrawConsent);
  // Excerpts of a report that is already out are published as they stand: they are not held back.
  const held = new Set(
    file.person.sources.filter(({ kind }) => kind === 'transcript').map((source) => source.id),
  );
  const quoted = (report.data?.chapters ?? [])
    .flatMap(({ blocks }) => blocks)
    .filter((block) => block.kind === 'excerpt' && held.has(block.provenance.sourceId)).length;
  const published = file.person.sources.some(({ kind }) => kind === 'excerpt');
  return (
    <ConfirmDialog
      title={m.fieldwork.withdrawTitle(file.person.pseudonym)}
      text={[
        m.fieldwork.withdrawText(file.person.pseudonym, f.count(quoted, m.words.counts.excerpts)),
        ...(published ? [m.fieldwork.withdrawPublished] : []),
        ...(file.person.channel === 'respondent' ? [m.invitations.withdrawStays] : []),
      ].join(' ')}
      act={m.fieldwork.withdraw}
      onYes={() => withdraw.mutate({ id: consent.id, withdrawnAt: today() })}
      onClose={onClose}
    />
  );
}
