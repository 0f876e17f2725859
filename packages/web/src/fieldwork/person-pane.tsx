import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { api, queries } from '../api.js';
import { useChange } from '../change.js';
import { useFormat, useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { ConfirmDialog } from '../parts/dialog.js';
import { useDraft } from '../parts/draft.js';
import { useImport } from '../parts/import-dialog.js';
import { Read } from '../parts/read.js';
import { Attributes } from './attributes.js';
import { Consents } from './consents.js';
import { GuideAnswers } from './guide-answers.js';
import { InterviewForm } from './interview-form.js';
import { Judgements } from './judgements.js';
import type { Fieldwork, Person } from './fieldwork-types.js';
import { canSave, PersonFields, type PersonDraft } from './person-fields.js';
import { RespondentLink } from './respondent-link.js';
import { useTrueValue } from './true-names.js';
import { TrueValuesForm } from './true-values-form.js';

/** Everything about one participant. */
export function PersonPane(props: { id: string; fieldwork: Fieldwork; onGone: () => void }) {
  const { id, fieldwork, onGone } = props;
  const m = useMessages();
  const query = useQuery(queries.person(id));
  const { shown } = useTrueValue();
  return (
    <Read query={query} lines={12}>
      {(file) => (
        <>
          <PersonHead person={file.person} fieldwork={fieldwork} />
          <div className="pane-body person-file">
            {shown && (
              <Part title={m.fieldwork.parts.key}>
                <TrueValuesForm about={{ table: 'participants', person: file.person }} />
                <RespondentLink person={file.person} />
              </Part>
            )}
            <Part title={m.fieldwork.parts.consent}>
              <Consents file={file} />
            </Part>
            <Part title={m.fieldwork.parts.complexity}>
              <Judgements file={file} />
            </Part>
            <Part title={m.fieldwork.parts.sources}>
              <Sources person={file.person} />
            </Part>
            <Part title={m.fieldwork.parts.interview}>
              <InterviewForm person={file.person} />
            </Part>
            <Part title={m.fieldwork.parts.facts}>
              <Facts person={file.person} fieldwork={fieldwork} onGone={onGone} />
            </Part>
            <Part title={m.fieldwork.parts.attributes}>
              <Attributes participantId={id} attributes={file.attributes} />
            </Part>
            <Part title={m.fieldwork.parts.guide}>
              <GuideAnswers file={file} topics={fieldwork.guideTopics} />
            </Part>
          </div>
        </>
      )}
    </Read>
  );
}

function PersonHead({ person, fieldwork }: { person: Person; fieldwork: Fieldwork }) {
  const m = useMessages();
  const trueValue = useTrueValue();
  const { id, number, pseudonym, age, siteId, channel } = person;
  const site = fieldwork.sites.find((one) => one.id === siteId)?.name;
  const known = trueValue.of('participants', id, 'name');
  const trueAge = trueValue.of('participants', id, 'age');
  return (
    <div className="pane-head person-head">
      <h2>
        <span className="person-number">{number}</span>{' '}
        {age === null ? pseudonym : m.comparison.nameAge(pseudonym, age)}
      </h2>
      <p className="hint">{site ?? (channel ? m.words.channel[channel] : '')}</p>
      {known && <p className="true-value">{m.fieldwork.trueIs(trueAge ? `${known}, ${trueAge}` : known)}</p>}
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="person-part">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Facts({ person, fieldwork, onGone }: { person: Person; fieldwork: Fieldwork; onGone: () => void }) {
  const m = useMessages();
  const [asking, setAsking] = useState(false);
  const { draft, set, dirty } = useDraft<PersonDraft>(factsOf(person));
  const save = useChange(api.fieldwork.saveParticipant);
  const remove = useChange(api.fieldwork.removeParticipant, { onDone: onGone });
  const able = dirty && canSave(draft);
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (able) save.mutate(draft);
      }}
    >
      <PersonFields draft={draft} set={set} sites={fieldwork.sites} />
      <div className="spread">
        <Button look="main" type="submit" isDisabled={!able}>
          {m.shell.save}
        </Button>
        <Button look="quiet" onPress={() => setAsking(true)}>
          {m.fieldwork.removePerson}
        </Button>
      </div>
      {asking && (
        <ConfirmDialog
          title={m.fieldwork.removePerson}
          text={m.fieldwork.removePersonText(person.pseudonym)}
          act={m.shell.remove}
          onYes={() => remove.mutate({ id: person.id })}
          onClose={() => setAsking(false)}
        />
      )}
    </form>
  );
}

function factsOf(person: Person): PersonDraft {
  const { id, number, pseudonym, age, phase, gender, channel, siteId, background, surveyClass, situation } =
    person;
  return { id, number, pseudonym, age, phase, gender, channel, siteId, background, surveyClass, situation };
}

function Sources({ person }: { person: Person }) {
  const m = useMessages();
  const f = useFormat();
  const openImport = useImport();
  return (
    <>
      {person.sources.length === 0 && <p className="hint">{m.fieldwork.noSources}</p>}
      <ul className="plain-list source-links">
        {person.sources.map(({ id, title, kind, codings }) => (
          <li key={id}>
            <span className="source-title">{title}</span>
            <span className="hint">
              {m.words.sourceKind[kind]}, {f.count(codings, m.words.counts.codings)}
            </span>
            <span className="source-acts">
              <Link to="/transcripts" search={{ source: id }}>
                {m.fieldwork.readText}
              </Link>
              <Link to="/coding" search={{ source: id }}>
                {m.fieldwork.codeText}
              </Link>
            </span>
          </li>
        ))}
      </ul>
      <div>
        <Button small onPress={() => openImport({ as: 'transcript', participantId: person.id })}>
          {m.fieldwork.importTranscript}
        </Button>
      </div>
    </>
  );
}
