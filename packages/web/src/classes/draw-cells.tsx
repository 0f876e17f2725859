import type { Outputs } from '../api.js';
import { useFormat, useMessages } from '../language.js';
import { NumberField } from '../parts/field.js';
import type { QuotaAxis } from './quota-axis.js';

type Cell = Outputs['invitations']['draw']['cells'][number];

/** How many are wanted of each cell, and what drawing would give: a grid of two sides, a list of one, or a single number. */
export function DrawCells(props: {
  axes: readonly QuotaAxis[];
  /** The names of the cells, the second side within the first. */
  names: readonly string[][];
  /** What the sides are called. */
  heads: readonly string[];
  wanted: readonly number[];
  /** Null: not known yet. */
  shown: readonly Cell[] | null;
  onWanted: (wanted: number[]) => void;
}) {
  const { axes, names, heads, wanted, shown, onWanted } = props;
  const m = useMessages();
  const f = useFormat();
  const columns = axes[1]?.groups ?? [null];
  const rows = axes[0]?.groups ?? [null];
  const cell = (at: number) => {
    const found = shown?.[at];
    const short = found !== undefined && found.drawn < found.wanted;
    return (
      <>
        <NumberField
          label={
            axes.length === 0 ? m.respondents.wanted : m.respondents.wantedIn(names[at]?.join(', ') ?? '')
          }
          bare={axes.length > 0}
          min={0}
          max={100_000}
          value={wanted[at] ?? NaN}
          onChange={(n) => onWanted(names.map((_, i) => (i === at ? n : (wanted[i] ?? 0))))}
        />
        <span className={short ? 'draw-cell-words short' : 'draw-cell-words'}>
          {found ? m.respondents.ofAvailable(f.number(found.drawn), f.number(found.available)) : '\u00a0'}
        </span>
        {found && found.listed > 0 && (
          <span className="draw-cell-words">{m.respondents.listedToo(f.number(found.listed))}</span>
        )}
      </>
    );
  };
  if (axes.length === 0) return <div className="draw-cells">{cell(0)}</div>;
  return (
    <div className="table-scroll" role="region" tabIndex={0} aria-label={m.respondents.wanted}>
      <table className="table dense draw-cells">
        <caption>{m.respondents.wanted}</caption>
        <thead>
          <tr>
            <th scope="col">{heads[0]}</th>
            {columns.map((column, c) => (
              <th key={c} scope="col">
                {column?.name ?? m.respondents.everybody}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, r) => (
            <tr key={r}>
              <th scope="row">{row?.name ?? m.respondents.everybody}</th>
              {columns.map((_, c) => (
                <td key={c}>{cell(r * columns.length + c)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
