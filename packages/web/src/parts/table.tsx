import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useFormat, useMessages } from '../language.js';
import { Icon } from './icon.js';

export interface Column<R> {
  key: string;
  name: ReactNode;
  /** The name as words, where `name` is more than words. */
  label?: string;
  /** What the cell shows; without it the value. */
  cell?: (row: R) => ReactNode;
  /** What the column is sorted by; without it the column cannot be sorted. */
  value?: (row: R) => string | number | null;
  /** Numbers stand at the right, in tabular figures. */
  number?: boolean;
  /** Any CSS width; the others share what is left. */
  width?: string;
  /** The cell that names its row: read out as a row's heading. */
  heads?: boolean;
}

export interface TableProps<R> {
  caption: string;
  /** The caption is shown above; else it is only read out. */
  captionShown?: boolean;
  columns: Column<R>[];
  rows: readonly R[];
  rowKey: (row: R) => string;
  /** With `onChoose` rows can be chosen, by click or with the arrow keys. */
  chosen?: string | undefined;
  onChoose?: (row: R) => void;
  sorted?: { key: string; down: boolean };
  /** Class of a row, for what it is ("lowest", "withdrawn"). */
  rowClass?: (row: R) => string;
  /** The table scrolls in itself and fills its pane. */
  fill?: boolean;
  dense?: boolean;
}

/** Above this many rows only those in sight are drawn. */
const MANY = 200;

/** A plain table with a sticky head, sorted by its columns; a grid one can walk when rows can be chosen. */
export function Table<R>(props: TableProps<R>) {
  const { caption, captionShown, columns, rows, rowKey, chosen, onChoose, rowClass, fill, dense } = props;
  const m = useMessages();
  const f = useFormat();
  const [sort, setSort] = useState(props.sorted ?? null);
  const scroller = useRef<HTMLDivElement>(null);
  const shown = useMemo(() => {
    const value = columns.find((column) => column.key === sort?.key)?.value;
    if (!sort || !value) return rows;
    const sign = sort.down ? -1 : 1;
    return rows.toSorted((a, b) => {
      const [x, y] = [value(a), value(b)];
      // What is not known stands last, whichever way.
      if (x === null || y === null) return (x === null ? 1 : 0) - (y === null ? 1 : 0);
      return (
        sign * (typeof x === 'number' && typeof y === 'number' ? x - y : f.compare(String(x), String(y)))
      );
    });
  }, [rows, columns, sort, f]);
  const virtual = shown.length > MANY;
  const virtualizer = useVirtualizer({
    count: virtual ? shown.length : 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => (dense ? 28 : 36),
    overscan: 12,
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0];
  const last = items[items.length - 1];
  const indices = virtual ? items.map((item) => item.index) : shown.map((_, i) => i);
  const before = first ? first.start : 0;
  const after = last ? virtualizer.getTotalSize() - last.end : 0;
  const focusable = shown.some((row) => rowKey(row) === chosen) ? chosen : shown[0] && rowKey(shown[0]);

  // What was chosen elsewhere, or has just been made, comes into sight; in a table that scrolls in itself nothing else moves.
  useEffect(() => {
    if (fill) scroller.current?.querySelector('tr.chosen')?.scrollIntoView({ block: 'nearest' });
  }, [fill, chosen]);

  const onKeyDown = (event: KeyboardEvent<HTMLTableRowElement>, index: number) => {
    if (event.target !== event.currentTarget) return;
    const to = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: shown.length - 1 }[event.key];
    const row = shown[to ?? index];
    if (to === undefined && event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    if (!row) return;
    onChoose?.(row);
    if (virtual) virtualizer.scrollToIndex(to ?? index);
    requestAnimationFrame(() =>
      scroller.current
        ?.querySelector<HTMLElement>(`[data-index="${to ?? index}"]`)
        ?.focus({ preventScroll: virtual }),
    );
  };

  return (
    <div
      ref={scroller}
      className={`table-scroll ${fill || virtual ? 'fill' : ''}`}
      {...(onChoose ? {} : { tabIndex: 0, role: 'region', 'aria-label': caption })}
    >
      <table
        className={`table ${onChoose ? 'choosable' : ''} ${dense ? 'dense' : ''}`}
        {...(onChoose ? { role: 'grid' } : {})}
        {...(virtual ? { 'aria-rowcount': shown.length + 1 } : {})}
      >
        <caption className={captionShown ? '' : 'out-of-sight'}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => {
              const down = sort?.key === column.key ? sort.down : null;
              const words = column.label ?? (typeof column.name === 'string' ? column.name : column.key);
              return (
                <th
                  key={column.key}
                  scope="col"
                  className={column.number ? 'number' : ''}
                  style={column.width ? { width: column.width } : undefined}
                  {...(column.value
                    ? { 'aria-sort': down === null ? 'none' : down ? 'descending' : 'ascending' }
                    : {})}
                >
                  {column.value ? (
                    <button
                      type="button"
                      className="sort"
                      title={m.shell.sortBy(words)}
                      onClick={() =>
                        setSort({ key: column.key, down: down === null ? Boolean(column.number) : !down })
                      }
                    >
                      {column.name}
                      <span className={`sort-mark ${down === null ? 'off' : ''}`}>
                        <Icon name={down ? 'down' : 'up'} />
                      </span>
                    </button>
                  ) : (
                    column.name
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Gap height={before} columns={columns.length} />}
          {indices.map((index) => {
            const row = shown[index];
            if (row === undefined) return null;
            const key = rowKey(row);
            const isChosen = key === chosen;
            return (
              <tr
                key={key}
                data-index={index}
                {...(virtual ? { ref: virtualizer.measureElement } : {})}
                className={`${rowClass?.(row) ?? ''} ${isChosen ? 'chosen' : ''}`}
                {...(virtual ? { 'aria-rowindex': index + 2 } : {})}
                {...(onChoose
                  ? {
                      tabIndex: key === focusable ? 0 : -1,
                      'aria-selected': isChosen,
                      onClick: () => onChoose(row),
                      onKeyDown: (event: KeyboardEvent<HTMLTableRowElement>) => onKeyDown(event, index),
                    }
                  : {})}
              >
                {columns.map((column) => {
                  const Cell = column.heads ? 'th' : 'td';
                  return (
                    <Cell
                      key={column.key}
                      className={column.number ? 'number' : ''}
                      {...(column.heads ? { scope: 'row' } : {})}
                    >
                      {column.cell ? column.cell(row) : column.value?.(row)}
                    </Cell>
                  );
                })}
              </tr>
            );
          })}
          {after > 0 && <Gap height={after} columns={columns.length} />}
        </tbody>
      </table>
    </div>
  );
}

/** Holds the place of rows that are not drawn. */
function Gap({ height, columns }: { height: number; columns: number }) {
  return (
    <tr aria-hidden="true" className="gap">
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- an empty cell that nobody hears */}
      <td colSpan={columns} style={{ height }} />
    </tr>
  );
}
