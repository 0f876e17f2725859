import { likeliestClass } from '@bagom/core';
import type { ReactNode } from 'react';
import type { Outputs } from '../api.js';
import { useFormat, useMessages } from '../language.js';
import { ClassMark } from '../parts/class-mark.js';
import { Icon } from '../parts/icon.js';
import { Table } from '../parts/table.js';
import { BANDS, bandRange } from './certainty-words.js';
import { PosteriorBar } from './posterior-bar.js';

type Found = Outputs['scoring']['score'];

/** What a model made of new people: which indicators were found, what it did not know, and who is in which class. */
export function ScoreResult({ found, accept }: { found: Found; accept: ReactNode }) {
  const { scoring: m, words } = useMessages();
  const f = useFormat();
  const { indicators, unanswered, unlike, rows } = found;
  const absent = indicators.filter(({ column }) => column === null).map(({ name }) => name);
  return (
    <div className="stack score-result">
      <div>
        <p>
          <Icon name={absent.length === 0 ? 'check' : 'warning'} />{' '}
          {m.matched(f.number(indicators.length - absent.length), f.number(indicators.length))}
        </p>
        {absent.length > 0 && <p className="wrong">{m.absent(f.list(absent))}</p>}
      </div>
      <Unknown found={found} accept={accept} />
      <section>
        <h3>{m.result(f.count(rows, words.counts.persons))}</h3>
        {unanswered > 0 && <p className="hint">{m.unanswered(f.count(unanswered, words.counts.persons))}</p>}
        {unlike > 0 && <p className="wrong">{m.unlike(f.count(unlike, words.counts.persons))}</p>}
        <Counts found={found} />
      </section>
      <First found={found} />
    </div>
  );
}

function Unknown({ found, accept }: { found: Found; accept: ReactNode }) {
  const { scoring: m } = useMessages();
  const f = useFormat();
  const strange = found.indicators.flatMap(({ name, column, unknown }) =>
    unknown.map((one) => ({ ...one, name, column })),
  );
  if (strange.length === 0) return null;
  return (
    <section>
      <h3>{m.unknownTitle}</h3>
      <p className="hint">{m.unknownLead}</p>
      <Table
        caption={m.unknownTitle}
        dense
        rows={strange}
        rowKey={({ name, value }) => `${name} ${value}`}
        columns={[
          { key: 'indicator', name: m.indicator, heads: true, value: ({ name }) => name },
          { key: 'column', name: m.column, cell: ({ column }) => column },
          { key: 'value', name: m.value, value: ({ value }) => value },
          {
            key: 'rows',
            name: m.rows,
            number: true,
            value: ({ rows }) => rows,
            cell: ({ rows }) => f.number(rows),
          },
          {
            key: 'first',
            name: m.firstRow,
            number: true,
            value: ({ firstRow }) => firstRow,
            cell: ({ firstRow }) => f.number(firstRow + 1),
          },
        ]}
      />
      {accept}
    </section>
  );
}

function Counts({ found: { counts, model } }: { found: Found }) {
  const { scoring: m, respondents } = useMessages();
  const f = useFormat();
  const total = counts.flat().reduce((a, b) => a + b, 0);
  const rows = counts.map((figures, k) => ({ k, figures, sum: figures.reduce((a, b) => a + b, 0) }));
  return (
    <Table
      caption={m.countsCaption}
      dense
      rows={rows}
      rowKey={({ k }) => String(k)}
      columns={[
        {
          key: 'class',
          name: m.inClass,
          heads: true,
          cell: ({ k }) => (
            <>
              <ClassMark index={k} /> {model.classNames[k]}
            </>
          ),
        },
        ...BANDS.map((band, b) => ({
          key: band,
          name: `${respondents.bands[band]} (${bandRange(band, f)})`,
          number: true,
          cell: ({ figures }: (typeof rows)[number]) => f.number(figures[b] ?? 0),
        })),
        {
          key: 'sum',
          name: respondents.all,
          number: true,
          cell: ({ sum }) => `${f.number(sum)} (${f.percent(total > 0 ? sum / total : NaN)})`,
        },
      ]}
    />
  );
}

function First({ found: { first, indicators, model } }: { found: Found }) {
  const { scoring: m, respondents } = useMessages();
  const f = useFormat();
  return (
    <details open>
      <summary>{m.firstRows(f.number(first.length))}</summary>
      <div className="score-first">
        <Table
          caption={m.firstRows(f.number(first.length))}
          dense
          fill
          rows={first}
          rowKey={({ row }) => String(row)}
          columns={[
            {
              key: 'row',
              name: m.row,
              number: true,
              width: '64px',
              value: ({ row }) => row,
              cell: ({ row }) => f.number(row + 1),
            },
            {
              key: 'respondent',
              name: m.respondent,
              heads: true,
              cell: ({ respondent }) => respondent ?? '–',
            },
            {
              key: 'class',
              name: m.inClass,
              value: ({ posterior }) => (posterior ? likeliestClass(posterior) : null),
              cell: ({ posterior, unlike }) => {
                if (!posterior) return m.noClass;
                const at = likeliestClass(posterior);
                return (
                  <>
                    <ClassMark index={at} /> {model.classNames[at]}{' '}
                    {unlike && <span className="tag">{m.unlikeMark}</span>}
                  </>
                );
              },
            },
            {
              key: 'posterior',
              name: respondents.probabilities,
              width: '32%',
              cell: ({ posterior }) =>
                posterior && <PosteriorBar posterior={posterior} names={model.classNames} />,
            },
            {
              key: 'certainty',
              name: respondents.certainty,
              number: true,
              value: ({ posterior }) => (posterior ? Math.max(...posterior) : null),
              cell: ({ posterior }) => (posterior ? f.number(Math.max(...posterior), 2) : '–'),
            },
            {
              key: 'answered',
              name: m.answered,
              number: true,
              value: ({ answered }) => answered,
              cell: ({ answered }) => `${f.number(answered)}/${f.number(indicators.length)}`,
            },
          ]}
        />
      </div>
    </details>
  );
}
