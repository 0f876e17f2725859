import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries } from '../api.js';
import { useFormat, useMessages } from '../language.js';
import { Read } from '../parts/read.js';
import { Select } from '../parts/select.js';
import { Table } from '../parts/table.js';
import type { Model } from './model.js';

/** Respondents of a class, the most certain first: whom the fieldwork may ask. Rows as in the survey's answers, from 1. */
export function ClassRespondents({ model, names }: { model: Model; names: string[] }) {
  const m = useMessages();
  const f = useFormat();
  const [chosen, setChosen] = useState(String(model.fit.shares.length));
  const at = Number(chosen) - 1;
  const respondents = useQuery(queries.classRespondents({ id: model.id, class: at + 1, limit: 200 }));
  const next = (posterior: number[]) =>
    posterior
      .map((share, i) => ({ share, name: names[i] ?? '', i }))
      .filter(({ i }) => i !== at)
      .toSorted((a, b) => b.share - a.share)[0];
  return (
    <section>
      <h2>{m.classes.respondents}</h2>
      <div className="stack respondents-head">
        <Select
          label={m.classes.ofClass}
          bare
          value={chosen}
          options={names.map((name, i) => ({ value: String(i + 1), name }))}
          onChange={setChosen}
        />
      </div>
      <Read query={respondents} lines={8}>
        {({ total, rows }) => (
          <>
            <p className="hint">{m.classes.respondentsLead(f.count(total, m.words.counts.respondents))}</p>
            <div className="respondents">
              <Table
                caption={m.classes.respondents}
                dense
                rows={rows}
                rowKey={({ row }) => String(row)}
                columns={[
                  {
                    key: 'row',
                    name: m.classes.row,
                    heads: true,
                    number: true,
                    value: ({ row }) => row,
                    cell: ({ row }) => f.number(row + 1),
                  },
                  {
                    key: 'certainty',
                    name: m.classes.certainty,
                    number: true,
                    value: ({ posterior }) => posterior[at] ?? null,
                    cell: ({ posterior }) => f.percent(posterior[at] ?? NaN, 1),
                  },
                  {
                    key: 'next',
                    name: m.classes.otherClasses,
                    cell: ({ posterior }) => {
                      const second = next(posterior);
                      return second && second.share >= 0.005
                        ? `${second.name} ${f.percent(second.share)}`
                        : '–';
                    },
                  },
                ]}
              />
            </div>
          </>
        )}
      </Read>
    </section>
  );
}
