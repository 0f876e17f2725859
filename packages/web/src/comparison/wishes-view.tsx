import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries, type Outputs } from '../api.js';
import { useFormat, useMessages } from '../language.js';
import { useActions } from '../parts/actions.js';
import { Button } from '../parts/button.js';
import { Empty } from '../parts/empty.js';
import { Panes } from '../parts/panes.js';
import { Read } from '../parts/read.js';
import { BarrierForm, newBarrier, newWish, WishForm, type Barrier, type Wish } from './wish-form.js';
import { WishBoard, type BoardItem } from './wish-board.js';

type Said = Outputs['comparison']['wishes'];
const NEW = 'new';

/** Wishes by status and arena, or barriers by where they sit; at the right the one that is chosen. */
export function WishesView({ kind }: { kind: 'wishes' | 'barriers' }) {
  const m = useMessages();
  const said = useQuery(queries.wishes());
  const [chosen, setChosen] = useState<string>();
  const add = kind === 'wishes' ? m.comparison.addWish : m.comparison.addBarrier;
  useActions([{ id: 'add-wish', name: add, keys: 'n', run: () => setChosen(NEW) }]);
  return (
    <Panes
      id="comparison-wishes"
      name={m.comparison.views[kind]}
      right={{
        name: m.comparison.chosenOne,
        width: 400,
        children: (
          <div className="pane-body">
            <Read query={said}>
              {(data) => <Chosen key={chosen} kind={kind} said={data} chosen={chosen} onChoose={setChosen} />}
            </Read>
          </div>
        ),
      }}
    >
      <Read query={said}>
        {(data) =>
          data[kind].length === 0 ? (
            <Empty
              title={kind === 'wishes' ? m.comparison.noWishesTitle : m.comparison.noBarriersTitle}
              act={
                <Button look="main" keys="n" onPress={() => setChosen(NEW)}>
                  {add}
                </Button>
              }
            >
              <p>{kind === 'wishes' ? m.comparison.noWishesText : m.comparison.noBarriersText}</p>
            </Empty>
          ) : (
            <div className="pane-body">
              {kind === 'wishes' ? (
                <Wishes
                  wishes={data.wishes}
                  chosen={chosen}
                  onChoose={setChosen}
                  onAdd={() => setChosen(NEW)}
                />
              ) : (
                <Barriers
                  barriers={data.barriers}
                  chosen={chosen}
                  onChoose={setChosen}
                  onAdd={() => setChosen(NEW)}
                />
              )}
            </div>
          )
        }
      </Read>
    </Panes>
  );
}

interface ListProps {
  chosen: string | undefined;
  onChoose: (id: string) => void;
  onAdd: () => void;
}

const personsIn = (rows: readonly { participantId: string }[]) =>
  new Set(rows.map(({ participantId }) => participantId)).size;

function Wishes({ wishes, chosen, onChoose, onAdd }: ListProps & { wishes: readonly Wish[] }) {
  const m = useMessages();
  const f = useFormat();
  const of = personsIn(wishes);
  const content = personsIn(wishes.filter(({ status }) => status === 'content'));
  const items: BoardItem[] = wishes.map(({ id, participantId, need, pseudonym, status, arena }) => ({
    id,
    participantId,
    text: need,
    who: pseudonym,
    row: status,
    col: arena,
  }));
  return (
    <>
      <div className="board-head">
        <p>
          {m.comparison.wishesSum(
            f.count(wishes.length, m.words.counts.wishes),
            f.count(of, m.words.counts.persons),
          )}{' '}
          {m.comparison.noWishSum(m.shell.ofTotal(f.number(content), f.number(of)))}
        </p>
        <Button keys="n" onPress={onAdd}>
          {m.comparison.addWish}
        </Button>
      </div>
      <WishBoard
        caption={m.comparison.views.wishes}
        rows={Object.entries(m.words.wishStatus).map(([key, name]) => ({ key, name }))}
        cols={Object.entries(m.words.wishArena).map(([key, name]) => ({ key, name }))}
        {...{ items, of, chosen, onChoose }}
      />
    </>
  );
}

function Barriers({ barriers, chosen, onChoose, onAdd }: ListProps & { barriers: readonly Barrier[] }) {
  const m = useMessages();
  const f = useFormat();
  const of = personsIn(barriers);
  const items: BoardItem[] = barriers.map(({ id, participantId, barrier, pseudonym, locus }) => ({
    id,
    participantId,
    text: barrier,
    who: pseudonym,
    row: locus,
    col: '',
  }));
  return (
    <>
      <div className="board-head">
        <p>
          {m.comparison.barriersSum(
            f.count(barriers.length, m.words.counts.barriers),
            f.count(of, m.words.counts.persons),
          )}
        </p>
        <Button keys="n" onPress={onAdd}>
          {m.comparison.addBarrier}
        </Button>
      </div>
      <WishBoard
        caption={m.comparison.views.barriers}
        rows={Object.entries(m.words.barrierLocus).map(([key, name]) => ({ key, name }))}
        cols={[{ key: '', name: m.comparison.barrierCol }]}
        {...{ items, of, chosen, onChoose }}
      />
    </>
  );
}

function Chosen(props: {
  kind: 'wishes' | 'barriers';
  said: Said;
  chosen: string | undefined;
  onChoose: (id: string | undefined) => void;
}) {
  const { kind, said, chosen, onChoose } = props;
  const m = useMessages();
  const wish = chosen === NEW ? newWish : said.wishes.find(({ id }) => id === chosen);
  const barrier = chosen === NEW ? newBarrier : said.barriers.find(({ id }) => id === chosen);
  const ends = { onSaved: onChoose, onRemoved: () => onChoose(undefined) };
  const title =
    chosen === NEW
      ? kind === 'wishes'
        ? m.comparison.addWish
        : m.comparison.addBarrier
      : m.comparison.chosenOne;
  if (kind === 'wishes' ? !wish : !barrier) return <p className="hint">{m.comparison.chooseWishHint}</p>;
  return (
    <>
      <h2 className="form-title">{title}</h2>
      {kind === 'wishes' && wish && <WishForm value={wishDraft(wish)} {...ends} />}
      {kind === 'barriers' && barrier && <BarrierForm value={barrierDraft(barrier)} {...ends} />}
    </>
  );
}

/** Only what the form holds: the rest of the row (name, phase) is looked up, not sent. */
function wishDraft(wish: Wish | typeof newWish) {
  const { id, participantId, sourceId, from, to, quote, need, arena, status, elicitation } = wish;
  return {
    ...(id ? { id } : {}),
    participantId,
    sourceId,
    from,
    to,
    quote,
    need,
    arena,
    status,
    elicitation,
  };
}
function barrierDraft(row: Barrier | typeof newBarrier) {
  const { id, participantId, sourceId, from, to, quote, barrier, locus } = row;
  return { ...(id ? { id } : {}), participantId, sourceId, from, to, quote, barrier, locus };
}
