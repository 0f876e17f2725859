import { useFormat, useMessages } from '../language.js';
import { BinChart } from './bin-chart.js';
import { FrequencyChart } from './frequency-chart.js';
import type { Variable, Wave } from './survey.js';
import { ValueTable } from './value-table.js';

/** What was answered to a variable: drawn, and as a table whose labels and missing values can be mended. */
export function VariableView({ variable, wave }: { variable: Variable; wave: Wave }) {
  const m = useMessages();
  const f = useFormat();
  const { label, name, valid, frequencies, bins } = variable;
  return (
    <div className="pane-body variable-view">
      <h2>{label || name}</h2>
      <p className="hint">
        {m.survey.validOf(
          f.number(valid),
          f.number(wave.respondents),
          f.percent(valid / wave.respondents, 1),
        )}
      </p>
      {variable.kind === 'string' ? (
        <p>{m.survey.textVariable}</p>
      ) : (
        <>
          {frequencies.some(({ userMissing }) => !userMissing) && <FrequencyChart variable={variable} />}
          {bins.length > 0 && <BinChart variable={variable} />}
          {frequencies.length === 0 && bins.length === 0 && <p>{m.survey.noDistribution}</p>}
          <ValueTable variable={variable} />
        </>
      )}
    </div>
  );
}
