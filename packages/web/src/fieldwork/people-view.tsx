import { useMemo, useState } from 'react';
import { useFormat, useMessages } from '../language.js';
import { word } from '../operation-sentence.js';
import { useActions } from '../parts/actions.js';
import { Button } from '../parts/button.js';
import { Empty } from '../parts/empty.js';
import { SearchField } from '../parts/field.js';
import { Panes } from '../parts/panes.js';
import { Segmented } from '../parts/select.js';
import { Table, type Column } from '../parts/table.js';
import { useChoice } from '../routes.js';
import { Continuum } from './continuum.js';
import type { Fieldwork, Person } from './fieldwork-types.js';
import { lacks, MISSING, type Missing } from './missing.js';
import { NewPersonDialog } from './new-person-dialog.js';
import { PersonPane } from './person-pane.js';
import { useTrueValue } from './true-names.js';

const PLACE: Readonly<Record<string, number>> = { lower: 1, border: 2, higher: 3, unplaceable: 4 };

/** Everybody who took part, as a table; at the right everything about the one that is chosen. */
export function PeopleView({ fieldwork }: { fieldwork: Fieldwork }) {
  const m = useMessages();
  const f = useFormat();
  const [chosen, choose] = useChoice('participant');
  const [wanted, setWanted] = useState('');
  const [asked, setMissing] = useChoice('missing');
  const missing = MISSING.find((one) => one === asked) ?? 'all';
  const [adding, setAdding] = useState(false);
  const columns = usePeopleColumns(fieldwork);
  useActions([{ id: 'add-person', name: m.fieldwork.addPerson, keys: 'n', run: () => setAdding(true) }]);
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  const people = fieldwork.people.filter((person) => {
    if (missing !== 'all' && !lacks(person, missing)) return false;
    const all =
      ` ${columns.map((column) => String(column.value?.(person) ?? '')).join(' ')} ${wordsOf(person, m)}`.toLowerCase();
    return words.every((one) => all.includes(` ${one}`));
  });
  return (
    <Panes
      id="fieldwork"
      name={m.fieldwork.views.people}
      right={{
        name: m.fieldwork.person,
        width: 360,
        min: 360,
        children: chosen ? (
          <PersonPane key={chosen} id={chosen} fieldwork={fieldwork} onGone={() => choose(undefined)} />
        ) : (
          <div className="pane-body">
            <p className="hint">{m.fieldwork.choosePerson}</p>
          </div>
        ),
      }}
    >
      {fieldwork.people.length === 0 ? (
        <Empty
          title={m.fieldwork.noPeopleTitle}
          act={
            <Button look="main" keys="n" onPress={() => setAdding(true)}>
              {m.fieldwork.addPerson}
            </Button>
          }
        >
          <p>{m.fieldwork.noPeopleText}</p>
        </Empty>
      ) : (
        <>
          <div className="pane-head fieldwork-bar">
            <SearchField label={m.fieldwork.filter} value={wanted} onChange={setWanted} />
            <span className="fieldwork-count">
              {m.fieldwork.ofPersons(f.number(people.length), f.number(fieldwork.people.length))}
            </span>
            <Button keys="n" onPress={() => setAdding(true)}>
              {m.fieldwork.addPerson}
            </Button>
          </div>
          <MissingFilter people={fieldwork.people} missing={missing} onChange={setMissing} />
          <div className="fieldwork-table">
            <Table
              caption={m.fieldwork.views.people}
              columns={columns}
              rows={people}
              rowKey={({ id }) => id}
              chosen={chosen}
              onChoose={({ id }) => choose(id)}
              sorted={{ key: 'number', down: false }}
              rowClass={({ consent }) => (consent?.withdrawnAt ? 'withdrawn' : '')}
              fill
              dense
            />
          </div>
        </>
      )}
      {adding && <NewPersonDialog fieldwork={fieldwork} onClose={() => setAdding(false)} onAdded={choose} />}
    </Panes>
  );
}

/** Narrows the table to those who lack something. What nobody lacks is not offered. */
function MissingFilter(props: {
  people: readonly Person[];
  missing: Missing | 'all';
  onChange: (missing: Missing | undefined) => void;
}) {
  const { people, missing, onChange } = props;
  const m = useMessages();
  const f = useFormat();
  const options = MISSING.flatMap((value) => {
    const n = people.filter((person) => lacks(person, value)).length;
    return n > 0 || value === missing ? [{ value, name: m.fieldwork.missing[value](f.number(n)) }] : [];
  });
  if (options.length === 0) return null;
  return (
    <div className="fieldwork-missing">
      <Segmented<Missing | 'all'>
        label={m.fieldwork.missingLabel}
        value={missing}
        options={[{ value: 'all', name: m.fieldwork.missing.all }, ...options]}
        onChange={(value) => onChange(value === 'all' ? undefined : value)}
      />
    </div>
  );
}

type Messages = ReturnType<typeof useMessages>;

export function consentWord(
  { consent, interview }: Pick<Person, 'consent' | 'interview'>,
  m: Messages,
): string {
  if (consent?.withdrawnAt) return m.fieldwork.consentShort.withdrawn;
  if (consent) return m.fieldwork.consentShort[consent.scope];
  return interview ? m.fieldwork.consentShort.missing : m.fieldwork.consentShort.notYet;
}

/** The long words beside the short ones of the table, so that a search finds either. */
function wordsOf(person: Person, m: Messages): string {
  return [
    word(m.words.gender, person.gender),
    word(m.words.background, person.background),
    word(m.words.complexity, person.complexity ?? 'none'),
    person.situation,
  ].join(' ');
}

function usePeopleColumns({ sites }: Fieldwork): Column<Person>[] {
  const m = useMessages();
  const f = useFormat();
  const trueValue = useTrueValue();
  const siteNames = useMemo(() => new Map(sites.map(({ id, name }) => [id, name])), [sites]);
  const c = m.fieldwork.columns;
  const quiet = (text: string) => <span className="unknown">{text}</span>;
  return [
    { key: 'number', name: c.number, number: true, width: '44px', value: ({ number }) => number },
    { key: 'pseudonym', name: c.pseudonym, heads: true, value: ({ pseudonym }) => pseudonym },
    ...(trueValue.shown
      ? [
          {
            key: 'true',
            name: c.trueName,
            value: ({ id }: Person) => trueValue.of('participants', id, 'name') ?? '',
          },
        ]
      : []),
    {
      key: 'age',
      name: c.age,
      number: true,
      value: ({ age }) => age,
      cell: ({ age }) => (age === null ? quiet('–') : f.number(age)),
    },
    {
      key: 'phase',
      name: c.phase,
      value: ({ phase }) => (phase ? m.words.phaseShort[phase] : null),
      cell: ({ phase }) => (phase ? m.words.phaseShort[phase] : quiet('–')),
    },
    {
      key: 'gender',
      name: c.gender,
      value: ({ gender }) => (gender ? m.words.gender[gender] : null),
      cell: ({ gender }) => (gender ? m.words.gender[gender] : quiet('–')),
    },
    {
      key: 'channel',
      name: c.channel,
      value: ({ channel }) => (channel ? m.fieldwork.channelShort[channel] : null),
      cell: ({ channel }) => (channel ? m.fieldwork.channelShort[channel] : quiet('–')),
    },
    {
      key: 'site',
      name: c.site,
      value: ({ siteId }) => siteNames.get(siteId ?? '') ?? null,
      cell: ({ siteId }) => {
        const name = siteNames.get(siteId ?? '');
        return name ? (
          <span className="one-line" title={name}>
            {name}
          </span>
        ) : (
          quiet('–')
        );
      },
    },
    {
      key: 'complexity',
      name: c.complexity,
      value: ({ complexity }) => PLACE[complexity ?? ''] ?? null,
      cell: ({ complexity }) => <Continuum placement={complexity} />,
    },
    {
      key: 'consent',
      name: c.consent,
      value: (person) => consentWord(person, m),
      cell: (person) => (
        <span className={person.consent?.withdrawnAt || (!person.consent && person.interview) ? 'wrong' : ''}>
          {consentWord(person, m)}
        </span>
      ),
    },
    {
      key: 'interview',
      name: c.interview,
      value: ({ interview }) =>
        interview ? m.fieldwork.interviewShort[interview.state] : m.fieldwork.interviewShort.none,
      cell: ({ interview }) =>
        interview ? m.fieldwork.interviewShort[interview.state] : quiet(m.fieldwork.interviewShort.none),
    },
    {
      key: 'sources',
      name: c.sources,
      number: true,
      value: ({ sources }) => sources.length,
      cell: ({ sources }) => (sources.length > 0 ? f.number(sources.length) : quiet('–')),
    },
  ];
}
