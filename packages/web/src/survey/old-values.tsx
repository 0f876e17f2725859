import { labelOf, type ValueLabel } from '@bagom/core';
import { Button } from '../parts/button.js';
import { useFormat, useMessages } from '../language.js';
import { capital } from '../operation-sentence.js';
import { Table } from '../parts/table.js';
import type { Tried } from './survey.js';

type Old = Tried['old'][number];

/** The values that were answered, how often, and what each becomes. A press puts one into the rule being written. */
export function OldValues(props: {
  tried: Tried | undefined;
  labels: ValueLabel[];
  active: number;
  onTake: (value: number | string) => void;
}) {
  const { tried, labels, active, onTake } = props;
  const m = useMessages();
  const w = m.surveyWork.recode;
  const f = useFormat();
  const figure = (value: number | string) =>
    typeof value === 'number' ? f.number(value, Number.isInteger(value) ? 0 : 2) : value;
  const becomes = ({ to, untaken, userMissing }: Old) =>
    to === null ? (
      <span className="hint">{untaken && !userMissing ? w.noRule : w.noAnswer}</span>
    ) : (
      <span title={labelOf(labels, to)}>{figure(to)}</span>
    );
  return (
    <section className="recode-old">
      <h3>{w.old}</h3>
      <div className="recode-scroll">
        <Table
          caption={w.old}
          dense
          rows={tried?.old ?? []}
          rowKey={({ value }) => String(value)}
          rowClass={({ userMissing, to }) => (userMissing ? 'user-missing' : to === null ? 'untaken' : '')}
          columns={[
            {
              key: 'value',
              name: m.survey.value,
              heads: true,
              width: '5em',
              cell: ({ value }) => (
                <Button
                  small
                  look="quiet"
                  tabIndex={-1}
                  aria-label={w.take(figure(value), active + 1)}
                  onPress={() => onTake(value)}
                >
                  {figure(value)}
                </Button>
              ),
            },
            {
              key: 'label',
              name: m.survey.valueLabel,
              cell: ({ label, userMissing }) => (
                <>
                  {label}
                  {userMissing && <span className="tag">{w.countsAsMissing}</span>}
                </>
              ),
            },
            { key: 'n', name: m.survey.n, number: true, width: '4em', cell: ({ n }) => f.number(n) },
            { key: 'to', name: w.becomes, number: true, width: '5.5em', cell: becomes },
          ]}
        />
      </div>
      {(tried?.empty ?? 0) > 0 && (
        <p className="hint">
          {capital(w.empty)}: {f.number(tried!.empty)}
        </p>
      )}
    </section>
  );
}
