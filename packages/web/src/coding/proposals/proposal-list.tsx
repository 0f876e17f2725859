import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { api, type Outputs } from '../../api.js';
import { useChange } from '../../change.js';
import { useFormat, useMessages } from '../../language.js';
import { useActions } from '../../parts/actions.js';
import { Button } from '../../parts/button.js';
import { useSay } from '../../parts/status-line.js';
import type { Code, Coder } from '../coding-types.js';

type Found = Outputs['coding']['propose'];
type Proposal = Found['proposals'][number];

const keyOf = ({ sourceId, from, to }: Proposal) => `${sourceId} ${from} ${to}`;
/** So many are drawn around the one looked at. */
const AROUND = 60;

/** Proposals, one after the other with the words around them: kept or struck, and those that are kept coded in one act. */
export function ProposalList({
  found,
  code,
  coder,
}: {
  found: Found;
  code: Code | undefined;
  coder: Coder | undefined;
}) {
  const m = useMessages();
  const f = useFormat();
  const say = useSay();
  const words = m.proposals;
  const { proposals } = found;
  const [decided, setDecided] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [at, setAt] = useState(0);
  const list = useRef<HTMLOListElement>(null);
  const accept = useChange(api.coding.acceptProposals, { onDone: () => setDecided(new Map()) });
  const here = Math.min(at, proposals.length - 1);
  useEffect(() => {
    list.current?.querySelector(`[data-at="${here}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [here]);
  // What is coded already needs no decision.
  const open = proposals.filter(({ coded }) => coded !== 'same');
  const kept = open.filter((one) => decided.get(keyOf(one)) === true);
  const struck = open.filter((one) => decided.get(keyOf(one)) === false);
  const walk = (step: 1 | -1) => setAt(Math.max(0, Math.min(proposals.length - 1, here + step)));
  const decide = (index: number, keep: boolean) => {
    const one = proposals[index];
    if (!one || one.coded === 'same') return walk(1);
    setDecided(new Map(decided).set(keyOf(one), keep));
    setAt(Math.min(proposals.length - 1, index + 1));
  };
  const all = (keep: boolean) => setDecided(new Map(open.map((one) => [keyOf(one), keep])));
  const onAccept = () => {
    if (kept.length === 0) return say({ text: words.nothingKept });
    if (!code || !coder) return say({ text: words.noCodeYet });
    accept.mutate({
      codeId: code.id,
      coderId: coder.id,
      spans: kept.map(({ sourceId, version, from, to }) => ({ sourceId, version, from, to })),
    });
  };
  useActions([
    { id: 'proposals.next', name: words.next, keys: 'j', run: () => walk(1) },
    { id: 'proposals.previous', name: words.previous, keys: 'k', run: () => walk(-1) },
    { id: 'proposals.keep', name: words.keep, keys: 'y', run: () => decide(here, true) },
    { id: 'proposals.strike', name: words.strike, keys: 'x', run: () => decide(here, false) },
    { id: 'proposals.keepAll', name: words.keepAll, run: () => all(true) },
    { id: 'proposals.strikeAll', name: words.strikeAll, run: () => all(false) },
    {
      id: 'proposals.accept',
      name: words.accept(f.number(kept.length)),
      keys: 'mod+Enter',
      run: onAccept,
    },
  ]);
  if (proposals.length === 0) return <p className="pane-body">{words.none}</p>;
  const first = Math.max(0, here - AROUND);
  return (
    <>
      <div className="pane-head proposal-head">
        <strong>
          {words.found(
            f.count(found.total, m.words.counts.passages),
            f.count(found.persons, m.words.counts.persons),
          )}
        </strong>
        <span className="hint" role="status">
          {words.decided(f.number(kept.length), f.number(struck.length))}
        </span>
        <span className="proposal-acts">
          <Button small onPress={() => all(true)}>
            {words.keepAll}
          </Button>
          <Button small onPress={() => all(false)}>
            {words.strikeAll}
          </Button>
          <Button look="main" keys="mod+Enter" isDisabled={accept.isPending} onPress={onAccept}>
            {words.accept(f.number(kept.length))}
          </Button>
        </span>
      </div>
      <p className="hint proposal-keys">
        {proposals.length < found.total
          ? words.shownOf(f.number(proposals.length), f.number(found.total))
          : words.keys}
      </p>
      <ol className="plain-list proposal-list" ref={list} tabIndex={0} aria-label={words.list}>
        {proposals.slice(first, here + AROUND).map((one, i) => (
          <ProposalItem
            key={keyOf(one)}
            at={first + i}
            proposal={one}
            here={first + i === here}
            kept={decided.get(keyOf(one))}
            onLook={() => setAt(first + i)}
            onDecide={(keep) => decide(first + i, keep)}
          />
        ))}
      </ol>
    </>
  );
}

function ProposalItem(props: {
  at: number;
  proposal: Proposal;
  here: boolean;
  kept: boolean | undefined;
  onLook: () => void;
  onDecide: (keep: boolean) => void;
}) {
  const { at, proposal, here, kept, onLook, onDecide } = props;
  const m = useMessages();
  const f = useFormat();
  const words = m.proposals;
  const { coded, reason, score, before, after, pseudonym, sourceTitle } = proposal;
  const state = kept === undefined ? 'open' : kept ? 'kept' : 'struck';
  const said = [
    pseudonym ?? sourceTitle,
    words.reasons[reason],
    score === null ? '' : f.number(score, 2),
    coded ? words[coded] : '',
  ].filter(Boolean);
  return (
    <li
      data-at={at}
      className={`proposal ${state} ${here ? 'here' : ''} ${coded ?? ''}`}
      aria-current={here}
      onPointerDown={onLook}
    >
      <div className="proposal-about">
        <span>{said.join(' · ')}</span>
        <span className="proposal-state">{coded === 'same' ? '' : words.state[state]}</span>
      </div>
      <p className="proposal-words">
        <span className="proposal-around">… {before}</span>
        <Marked proposal={proposal} />
        <span className="proposal-around">{after} …</span>
      </p>
      {here && (
        <div className="row">
          {coded !== 'same' && (
            <>
              <Button small keys="y" onPress={() => onDecide(true)}>
                {words.keep}
              </Button>
              <Button small keys="x" onPress={() => onDecide(false)}>
                {words.strike}
              </Button>
            </>
          )}
          <Link
            to="/coding"
            search={{ source: proposal.sourceId, from: String(proposal.from), to: String(proposal.to) }}
          >
            {words.show}
          </Link>
        </div>
      )}
    </li>
  );
}

/** The words, with what was found in them marked. */
function Marked({ proposal: { words, hits } }: { proposal: Proposal }) {
  const pieces = [];
  let last = 0;
  for (const { from, to } of hits) {
    if (from < last || to > words.length) continue;
    pieces.push(words.slice(last, from), <mark key={from}>{words.slice(from, to)}</mark>);
    last = to;
  }
  return (
    <span className="proposal-said">
      {pieces}
      {words.slice(last)}
    </span>
  );
}
