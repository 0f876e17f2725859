import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api.js';
import { useChange } from '../../change.js';
import { useFormat, useMessages } from '../../language.js';
import { capital, word } from '../../operation-sentence.js';
import { Button } from '../../parts/button.js';
import { ConfirmDialog } from '../../parts/dialog.js';
import { Icon } from '../../parts/icon.js';
import type { SourceEntry } from '../../parts/source-list.js';
import { useSay } from '../../parts/status-line.js';
import { Table } from '../../parts/table.js';
import { useChoose } from '../../routes.js';
import type { Coder } from '../coding-types.js';
import type { Sample } from './sample.js';

/** A sample: who is how far, its texts, and the end of its blindness. */
export function SampleView(props: {
  sample: Sample;
  sources: readonly SourceEntry[];
  coders: readonly Coder[];
  me: Coder | undefined;
}) {
  const { sample, sources, coders, me } = props;
  const m = useMessages();
  const f = useFormat();
  const words = m.coders;
  const choose = useChoose();
  const [ending, setEnding] = useState(false);
  const change = useChange(api.doubleCodings.change, {
    onDone: (_, { blind }) => choose({ part: blind === false ? 'agreement' : 'sample' }),
  });
  const done = useChange(api.doubleCodings.done);
  const name = (id: string) => coders.find((coder) => coder.id === id)?.name ?? '';
  const mine = sample.progress.find(({ coderId }) => coderId === me?.id);
  const said = (sample.doneCoderIds ?? []).some((id) => id === me?.id);
  const waiting = sample.progress.filter((one) => !one.done);
  const texts = sample.sourceIds.flatMap((id) => sources.find((source) => source.id === id) ?? []);
  return (
    <div className="coders-sheet">
      <section className="coders-part">
        <h2>
          <Icon name={sample.blind ? 'lock' : 'check'} /> {sample.blind ? words.blind : words.open}
        </h2>
        <p>{sample.blind ? words.blindLead : words.openLead}</p>
        <Table
          caption={words.progress}
          captionShown
          rows={sample.progress}
          rowKey={({ coderId }) => coderId}
          columns={[
            { key: 'coder', name: words.coder, heads: true, cell: ({ coderId }) => name(coderId) },
            {
              key: 'coded',
              name: words.codedOf,
              number: true,
              cell: ({ coded }) => words.nOf(f.number(coded), f.number(sample.sourceIds.length)),
            },
            {
              key: 'done',
              name: words.state,
              cell: (one) => (one.done ? words.done : words.notDone),
            },
          ]}
        />
        <div className="margin-acts">
          {sample.blind && (
            <Button
              look={waiting.length === 0 ? 'main' : 'plain'}
              onPress={() =>
                waiting.length === 0 ? change.mutate({ id: sample.id, blind: false }) : setEnding(true)
              }
            >
              {words.endBlind}
            </Button>
          )}
          {sample.blind && mine && me && (!mine.done || said) && (
            <Button onPress={() => done.mutate({ id: sample.id, coderId: me.id, done: !said })}>
              {said ? words.iAmNotDone : words.iAmDone}
            </Button>
          )}
          {!sample.blind && (
            <Button onPress={() => change.mutate({ id: sample.id, blind: true })}>{words.blindAgain}</Button>
          )}
        </div>
        {sample.blind && mine && !mine.done && <p className="hint">{words.doneHint}</p>}
      </section>
      {!sample.blind && <Consensus sample={sample} />}
      <section className="coders-part">
        <Table
          caption={words.texts}
          captionShown
          dense
          rows={texts}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'title',
              name: words.textTitle,
              heads: true,
              value: ({ pseudonym, title, kind }) => (kind === 'excerpt' ? title : (pseudonym ?? title)),
            },
            {
              key: 'phase',
              name: capital(m.words.axis.phase),
              value: ({ phase }) => word(m.words.phase, phase, ''),
            },
            {
              key: 'complexity',
              name: capital(m.words.axis.complexity),
              value: ({ complexity }) => word(m.words.complexity, complexity, ''),
            },
            {
              key: 'act',
              name: m.coding.title,
              cell: ({ id }) => (
                <Link to="/coding" search={{ source: id }}>
                  {words.toText}
                </Link>
              ),
            },
          ]}
        />
        <p className="hint">{words.drawnWith(String(sample.seed), f.date(sample.createdAt))}</p>
      </section>
      {ending && (
        <ConfirmDialog
          title={words.endBlindTitle}
          text={words.endBlindText(f.list(waiting.map(({ coderId }) => name(coderId))))}
          act={words.endBlind}
          onYes={() => change.mutate({ id: sample.id, blind: false })}
          onClose={() => setEnding(false)}
        />
      )}
    </div>
  );
}

/** What all agree on, put in as codings of its own. */
function Consensus({ sample }: { sample: Sample }) {
  const m = useMessages();
  const f = useFormat();
  const say = useSay();
  const make = useChange(api.doubleCodings.consensus, {
    onDone: ({ operation, added, removed }) =>
      say(
        operation
          ? {
              text: m.coders.consensusDone(f.count(added, m.words.counts.codings), f.number(removed)),
              undo: true,
            }
          : { text: m.coders.consensusSame },
      ),
  });
  return (
    <section className="coders-part">
      <h2>{m.coders.consensus}</h2>
      <p>{m.coders.consensusLead}</p>
      <div className="margin-acts">
        <Button isDisabled={make.isPending} onPress={() => make.mutate({ id: sample.id })}>
          {m.coders.consensusAct}
        </Button>
      </div>
    </section>
  );
}
