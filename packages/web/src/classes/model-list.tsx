import { useMemo } from 'react';
import { useFormat, useMessages } from '../language.js';
import { Table, type Column } from '../parts/table.js';
import type { Model } from './model.js';

/** The models that were fitted; the one the study uses is marked. */
export function ModelList(props: { models: Model[]; chosen: string; onChoose: (model: Model) => void }) {
  const m = useMessages();
  const f = useFormat();
  const columns = useMemo<Column<Model>[]>(
    () => [
      {
        key: 'name',
        name: m.classes.model,
        heads: true,
        value: ({ name }) => name,
        cell: ({ name, starts, seed, chosen, fit, weightId }) => (
          <span className="model-name">
            {name}
            <span className="hint">
              {m.classes.search(f.number(starts), String(seed))},{' '}
              {weightId ? m.classes.weightedBy : m.classes.noWeight}
            </span>
            <span className="row model-tags">
              {chosen && <span className="tag accent">{m.classes.chosen}</span>}
              {fit.warnings.length > 0 && (
                <span className="tag wrong">{f.count(fit.warnings.length, m.words.counts.notes)}</span>
              )}
            </span>
          </span>
        ),
      },
      {
        key: 'bic',
        name: m.classes.bic,
        number: true,
        value: ({ fit }) => fit.bic,
        cell: ({ fit }) => f.number(fit.bic),
      },
    ],
    [m, f],
  );
  return (
    <Table
      caption={m.classes.models}
      columns={columns}
      rows={props.models}
      rowKey={({ id }) => id}
      chosen={props.chosen}
      onChoose={props.onChoose}
      fill
    />
  );
}
