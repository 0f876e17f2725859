import { useEffect } from 'react';
import { useFormat, useMessages } from '../language.js';
import { useActions } from '../parts/actions.js';
import { Empty } from '../parts/empty.js';
import { useKept } from '../parts/kept.js';
import { Panes } from '../parts/panes.js';
import { Failed, Skeleton } from '../parts/read.js';
import { useChoice } from '../routes.js';
import { isCodeAxis, valueName, type Group } from './group.js';
import { MatrixControls } from './matrix-controls.js';
import { MatrixTable, type CellPlace } from './matrix-table.js';
import { PassageList, type PassageWish } from './passage-list.js';
import {
  cellOf,
  useMatrix,
  type Cell,
  type DrawnMatrix,
  type Head,
  type MatrixChoice,
  type MatrixColumn,
} from './use-matrix.js';

const FIRST: MatrixChoice = { spec: { rows: 'code', cols: 'phase', codes: [] }, group: {}, inner: null };

interface Found {
  row: Head;
  column: MatrixColumn;
  cell: Cell | undefined;
  of: number;
}

/** Persons by two axes, with the excerpts behind each cell. */
export function MatrixView() {
  const m = useMessages();
  const f = useFormat();
  const [choice, setChoice] = useKept('comparison.choice', FIRST);
  const [passages, showPassages] = useKept('comparison.passages', false);
  const [at, setAt] = useKept<CellPlace | null>('comparison.at', null);
  const [opened, setOpened] = useKept<CellPlace | null>('comparison.opened', null);
  const [code] = useChoice('code');
  const { drawn, error, again } = useMatrix(choice);
  const { spec, inner } = choice;

  useEffect(() => {
    if (code && !spec.codes.includes(code)) setChoice({ ...FIRST, spec: { ...FIRST.spec, codes: [code] } });
    // Only when the address names another code: afterwards the choice is the reader's.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [code]);
  useActions([
    {
      id: 'turn',
      name: m.comparison.turn,
      keys: 't',
      run: () => setChoice({ ...choice, inner: null, spec: { ...spec, rows: spec.cols, cols: spec.rows } }),
    },
    { id: 'passages', name: m.comparison.showPassages, keys: 'p', run: () => showPassages(!passages) },
  ]);

  const find = (place: CellPlace | null): Found | null => {
    const row = drawn?.rows.find(({ key }) => key === place?.row);
    const column = drawn?.columns.find(({ id }) => id === place?.column);
    if (!row || !column) return null;
    return { row, column, cell: column.cells.get(row.key), of: cellOf(spec.cols, row, column) };
  };
  const name = ({ row, column }: Found) =>
    [
      row.name || valueName(spec.rows, row.key, m),
      [
        column.head.name || valueName(spec.cols, column.head.key, m),
        inner && column.inner ? valueName(inner, column.inner, m) : '',
      ]
        .filter(Boolean)
        .join(', '),
    ].join(' × ');
  const sum = (found: Found) =>
    m.comparison.cellSum(
      m.shell.ofTotal(f.number(found.cell?.persons ?? 0), f.number(found.of)),
      f.count(found.cell?.passages ?? 0, m.words.counts.passages),
    );
  const seen = find(at);
  const open = find(opened);
  return (
    <Panes
      id="comparison"
      name={m.comparison.views.matrix}
      left={{
        name: m.comparison.controls,
        width: 300,
        children: (
          <div className="pane-body">
            <MatrixControls
              choice={choice}
              onChange={setChoice}
              passages={passages}
              onPassages={showPassages}
            />
          </div>
        ),
      }}
      right={{
        name: m.comparison.excerpts,
        width: 400,
        children: open ? (
          <>
            <div className="pane-head">
              <h2 className="cell-name">{name(open)}</h2>
              <p className="hint cell-sum">{sum(open)}</p>
            </div>
            <div className="pane-body">
              <PassageList
                key={`${opened?.row} ${opened?.column}`}
                told
                wishes={wishesOf(open, choice)}
                empty={open.of > 0 ? m.comparison.absence : m.comparison.nobodyThere}
              />
            </div>
          </>
        ) : (
          <div className="pane-body">
            <p className="hint">{m.comparison.openHint}</p>
          </div>
        ),
      }}
    >
      <div className="pane-head matrix-told">
        {seen ? (
          <>
            <b>{name(seen)}</b>
            <span>{sum(seen)}</span>
          </>
        ) : (
          <span className="hint">{m.comparison.readHint}</span>
        )}
      </div>
      {error && (
        <div className="pane-body">
          <Failed error={error} again={again} />
        </div>
      )}
      {!error && !drawn && (
        <div className="pane-body">
          <Skeleton lines={10} />
        </div>
      )}
      {drawn && drawn.n === 0 && <NothingToCompare choice={choice} />}
      {drawn && drawn.n > 0 && <Drawn {...{ drawn, choice, passages, at, opened, setAt, setOpened }} />}
    </Panes>
  );
}

function Drawn(props: {
  drawn: DrawnMatrix;
  choice: MatrixChoice;
  passages: boolean;
  at: CellPlace | null;
  opened: CellPlace | null;
  setAt: (place: CellPlace) => void;
  setOpened: (place: CellPlace) => void;
}) {
  const { drawn, choice, passages, at, opened, setAt, setOpened } = props;
  const m = useMessages();
  const f = useFormat();
  return (
    <>
      <MatrixTable
        drawn={drawn}
        spec={choice.spec}
        inner={choice.inner}
        passages={passages}
        at={at}
        opened={opened}
        onAt={setAt}
        onOpen={setOpened}
      />
      <p className="hint matrix-note">{m.comparison.matrixNote(f.count(drawn.n, m.words.counts.persons))}</p>
    </>
  );
}

function NothingToCompare({ choice }: { choice: MatrixChoice }) {
  const m = useMessages();
  const narrowed = Object.values(choice.group).some(Boolean);
  return (
    <Empty title={narrowed ? m.comparison.nobodyTitle : m.comparison.emptyTitle}>
      {narrowed ? m.comparison.nobodyText : m.comparison.emptyText}
    </Empty>
  );
}

/** The passages behind a cell. Where a value is "not known" no group can name the persons, so they are asked for one by one. */
function wishesOf({ row, column, cell }: Found, { spec, group, inner }: MatrixChoice): PassageWish[] {
  const codes = isCodeAxis(spec.rows) ? [row.key] : isCodeAxis(spec.cols) ? [column.head.key] : [];
  const unknown =
    (!isCodeAxis(spec.rows) && row.key === 'none') || (!isCodeAxis(spec.cols) && column.head.key === 'none');
  if (unknown) return (cell?.participants ?? []).map((participantId) => ({ codes, participantId }));
  const narrowed: Group = {
    ...group,
    ...(inner && column.inner ? { [inner]: column.inner } : {}),
    ...(isCodeAxis(spec.rows) ? {} : { [spec.rows]: row.key }),
    ...(isCodeAxis(spec.cols) ? {} : { [spec.cols]: column.head.key }),
  };
  return [{ codes, group: narrowed }];
}
