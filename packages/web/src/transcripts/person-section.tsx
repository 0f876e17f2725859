import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, queries, type Outputs } from '../api.js';
import { useChange } from '../change.js';
import { useFormat, useMessages } from '../language.js';
import { word } from '../operation-sentence.js';
import { Button } from '../parts/button.js';
import { FindDialog } from '../parts/find-dialog.js';
import { Read } from '../parts/read.js';
import type { SourceEntry } from '../parts/source-list.js';

type Fieldwork = Outputs['fieldwork']['read'];
type Person = Fieldwork['people'][number];

/** Who speaks in a text, with the facts of the interview; here one says who it is. */
export function PersonSection({ source }: { source: SourceEntry }) {
  const m = useMessages();
  const f = useFormat();
  const fieldwork = useQuery(queries.fieldwork());
  const change = useChange(api.transcripts.change);
  const [choosing, setChoosing] = useState(false);
  const words = m.transcripts;
  return (
    <Read query={fieldwork} lines={8}>
      {({ people, sites }) => {
        const person = people.find(({ id }) => id === source.participantId);
        return (
          <>
            <section className="margin-section">
              <h2>{person ? person.pseudonym : words.person}</h2>
              {person ? (
                <PersonFacts person={person} sites={sites} />
              ) : (
                <p className="hint">{words.unknown}</p>
              )}
              <div className="margin-acts">
                <Button small look={person ? 'plain' : 'main'} onPress={() => setChoosing(true)}>
                  {person ? words.changePerson : words.choosePerson}
                </Button>
                {person && (
                  <Link to="/fieldwork" search={{ participant: person.id }}>
                    {words.seePerson}
                  </Link>
                )}
              </div>
            </section>
            {person && <InterviewFacts person={person} />}
            {choosing && (
              <FindDialog
                title={words.choosePerson}
                lead={words.chooseLead(source.title)}
                placeholder={words.findPerson}
                none={words.nobodyFits}
                items={[
                  ...people.map((one) => ({
                    id: one.id,
                    name: one.pseudonym,
                    words: `${one.pseudonym} ${one.number} ${one.situation}`,
                    note: [
                      one.age === null ? null : words.years(f.number(one.age)),
                      one.sources.length > 0 ? f.count(one.sources.length, m.words.counts.sources) : null,
                    ]
                      .filter(Boolean)
                      .join(' · '),
                  })),
                  ...(person ? [{ id: '', name: words.untie }] : []),
                ]}
                onChoose={(id) => {
                  change.mutate({ id: source.id, participantId: id || null });
                  setChoosing(false);
                }}
                onClose={() => setChoosing(false)}
              />
            )}
          </>
        );
      }}
    </Read>
  );
}

function PersonFacts({ person, sites }: { person: Person; sites: Fieldwork['sites'] }) {
  const m = useMessages();
  const f = useFormat();
  const words = m.transcripts;
  const site = sites.find(({ id }) => id === person.siteId);
  const facts: [string, string | null][] = [
    [words.number, f.number(person.number)],
    [words.age, person.age === null ? null : words.years(f.number(person.age))],
    [words.phase, word(m.words.phaseShort, person.phase ?? 'none')],
    [words.complexity, word(m.words.complexity, person.complexity ?? 'none')],
    [words.gender, word(m.words.gender, person.gender ?? 'none')],
    [words.channel, word(m.words.channel, person.channel ?? 'none')],
    [words.site, site?.name ?? null],
  ];
  return (
    <>
      {person.situation && <p className="margin-lead">{person.situation}</p>}
      <Facts facts={facts} />
    </>
  );
}

function InterviewFacts({ person }: { person: Person }) {
  const m = useMessages();
  const f = useFormat();
  const words = m.transcripts;
  const { interview, consent } = person;
  const facts: [string, string | null][] = [
    [words.held, interview ? f.date(interview.heldAt) : null],
    [words.length, interview?.minutes ? words.minutes(f.number(interview.minutes)) : null],
    [words.place, interview?.place ?? null],
    [words.interviewer, interview?.interviewer ?? null],
    [
      words.consent,
      consent?.withdrawnAt
        ? words.withdrawn(f.date(consent.withdrawnAt))
        : consent
          ? word(m.words.scope, consent.scope)
          : words.noConsent,
    ],
  ];
  return (
    <section className="margin-section">
      <h2>{words.interview}</h2>
      {!interview && <p className="hint">{words.noInterview}</p>}
      <Facts facts={facts} />
    </section>
  );
}

function Facts({ facts }: { facts: [string, string | null][] }) {
  return (
    <dl className="facts">
      {facts.map(([name, value]) =>
        value ? (
          <div key={name} className="facts-row">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
