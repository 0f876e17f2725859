import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queries, type Outputs } from '../api.js';
import { useChange } from '../change.js';
import { useFormat, useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { TextField } from '../parts/field.js';
import { Read } from '../parts/read.js';
import { Segmented } from '../parts/select.js';
import { Table } from '../parts/table.js';
import { readRule } from './rule-text.js';
import type { Wave } from './survey.js';

type Missing = Outputs['survey']['missing'];

/** Who has how many missing answers, what is missing together, and one rule for values that are no answer anywhere. */
export function MissingView({ wave }: { wave: Wave }) {
  const m = useMessages();
  const w = m.surveyWork.missing;
  const f = useFormat();
  const [of, setOf] = useState<'indicators' | 'all'>('indicators');
  return (
    <div className="pane-body missing-view">
      <Read query={useQuery(queries.missing({ waveId: wave.id, of }))}>
        {(table) => (
          <>
            <header className="work-head">
              <h2>{w.title}</h2>
              <Segmented
                label={w.of}
                value={of}
                options={[
                  { value: 'indicators', name: w.indicators },
                  { value: 'all', name: w.all },
                ]}
                onChange={setOf}
              />
            </header>
            <MissingRule wave={wave} />
            {table.variables.length === 0 ? (
              <p>{w.none}</p>
            ) : (
              <>
                <p className="hint">
                  {w.lead(
                    f.count(
                      table.variables.length,
                      m.words.counts[of === 'all' ? 'variables' : 'indicators'],
                    ),
                  )}
                </p>
                <ByVariable table={table} respondents={wave.respondents} />
                <ByPerson table={table} respondents={wave.respondents} />
                <Patterns table={table} respondents={wave.respondents} />
              </>
            )}
          </>
        )}
      </Read>
    </div>
  );
}

function ByVariable({ table, respondents }: { table: Missing; respondents: number }) {
  const m = useMessages();
  const w = m.surveyWork.missing;
  const f = useFormat();
  return (
    <Table
      caption={w.title}
      dense
      rows={table.variables}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          name: w.variable,
          heads: true,
          value: ({ name }) => name,
          cell: ({ name, label }) => (
            <>
              {label || name} {label && <span className="variable-code-word">{name}</span>}
            </>
          ),
        },
        {
          key: 'valid',
          name: w.valid,
          number: true,
          width: '5em',
          value: ({ valid }) => valid,
          cell: ({ valid }) => f.number(valid),
        },
        {
          key: 'system',
          name: w.system,
          number: true,
          width: '5em',
          value: ({ system }) => system,
          cell: ({ system }) => f.number(system),
        },
        {
          key: 'user',
          name: w.user,
          number: true,
          width: '7em',
          value: ({ user }) => user,
          cell: ({ user }) => f.number(user),
        },
        {
          key: 'share',
          name: w.share,
          number: true,
          width: '5em',
          value: ({ system, user }) => system + user,
          cell: ({ system, user }) => f.percent((system + user) / respondents, 1),
        },
      ]}
    />
  );
}

function ByPerson({ table, respondents }: { table: Missing; respondents: number }) {
  const m = useMessages();
  const w = m.surveyWork.missing;
  const f = useFormat();
  const rows = table.persons.map((n, lacking) => ({ n, lacking })).filter(({ n }) => n > 0);
  return (
    <section>
      <h3>{w.persons}</h3>
      <Table
        caption={w.persons}
        dense
        rows={rows}
        rowKey={({ lacking }) => String(lacking)}
        columns={[
          {
            key: 'lacking',
            name: w.lacking,
            number: true,
            heads: true,
            width: '6em',
            cell: ({ lacking }) => f.number(lacking),
          },
          { key: 'n', name: w.personsCount, number: true, width: '7em', cell: ({ n }) => f.number(n) },
          {
            key: 'share',
            name: m.survey.share,
            cell: ({ n }) => (
              <span className="share-line">
                <span className="share-line-bar" style={{ width: `${(70 * n) / respondents}%` }} />
                {f.percent(n / respondents, 1)}
              </span>
            ),
          },
        ]}
      />
    </section>
  );
}

function Patterns({ table, respondents }: { table: Missing; respondents: number }) {
  const m = useMessages();
  const w = m.surveyWork.missing;
  const f = useFormat();
  const { patterns, patternCount, variables } = table;
  const words = (missing: boolean[]) => {
    const names = variables.filter((_, i) => missing[i]).map(({ name }) => name);
    return names.length === 0 ? w.complete : names.join(', ');
  };
  const rows = patterns.map((pattern, at) => ({ ...pattern, at }));
  return (
    <section>
      <h3>{w.patterns}</h3>
      <p className="hint">
        {patterns.length < patternCount
          ? w.patternsHint(f.number(patterns.length), f.number(patternCount))
          : w.patternsAll(f.number(patternCount))}
      </p>
      <Table
        caption={w.patterns}
        dense
        rows={rows}
        rowKey={({ at }) => String(at)}
        columns={[
          {
            key: 'sketch',
            name: <span className="out-of-sight">{w.patterns}</span>,
            label: w.patterns,
            width: `${Math.min(240, 12 + variables.length * 8)}px`,
            cell: ({ missing }) => (
              <span className="missing-sketch" aria-hidden="true">
                {missing.map((one, i) => (
                  <span key={i} className={one ? 'gone' : ''} title={variables[i]?.name} />
                ))}
              </span>
            ),
          },
          { key: 'words', name: w.pattern, heads: true, cell: ({ missing }) => words(missing) },
          { key: 'n', name: w.personsCount, number: true, width: '6em', cell: ({ n }) => f.number(n) },
          {
            key: 'share',
            name: m.survey.share,
            number: true,
            width: '5em',
            cell: ({ n }) => f.percent(n / respondents, 1),
          },
        ]}
      />
    </section>
  );
}

/** One rule for all variables of the wave: where it would reach is shown before it is set. */
function MissingRule({ wave }: { wave: Wave }) {
  const m = useMessages();
  const w = m.surveyWork.missing;
  const f = useFormat();
  const [text, setText] = useState('');
  const read = text.trim() === '' ? null : readRule(text, { words: false, whole: false });
  const one = read?.length === 1 ? read[0] : undefined;
  const rule = {
    waveId: wave.id,
    values: (one?.values ?? []) as number[],
    range: one?.range ?? null,
  };
  const found = useQuery({ ...queries.missingRule({ ...rule, dryRun: true }), enabled: one !== undefined });
  const change = useChange(api.survey.missingRule, { onDone: () => setText('') });
  const variables = one && found.data ? found.data.variables : [];
  const answers = variables.flatMap(({ values }) => values).reduce((sum, { n }) => sum + n, 0);
  const set = () => {
    if (variables.length > 0) change.mutate({ ...rule, dryRun: false });
  };
  return (
    <details className="missing-rule">
      <summary>{w.rule}</summary>
      <div className="row end">
        <TextField
          label={w.ruleValues}
          value={text}
          onChange={setText}
          hint={w.ruleHint}
          wrong={text.trim() !== '' && !one ? w.notUnderstood : null}
        />
        <Button look="main" isDisabled={variables.length === 0 || change.isPending} onPress={set}>
          {w.act}
        </Button>
      </div>
      <div aria-live="polite">
        {one && found.data && (
          <p className="hint">
            {variables.length === 0
              ? w.findNone
              : w.find(f.count(variables.length, m.words.counts.variables), f.count(answers, w.answers))}
          </p>
        )}
        {variables.length > 0 && (
          <p className="hint">
            {variables
              .map(
                ({ name, values }) =>
                  `${name} (${values.map(({ value }) => f.number(value, Number.isInteger(value) ? 0 : 2)).join(', ')})`,
              )
              .join(' · ')}
          </p>
        )}
      </div>
    </details>
  );
}
