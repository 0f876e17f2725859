import './versions.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queries } from '../../api.js';
import { useChange } from '../../change.js';
import { useFormat, useMessages } from '../../language.js';
import { Button } from '../../parts/button.js';
import { Dialog } from '../../parts/dialog.js';
import { TextField } from '../../parts/field.js';
import { Read } from '../../parts/read.js';
import type { Selected } from '../../parts/text-surface/text-surface.js';
import type { SourceEntry } from '../../parts/source-list.js';
import type { GoTo } from '../reading-pane.js';
import { ChangedSection, type Lost } from './changed-section.js';

const LETTERS = 300;

/** What the versions of a text could not carry along as it was: lost places, and places whose words changed. */
export function CheckMargin(props: {
  source: SourceEntry;
  selected: Selected;
  onGoTo: (place: GoTo) => void;
}) {
  const { source, selected, onGoTo } = props;
  const lost = useQuery(queries.lost(source.id));
  return (
    <Read query={lost}>
      {(list) => (
        <>
          <ChangedSection
            changed={list.filter(({ state }) => state === 'changed')}
            seen={list.filter(({ state }) => state === 'checked')}
            onGoTo={onGoTo}
          />
          <LostSection
            source={source}
            selected={selected}
            list={list.filter(({ state }) => state !== 'changed' && state !== 'checked')}
          />
        </>
      )}
    </Read>
  );
}

/** What a text lost, with its old words: placed again on the words selected in the text, or given up with a reason. */
function LostSection(props: { source: SourceEntry; selected: Selected; list: readonly Lost[] }) {
  const { source, selected, list } = props;
  const m = useMessages();
  const f = useFormat();
  const words = m.desk.lost;
  const place = useChange(api.transcripts.placeLost);
  const [dropping, setDropping] = useState<Lost | null>(null);
  return (
    <section className="margin-section">
      <h2>{words.title}</h2>
      <p className="hint">{list.length === 0 ? words.none : words.lead}</p>
      {list.some(({ state }) => state === 'open') && <p>{words.how}</p>}
      <ul className="plain-list lost-list">
        {list.map((one) => (
          <li key={one.id}>
            <p>
              {m.desk.report.tables[one.table]}
              {one.name && <b> {one.name}</b>}
            </p>
            <blockquote>
              {one.quote.length > LETTERS ? `${one.quote.slice(0, LETTERS)} …` : one.quote}
            </blockquote>
            <p className="hint">
              {[
                words.from(f.number(one.fromVersion), f.number(one.toVersion)),
                one.evidence > 0 && one.state === 'open' ? f.count(one.evidence, words.evidence) : '',
                one.state === 'placed' ? words.placed : '',
                one.state === 'dropped' ? words.dropped(one.dropped) : '',
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {one.state === 'open' && (
              <div className="margin-acts">
                <Button
                  small
                  look="main"
                  isDisabled={selected.from >= selected.to || place.isPending}
                  onPress={() =>
                    place.mutate({
                      id: one.id,
                      version: source.version,
                      from: selected.from,
                      to: selected.to,
                    })
                  }
                >
                  {words.place}
                </Button>
                <Button small look="quiet" onPress={() => setDropping(one)}>
                  {words.drop}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {dropping && <DropDialog lost={dropping} onClose={() => setDropping(null)} />}
    </section>
  );
}

function DropDialog({ lost, onClose }: { lost: Lost; onClose: () => void }) {
  const m = useMessages();
  const words = m.desk.lost;
  const [reason, setReason] = useState('');
  const drop = useChange(api.transcripts.dropLost, { onDone: onClose });
  const send = () => reason.trim() && drop.mutate({ id: lost.id, reason: reason.trim() });
  return (
    <Dialog
      title={words.drop}
      size="small"
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{m.shell.cancel}</Button>
          <Button look="main" isDisabled={!reason.trim() || drop.isPending} onPress={send}>
            {words.drop}
          </Button>
        </>
      }
    >
      <TextField
        label={words.dropReason}
        value={reason}
        onChange={setReason}
        onEnter={send}
        autoFocus
        required
      />
    </Dialog>
  );
}
