import type { EditorView } from '@codemirror/view';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { queries } from '../../api.js';
import { useFormat, useMessages } from '../../language.js';
import { useActions } from '../../parts/actions.js';
import { Panes } from '../../parts/panes.js';
import { Failed, Read, Skeleton } from '../../parts/read.js';
import type { SourceEntry } from '../../parts/source-list.js';
import { useChoice } from '../../routes.js';
import { codedText } from '../coded-text.js';
import { withUnder, type Codebook, type Coder } from '../coding-types.js';
import { BothCodings } from './both-codings.js';
import { DisagreementList, keyOf } from './disagreement-list.js';
import { Decide, type Decision } from './decide.js';
import type { Disagreement, Sample } from './sample.js';
import { StillBlind } from './still-blind.js';

/** What coders differ on, one after the other: the list, the text with everybody's codings, and the decision. */
export function DisagreementsView(props: {
  sample: Sample | undefined;
  sources: readonly SourceEntry[];
  codebook: Codebook;
  me: Coder | undefined;
}) {
  const { sample, sources, codebook, me } = props;
  const blind = sample?.blind ?? false;
  const found = useQuery({
    ...queries.disagreements(sample ? { doubleCodingId: sample.id } : {}),
    enabled: !blind,
    retry: false,
  });
  if (blind) return <StillBlind />;
  if (found.error && !found.data) return <Failed error={found.error} again={() => void found.refetch()} />;
  if (!found.data) return <Skeleton />;
  return (
    <Walk
      key={sample?.id ?? ''}
      sample={sample}
      sources={sources}
      codebook={codebook}
      me={me}
      coderIds={found.data.coderIds}
      all={found.data.disagreements}
      total={found.data.total}
    />
  );
}

function Walk(props: {
  sample: Sample | undefined;
  sources: readonly SourceEntry[];
  codebook: Codebook;
  me: Coder | undefined;
  coderIds: readonly string[];
  all: readonly Disagreement[];
  total: number;
}) {
  const { sample, sources, codebook, me, coderIds, all, total } = props;
  const m = useMessages();
  const f = useFormat();
  const words = m.coders;
  const [codeId, setCode] = useChoice('code');
  const [filter, setFilter] = useState<'open' | 'all'>('open');
  const [at, setAt] = useState<string | null>(null);
  const [view, setView] = useState<EditorView | null>(null);
  const [chosen, setChosen] = useState<{ of: string; decision: Decision } | null>(null);
  const reason = useRef<HTMLDivElement>(null);
  const listed = useMemo(() => {
    const codes = codeId ? withUnder(codebook.codes, codeId) : null;
    return all.filter(
      (one) =>
        (!codes || codes.has(one.codeId)) &&
        // The one that is looked at stays, though it was settled just now.
        (filter === 'all' || one.resolution === null || keyOf(one) === at),
    );
  }, [all, codebook.codes, codeId, filter, at]);
  const one = listed.find((each) => keyOf(each) === at) ?? listed[0];
  const coders = coderIds.flatMap((id) => codebook.coders.find((coder) => coder.id === id) ?? []);
  const open = useQuery({ ...codedText(one?.sourceId ?? ''), enabled: one !== undefined });
  const key = one ? keyOf(one) : '';
  const decision: Decision = chosen?.of === key ? chosen.decision : { kind: 'keep' };
  const setDecision = (next: Decision) => setChosen({ of: key, decision: next });
  const go = (step: 1 | -1) => {
    if (!one || listed.length === 0) return;
    const next = listed[(listed.indexOf(one) + step + listed.length) % listed.length];
    if (next) setAt(keyOf(next));
  };
  const decide = (next: Decision) => {
    setDecision(next);
    reason.current?.querySelector<HTMLElement>('.field input')?.focus();
  };
  useActions([
    { id: 'coders.next', name: words.next, keys: 'n', run: () => go(1) },
    { id: 'coders.previous', name: words.previous, keys: 'p', run: () => go(-1) },
    ...(sample && one
      ? [
          { id: 'coders.keep', name: words.keepAct, keys: 'k', run: () => decide({ kind: 'keep' }) },
          { id: 'coders.drop', name: words.dropAct, keys: 'x', run: () => decide({ kind: 'drop' }) },
          ...coders
            .flatMap((coder, i) => ((one.coded[i] ?? []).length > 0 ? [{ coder, i }] : []))
            .map(({ i }) => ({
              id: `coders.as${i}`,
              name: words.coderAct(f.number(i + 1)),
              keys: String(i + 1),
              run: () => decide({ kind: 'as', coder: i }),
            })),
          {
            id: 'coders.reason',
            name: words.reasonAct,
            keys: 'r',
            run: () => reason.current?.querySelector<HTMLElement>('.field input')?.focus(),
          },
        ]
      : []),
  ]);
  return (
    <Panes
      id="disagreements"
      name={words.text}
      left={{
        name: words.list,
        width: 300,
        children: (
          <DisagreementList
            listed={listed}
            all={all}
            total={total}
            chosen={one}
            codebook={codebook}
            sources={sources}
            codeId={codeId}
            onCode={setCode}
            filter={filter}
            onFilter={setFilter}
            onChoose={(next) => setAt(keyOf(next))}
          />
        ),
      }}
      right={{
        name: words.decide,
        width: 340,
        children: one ? (
          <div ref={reason}>
            <Decide
              key={key}
              sample={sample}
              one={one}
              alike={all.filter(
                (each) =>
                  each !== one &&
                  each.codeId === one.codeId &&
                  each.kind === one.kind &&
                  each.resolution === null,
              )}
              code={codebook.codes.find(({ id }) => id === one.codeId)}
              coders={coders}
              me={me}
              text={open.data?.text ?? ''}
              decision={decision}
              onDecision={setDecision}
              onSettled={() => go(1)}
            />
          </div>
        ) : null,
      }}
    >
      {one ? (
        <Read query={open}>
          {(source) => (
            <BothCodings
              open={source}
              one={one}
              codes={codebook.codes}
              coders={coders}
              view={view}
              onView={setView}
            />
          )}
        </Read>
      ) : (
        <p className="coders-sheet hint">{all.length === 0 ? words.none : words.noneOpen}</p>
      )}
    </Panes>
  );
}
