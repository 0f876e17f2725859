import { useQueries } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { queries } from '../api.js';
import { useFormat, useMessages } from '../language.js';
import type { Variable, Wave } from './survey.js';

const PAGE = 200;
const ROW = 30;
const HEAD = 34;
const NUMBER = 72;
const CELL = 116;

/** The answers as the file has them: only the rows and columns in sight are read and drawn. */
export function AnswerRows({
  wave,
  variables,
  chosen,
}: {
  wave: Wave;
  variables: Variable[];
  chosen: string | undefined;
}) {
  const m = useMessages();
  const f = useFormat();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: wave.respondents,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 10,
    paddingStart: HEAD,
  });
  const columns = useVirtualizer({
    horizontal: true,
    count: variables.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => CELL,
    overscan: 3,
    paddingStart: NUMBER,
    scrollPaddingStart: NUMBER,
  });
  const at = variables.findIndex(({ name }) => name === chosen);
  useEffect(() => {
    if (at >= 0) columns.scrollToIndex(at, { align: 'auto' });
  }, [at, columns]);
  const shownRows = rows.getVirtualItems();
  const shownColumns = columns.getVirtualItems();
  const pages = [...new Set(shownRows.map(({ index }) => Math.floor(index / PAGE)))];
  const answers = useQueries({
    queries: pages.map((page) => queries.surveyRows({ waveId: wave.id, from: page * PAGE, count: PAGE })),
  });
  const cellAt = (row: number, variable: Variable): string => {
    const page = answers[pages.indexOf(Math.floor(row / PAGE))]?.data;
    if (!page) return '';
    const value = page.rows[row - page.from]?.[page.names.indexOf(variable.name)];
    if (value === null || value === undefined) return '·';
    return typeof value === 'number' ? f.number(value, Number.isInteger(value) ? 0 : 3) : value;
  };
  return (
    <div
      ref={scroller}
      className="answers"
      role="table"
      tabIndex={0}
      aria-label={m.survey.rowsCaption}
      aria-rowcount={wave.respondents + 1}
      aria-colcount={variables.length + 1}
    >
      <div
        className="answers-sheet"
        role="rowgroup"
        style={{ height: rows.getTotalSize(), width: columns.getTotalSize() }}
      >
        <div className="answers-row answers-head" role="row" aria-rowindex={1} style={{ height: HEAD }}>
          <span className="answers-corner" role="columnheader" style={{ width: NUMBER }}>
            {m.survey.row}
          </span>
          {shownColumns.map(({ index, start }) => {
            const variable = variables[index];
            return (
              <span
                key={index}
                role="columnheader"
                aria-colindex={index + 2}
                className={`answers-cell ${variable?.kind === 'number' ? 'number' : ''} ${index === at ? 'chosen' : ''}`}
                title={variable?.label}
                style={{ left: start, width: CELL }}
              >
                {variable?.name}
              </span>
            );
          })}
        </div>
        {shownRows.map((row) => (
          <div
            key={row.index}
            className="answers-row"
            role="row"
            aria-rowindex={row.index + 2}
            style={{ height: ROW, top: row.start }}
          >
            <span className="answers-corner number" role="rowheader" style={{ width: NUMBER }}>
              {f.number(row.index + 1)}
            </span>
            {shownColumns.map(({ index, start }) => {
              const variable = variables[index];
              if (!variable) return null;
              return (
                <span
                  key={index}
                  role="cell"
                  aria-colindex={index + 2}
                  className={`answers-cell ${variable.kind === 'number' ? 'number' : ''} ${index === at ? 'chosen' : ''}`}
                  style={{ left: start, width: CELL }}
                >
                  {cellAt(row.index, variable)}
                </span>
              );
            })}
          </div>
        ))}
      </div>
    </div>
  );
}
