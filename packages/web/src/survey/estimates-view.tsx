import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries } from '../api.js';
import { useMessages } from '../language.js';
import { Read } from '../parts/read.js';
import { Segmented, Select } from '../parts/select.js';
import { useChoice } from '../routes.js';
import { EstimatesTable } from './estimates-table.js';
import { canGroup, type Variable } from './survey.js';

const NONE = 'none';

/** Shares and means of a variable, or of all indicators, with their intervals; by the groups of another where one is chosen. */
export function EstimatesView({ variable, variables }: { variable: Variable; variables: Variable[] }) {
  const m = useMessages();
  const w = m.surveyWork.tables;
  const [by, setBy] = useChoice('by');
  const [of = 'variable', setOf] = useChoice('of');
  const [figure, setFigure] = useState<'share' | 'mean' | null>(null);
  const indicators = variables.filter(({ role }) => role === 'indicator').slice(0, 40);
  const several = of === 'indicators' && indicators.length > 0;
  const group = variables.find(({ id }) => id === by);
  const groupId = group && (several || group.id !== variable.id) ? group.id : null;
  const number = !several && variable.kind === 'number';
  const read = useQuery(
    queries.estimates({
      variables: several ? indicators.map(({ id }) => id) : [variable.id],
      by: groupId,
      figure: number ? figure : null,
    }),
  );
  return (
    <div className="pane-body variable-view">
      <div className="work-controls">
        {indicators.length > 0 && (
          <Segmented
            label={w.of}
            bare={false}
            value={several ? 'indicators' : 'variable'}
            options={[
              { value: 'variable', name: w.thisVariable },
              { value: 'indicators', name: w.indicators },
            ]}
            onChange={(next) => setOf(next === 'indicators' ? next : undefined)}
          />
        )}
        <Select
          label={w.by}
          value={groupId ?? NONE}
          options={[
            { value: NONE, name: w.noBy },
            ...variables.filter(canGroup).map(({ id, label, name }) => ({ value: id, name: label || name })),
          ]}
          onChange={(id) => setBy(id === NONE ? undefined : id)}
        />
        {number && (
          <Segmented
            label={w.figure}
            bare={false}
            value={figure ?? read.data?.tables[0]?.figure ?? 'share'}
            options={[
              { value: 'share', name: w.share },
              { value: 'mean', name: w.mean },
            ]}
            onChange={setFigure}
          />
        )}
      </div>
      {!several && <h2>{variable.label || variable.name}</h2>}
      <Read query={read}>
        {(answer) => (
          <EstimatesTable answer={answer} name={several ? w.indicators : variable.name} by={group} />
        )}
      </Read>
    </div>
  );
}
