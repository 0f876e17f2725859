import { useRef, type KeyboardEvent } from 'react';
import { useFormat, useMessages } from '../language.js';
import { word } from '../operation-sentence.js';
import { codeColour } from '../parts/code-colour.js';
import { useCodes } from './codes.js';
import { isCodeAxis, valueName, type GroupAxis, type MatrixSpec } from './group.js';
import { PersonDot } from './person-dot.js';
import { cellOf, type DrawnMatrix, type Head, type MatrixColumn } from './use-matrix.js';

/** A table whose cells are walked with the arrow keys. */
const WALKED = { role: 'grid' };

export interface CellPlace {
  row: string;
  column: string;
}

/** The matrix as a table walked with the arrow keys; Enter or a click opens the excerpts behind a cell. */
export function MatrixTable(props: {
  drawn: DrawnMatrix;
  spec: MatrixSpec;
  inner: GroupAxis | null;
  passages: boolean;
  at: CellPlace | null;
  opened: CellPlace | null;
  onAt: (place: CellPlace) => void;
  onOpen: (place: CellPlace) => void;
}) {
  const { drawn, spec, inner, passages, at, opened, onAt, onOpen } = props;
  const { rows, columns } = drawn;
  const m = useMessages();
  const f = useFormat();
  const { byId } = useCodes();
  const table = useRef<HTMLTableElement>(null);
  const rowAt = Math.max(
    0,
    rows.findIndex(({ key }) => key === at?.row),
  );
  const colAt = Math.max(
    0,
    columns.findIndex(({ id }) => id === at?.column),
  );

  const walk = (event: KeyboardEvent, row: number, column: number, place: CellPlace) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onOpen(place);
      return;
    }
    const step: Record<string, [number, number]> = {
      ArrowRight: [0, 1],
      ArrowLeft: [0, -1],
      ArrowDown: [1, 0],
      ArrowUp: [-1, 0],
      Home: [0, -columns.length],
      End: [0, columns.length],
      PageDown: [10, 0],
      PageUp: [-10, 0],
    };
    const move = step[event.key];
    if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const r = Math.min(rows.length - 1, Math.max(0, row + move[0]));
    const c = Math.min(columns.length - 1, Math.max(0, column + move[1]));
    const cell = table.current?.querySelector<HTMLElement>(`[data-cell="${r}-${c}"]`);
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };

  const headName = (head: Head, axis: MatrixSpec['rows']) => head.name || valueName(axis, head.key, m);
  const outer = [...new Map(columns.map(({ head }) => [head.key, head])).values()];
  const perOuter = outer.length > 0 ? columns.length / outer.length : 1;
  const coded = isCodeAxis(spec.rows) ? new Set(rows.map(({ key }) => key)) : null;
  return (
    <div className="matrix-scroll">
      <table ref={table} className="matrix" {...WALKED} aria-label={m.comparison.matrixCaption}>
        <thead>
          <tr>
            <td rowSpan={inner ? 2 : 1} className="matrix-corner">
              <span className="out-of-sight">{m.words.axis[spec.rows]}</span>
            </td>
            {outer.map((head) => (
              <th
                key={head.key}
                scope="colgroup"
                colSpan={perOuter}
                className={inner ? 'matrix-outer' : 'matrix-col'}
              >
                <span className="matrix-head">
                  <ColumnName column={head} name={headName(head, spec.cols)} isCode={isCodeAxis(spec.cols)} />
                </span>
                {!inner && (
                  <span className="matrix-n">
                    {f.number(columns.find((c) => c.head.key === head.key)?.n ?? 0)}
                  </span>
                )}
              </th>
            ))}
          </tr>
          {inner && (
            <tr>
              {columns.map((column) => (
                <th key={column.id} scope="col" className="matrix-col matrix-inner">
                  {inner === 'complexity'
                    ? word(m.fieldwork.placement, column.inner)
                    : valueName(inner, column.inner ?? '', m)}
                  <span className="matrix-n">{f.number(column.n)}</span>
                </th>
              ))}
            </tr>
          )}
        </thead>
        <tbody>
          {rows.map((row, r) => (
            <tr key={row.key}>
              <th
                scope="row"
                className={`matrix-row ${coded ? 'coded' : ''}`}
                style={
                  coded
                    ? { ...codeColour(byId.get(row.key)?.hue ?? 0), paddingLeft: 12 + row.depth * 16 }
                    : undefined
                }
              >
                {headName(row, spec.rows)}
                {!coded && <span className="matrix-n">{f.number(row.n)}</span>}
              </th>
              {columns.map((column, c) => {
                const place = { row: row.key, column: column.id };
                const isAt = r === rowAt && c === colAt;
                const isOpen = opened?.row === row.key && opened.column === column.id;
                return (
                  <td
                    key={column.id}
                    data-cell={`${r}-${c}`}
                    tabIndex={isAt ? 0 : -1}
                    className={`matrix-cell ${isOpen ? 'opened' : ''} ${perOuter > 1 && c % perOuter === 0 ? 'first' : ''}`}
                    aria-selected={isOpen}
                    onFocus={() => onAt(place)}
                    onMouseEnter={() => onAt(place)}
                    onClick={() => onOpen(place)}
                    onKeyDown={(event) => walk(event, r, c, place)}
                  >
                    <CellFace
                      row={row}
                      column={column}
                      of={cellOf(spec.cols, row, column)}
                      passages={passages}
                    />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ColumnName({ column, name, isCode }: { column: Head; name: string; isCode: boolean }) {
  const { byId } = useCodes();
  if (!isCode) return <>{name}</>;
  return (
    <span className="coded code-picker-name" style={codeColour(byId.get(column.key)?.hue ?? 0)}>
      {name}
    </span>
  );
}

/** Persons of all who could, drawn and written. An empty cell is an answer too and stays in sight. */
function CellFace({
  row,
  column,
  of,
  passages,
}: {
  row: Head;
  column: MatrixColumn;
  of: number;
  passages: boolean;
}) {
  const m = useMessages();
  const f = useFormat();
  const cell = column.cells.get(row.key);
  const n = cell?.persons ?? 0;
  return (
    <span className={`cell-face ${n === 0 ? 'none' : ''}`} title={m.shell.ofTotal(f.number(n), f.number(of))}>
      {of > 0 && <PersonDot n={n} of={of} />}
      <span className="cell-number">{of > 0 ? f.number(n) : '–'}</span>
      <span className="out-of-sight">{m.comparison.ofPersons(f.number(of))}</span>
      {passages && (
        <span className="cell-passages">{cell ? f.count(cell.passages, m.words.counts.passages) : ' '}</span>
      )}
    </span>
  );
}
