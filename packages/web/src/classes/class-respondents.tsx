import { likeliestClass } from '@bagom/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { queries, type Outputs } from '../api.js';
import { useFormat, useMessages } from '../language.js';
import { useActions } from '../parts/actions.js';
import { Button } from '../parts/button.js';
import { ClassMark } from '../parts/class-mark.js';
import { Read } from '../parts/read.js';
import { Segmented } from '../parts/select.js';
import { Table, type Column } from '../parts/table.js';
import { AnswerFilter, type Answered } from './answer-filter.js';
import { BandCounts, type Narrowed } from './band-counts.js';
import { InvitationDialog } from './invitation-dialog.js';
import type { Model } from './model.js';
import { PosteriorBar } from './posterior-bar.js';
import { RespondentAnswers } from './respondent-answers.js';
import './respondents.css';

type Row = Outputs['respondents']['read']['rows'][number];
const LIMIT = 5_000;

/** Everybody the model was fitted on, with the probability of each class: who they are, how sure that is, whom to invite. */
export function ClassRespondents({ model, names }: { model: Model; names: string[] }) {
  const m = useMessages();
  const f = useFormat();
  const survey = useQuery(queries.survey());
  const [narrowed, setNarrowed] = useState<Narrowed>({ inClass: null, band: null });
  const [where, setWhere] = useState<Answered[]>([]);
  const [order, setOrder] = useState<'surest' | 'leastSure'>('surest');
  const [opened, setOpened] = useState<Row | null>(null);
  const [inviting, setInviting] = useState(false);
  const list = useQuery(
    queries.respondents({
      id: model.id,
      ...(narrowed.inClass === null ? {} : { class: narrowed.inClass }),
      ...(narrowed.band === null ? {} : { band: narrowed.band }),
      where: where.map(({ variableId, answer }) => ({ variableId, answer })),
      reverse: order === 'leastSure',
      limit: LIMIT,
    }),
  );
  const invite = () => setInviting(true);
  useActions([{ id: 'invite', name: m.respondents.invite, keys: 'i', run: invite }]);
  const columns = useRespondentColumns(names);
  const nameOf = ({ row, respondent }: Row) =>
    respondent === null ? m.respondents.rowName(f.number(row + 1)) : m.respondents.respondentName(respondent);
  const variables = survey.data?.variables.filter(({ waveId }) => waveId === model.waveId) ?? [];
  return (
    <section className="respondents">
      <div className="spread">
        <div>
          <h2>{m.respondents.title}</h2>
          <p className="hint">{m.respondents.lead}</p>
        </div>
        <Button look="main" keys="i" onPress={invite}>
          {m.respondents.invite}
        </Button>
      </div>
      <Read query={list} lines={12}>
        {({ counts, rows, total }) => (
          <>
            <BandCounts counts={counts} names={names} narrowed={narrowed} onNarrow={setNarrowed} />
            <p className="hint">{m.respondents.countsHint}</p>
            <div className="row respondents-bar">
              <AnswerFilter variables={variables} where={where} onChange={setWhere} />
              <Segmented
                label={m.respondents.order}
                value={order}
                options={[
                  { value: 'surest', name: m.respondents.surest },
                  { value: 'leastSure', name: m.respondents.leastSure },
                ]}
                onChange={setOrder}
              />
              <span className="hint" role="status">
                {rows.length < total
                  ? m.respondents.cut(f.number(rows.length), f.number(total))
                  : m.respondents.shown(f.count(total, m.words.counts.respondents))}
              </span>
            </div>
            {rows.length === 0 ? (
              <p>{m.respondents.none}</p>
            ) : (
              <div className="respondents-table">
                <Table
                  // Another order is another list: it is read from its beginning.
                  key={order}
                  caption={m.respondents.title}
                  columns={columns}
                  rows={rows}
                  rowKey={({ row }) => String(row)}
                  chosen={opened ? String(opened.row) : undefined}
                  onChoose={setOpened}
                  fill
                  dense
                />
              </div>
            )}
          </>
        )}
      </Read>
      {opened && (
        <RespondentAnswers
          model={model}
          names={names}
          row={opened.row}
          name={nameOf(opened)}
          posterior={opened.posterior}
          onClose={() => setOpened(null)}
        />
      )}
      {inviting && survey.data && (
        <InvitationDialog
          model={model}
          names={names}
          variables={variables}
          first={narrowed.inClass ?? names.length}
          onClose={() => setInviting(false)}
        />
      )}
    </section>
  );
}

function useRespondentColumns(names: readonly string[]): Column<Row>[] {
  const m = useMessages();
  const f = useFormat();
  return useMemo(() => {
    const placed = ({ posterior }: Row) => likeliestClass(posterior);
    const certainty = (row: Row) => row.posterior[placed(row)] ?? 0;
    return [
      {
        key: 'row',
        name: m.respondents.row,
        number: true,
        width: '70px',
        value: ({ row }) => row,
        cell: ({ row }) => f.number(row + 1),
      },
      {
        key: 'respondent',
        name: m.respondents.respondent,
        heads: true,
        value: ({ respondent, row }) => respondent ?? row,
        cell: ({ respondent }) => respondent ?? '–',
      },
      {
        key: 'class',
        name: m.respondents.inClass,
        value: (row) => placed(row),
        cell: (row) => (
          <span className="no-break">
            <ClassMark index={placed(row)} /> {names[placed(row)]}
          </span>
        ),
      },
      {
        key: 'posterior',
        name: m.respondents.probabilities,
        width: '34%',
        cell: ({ posterior }) => <PosteriorBar posterior={posterior} names={names} />,
      },
      {
        key: 'certainty',
        name: m.respondents.certainty,
        number: true,
        value: certainty,
        cell: (row) => f.number(certainty(row), 2),
      },
      {
        key: 'second',
        name: m.respondents.second,
        cell: (row) => {
          const second = row.posterior
            .map((share, k) => ({ share, k }))
            .filter(({ k }) => k !== placed(row))
            .toSorted((a, b) => b.share - a.share)[0];
          return second && second.share >= 0.005 ? `${names[second.k]} ${f.number(second.share, 2)}` : '–';
        },
      },
    ];
  }, [m, f, names]);
}
