import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { queries, type Outputs } from '../api.js';
import { upper } from '../comparison/group-fields.js';
import { useFormat, useMessages } from '../language.js';
import { operationSentence, word } from '../operation-sentence.js';
import { Read } from '../parts/read.js';
import type { PrintedBlock } from './report-types.js';

type Step = Outputs['report']['trace']['steps'][number];

/** Where a printed block comes from, as a chain: down to the transcript, the consent, the operation and the file. */
export function TraceView({ block }: { block: PrintedBlock }) {
  const { blockId } = block;
  const m = useMessages();
  const query = useQuery(queries.trace(blockId));
  return (
    <Read query={query}>
      {({ steps }) => (
        <>
          <ol className="plain-list trace">
            {steps.map((step, i) => (
              <li key={`${step.what} ${i}`}>
                <p className="trace-what">{m.report.steps[step.what]}</p>
                <TraceStep step={step} steps={steps} />
              </li>
            ))}
          </ol>
          <MadeOf block={block} />
        </>
      )}
    </Read>
  );
}

/** What a block that quotes nobody rests on: a claim, the codings, a class model, or nothing but the writer. */
function MadeOf({ block }: { block: PrintedBlock }) {
  const m = useMessages();
  switch (block.kind) {
    case 'prose':
      return <p className="hint">{m.report.ownWords}</p>;
    case 'claim':
      return (
        <p className="hint">
          {m.report.fromClaim}{' '}
          <Link to="/claims" search={{ claim: block.claim.id }}>
            {m.report.openClaim}
          </Link>
        </p>
      );
    case 'matrix':
      return (
        <p className="hint">
          {m.report.fromMatrix} <Link to="/comparison">{m.report.openMatrix}</Link>
        </p>
      );
    case 'classes':
      return (
        <p className="hint">
          {m.report.fromClasses}{' '}
          <Link to="/classes" search={{ model: block.model.id }}>
            {m.report.openClasses}
          </Link>
        </p>
      );
    case 'excerpt':
    case 'withheld':
      return null;
  }
}

const words = (value: Step['data'][string] | undefined) =>
  value === null || value === undefined ? '' : String(value);

function TraceStep({ step: { what, id, data }, steps }: { step: Step; steps: readonly Step[] }): ReactNode {
  const m = useMessages();
  const f = useFormat();
  switch (what) {
    case 'block':
      return (
        <p>
          {m.report.inChapter(
            upper(word(m.words.blockKind, words(data['kind']))),
            `${words(data['chapter'])} ${words(data['title'])}`.trim(),
          )}
        </p>
      );
    case 'passage':
      return (
        <p>
          {m.report.place(words(data['from']), words(data['to']), words(data['version']))}{' '}
          <Link to="/coding" search={{ source: id, from: words(data['from']), to: words(data['to']) }}>
            {m.comparison.toPlace}
          </Link>
        </p>
      );
    case 'source':
      return (
        <p>
          {words(data['title'])}, {word(m.words.sourceKind, words(data['kind']))}.{' '}
          <Link to="/transcripts" search={{ source: id }}>
            {m.report.openText}
          </Link>
        </p>
      );
    case 'participant':
      return (
        <p>
          {data['age'] === null
            ? words(data['pseudonym'])
            : m.comparison.nameAge(words(data['pseudonym']), Number(data['age']))}
          , {m.report.participantNumber(words(data['number']))}{' '}
          <Link to="/fieldwork" search={{ participant: id }}>
            {m.report.openPerson}
          </Link>
        </p>
      );
    case 'consent': {
      const person = steps.find((step) => step.what === 'participant');
      return (
        <p>
          {m.fieldwork.consentGiven(
            upper(word(m.words.scope, words(data['scope']))),
            f.date(words(data['givenAt'])),
          )}
          {data['withdrawnAt'] && (
            <strong className="wrong">
              , {m.fieldwork.consentWithdrawn(f.date(words(data['withdrawnAt'])))}
            </strong>
          )}
          {'. '}
          {person && (
            <Link to="/fieldwork" search={{ participant: person.id }}>
              {m.report.openConsent}
            </Link>
          )}
        </p>
      );
    }
    case 'operation':
      return (
        <p>
          {operationSentence(
            { seq: Number(data['seq']), kind: words(data['kind']), subject: words(data['subject']) },
            m,
          )}
          .{' '}
          <span className="hint">
            {m.report.operationBy(
              words(data['seq']),
              words(data['actor']),
              data['at'] ? f.time(words(data['at'])) : '',
            )}
          </span>
        </p>
      );
    case 'original': {
      const source = steps.find((step) => step.what === 'source');
      return (
        <p>
          {words(data['fileName'])}{' '}
          {source && words(data['hash']) !== '' && (
            <a href={`/files/originals/${source.id}`} download>
              {m.report.fetchOriginal}
            </a>
          )}
          {words(data['hash']) !== '' && <span className="trace-hash">SHA-256 {words(data['hash'])}</span>}
        </p>
      );
    }
  }
}
