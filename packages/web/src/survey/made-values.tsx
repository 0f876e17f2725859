import { labelOf, type ValueLabel } from '@bagom/core';
import { useFormat, useMessages } from '../language.js';
import { capital } from '../operation-sentence.js';
import { TextField } from '../parts/field.js';
import { Table } from '../parts/table.js';
import type { Tried } from './survey.js';

/** The values that the rules make, how many get each, and what each means. */
export function MadeValues(props: {
  tried: Tried | undefined;
  labels: ValueLabel[];
  onLabels: (labels: ValueLabel[]) => void;
}) {
  const { tried, labels, onLabels } = props;
  const m = useMessages();
  const w = m.surveyWork.recode;
  const f = useFormat();
  const made = tried?.made ?? [];
  const valid = made.reduce((sum, { n }) => sum + n, 0);
  const figure = (value: number) => f.number(value, Number.isInteger(value) ? 0 : 2);
  const setLabel = (value: number, label: string) =>
    onLabels([...labels.filter((one) => one.value !== value), { value, label }]);
  return (
    <section className="recode-made">
      <h3>{w.made}</h3>
      <div className="recode-scroll" aria-live="polite">
        <Table
          caption={w.made}
          dense
          rows={made}
          rowKey={({ value }) => String(value)}
          columns={[
            {
              key: 'value',
              name: m.survey.value,
              number: true,
              heads: true,
              width: '4em',
              cell: ({ value }) => figure(value),
            },
            {
              key: 'label',
              name: m.survey.valueLabel,
              cell: ({ value }) => (
                <TextField
                  label={w.labelOf(figure(value))}
                  bare
                  value={labelOf(labels, value)}
                  onChange={(label) => setLabel(value, label)}
                />
              ),
            },
            { key: 'n', name: m.survey.n, number: true, width: '4.5em', cell: ({ n }) => f.number(n) },
            {
              key: 'share',
              name: m.survey.share,
              number: true,
              width: '5em',
              cell: ({ n }) => f.percent(n / valid, 1),
            },
          ]}
        />
      </div>
      <p className="hint">
        {capital(w.noAnswer)}: {f.number(tried?.missing ?? 0)}
      </p>
    </section>
  );
}
