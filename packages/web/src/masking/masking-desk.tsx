import type { EditorView } from '@codemirror/view';
import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api.js';
import { useChange } from '../change.js';
import { useFormat, useMessages } from '../language.js';
import { useActions } from '../parts/actions.js';
import { Button } from '../parts/button.js';
import { Checkbox } from '../parts/field.js';
import { PageHeader } from '../parts/page-header.js';
import { Panes } from '../parts/panes.js';
import { Read } from '../parts/read.js';
import { useRemembered } from '../parts/remembered.js';
import { sourceFilters } from '../parts/source-filters.js';
import { SourceList, type SourceEntry } from '../parts/source-list.js';
import { useSay } from '../parts/status-line.js';
import { showSpan } from '../parts/text-surface/show-span.js';
import type { Selected } from '../parts/text-surface/text-surface.js';
import { useChoice } from '../routes.js';
import { MaskDialog } from './mask-dialog.js';
import { MaskingMargin } from './masking-margin.js';
import { MaskingText } from './masking-text.js';
import { alike, nextMention, type MaskedSource, type Mention } from './masking-types.js';
import { useDecide } from './use-decide.js';

/** The station at work: texts at the left, the words in the middle, decisions at the right. */
export function MaskingDesk(props: {
  sources: SourceEntry[];
  source: SourceEntry | undefined;
  choose: (id: string) => void;
  open: UseQueryResult<MaskedSource>;
}) {
  const { sources, source, choose, open } = props;
  const m = useMessages();
  const f = useFormat();
  const say = useSay();
  const [view, setView] = useState<EditorView | null>(null);
  const [chosenId, setChosenId] = useState<string>();
  const [selected, setSelected] = useState<Selected>({ from: 0, to: 0 });
  const [masking, setMasking] = useState<{ words: Selected } | { mention: Mention } | null>(null);
  const [together, setTogether] = useRemembered('masking.together', true);
  const [shown, setShown] = useChoice('view');
  const printed = shown === 'printed';
  const data = open.data;
  const mentions = data?.mentions ?? [];
  const chosen = mentions.find(({ id }) => id === chosenId);

  const choosePlace = (mention: Mention | undefined) => {
    if (!mention) return;
    setChosenId(mention.id);
    if (view) showSpan(view, mention.from, mention.to, false);
  };
  const group = (mention: Mention) =>
    data && together ? alike(mention, data).map(({ id }) => id) : [mention.id];
  /** After a decision on to what is left, past what was decided with it. */
  const goOn = (mention: Mention) => {
    const decided = new Set(group(mention));
    choosePlace(
      nextMention(mentions, mention, ({ id, decision }) => decision === 'open' && !decided.has(id)),
    );
  };
  const decide = useDecide(data, together, goOn);
  const propose = useChange(api.masking.propose, {
    onDone: ({ added }) =>
      say({
        text:
          added > 0 ? m.masking.proposed(f.count(added, m.words.counts.mentions)) : m.masking.proposedNone,
        undo: added > 0,
      }),
  });

  const onSelection = (next: Selected) => {
    setSelected(next);
    const under = mentions.find(({ from, to }) => from <= next.from && next.to <= to);
    if (under) setChosenId(under.id);
  };
  const onMask = () => {
    const exact = chosen && chosen.from <= selected.from && selected.to <= chosen.to;
    if (selected.from < selected.to && !exact) setMasking({ words: selected });
    else if (!chosen) say({ text: m.masking.selectFirst });
    else if (chosen.entityId === null) setMasking({ mention: chosen });
    else decide(chosen, 'mask');
  };
  const walk = (step: 1 | -1) => choosePlace(nextMention(mentions, chosen, () => true, step));
  const nothing = mentions.length === 0;
  useActions([
    { id: 'masking.mask', name: m.masking.mask, keys: 'm', run: onMask },
    {
      id: 'masking.keep',
      name: m.masking.keep,
      keys: 'k',
      run: () => chosen && decide(chosen, 'keep'),
      disabled: !chosen,
    },
    {
      id: 'masking.open',
      name: m.masking.reopen,
      keys: 'o',
      run: () => chosen && decide(chosen, 'open'),
      disabled: !chosen,
    },
    { id: 'masking.next', name: m.masking.next, keys: 'j', run: () => walk(1), disabled: nothing },
    {
      id: 'masking.down',
      name: m.masking.next,
      keys: 'ArrowDown',
      run: () => walk(1),
      disabled: nothing,
      hidden: true,
    },
    {
      id: 'masking.previous',
      name: m.masking.previous,
      keys: 'shift+j',
      run: () => walk(-1),
      disabled: nothing,
    },
    {
      id: 'masking.up',
      name: m.masking.previous,
      keys: 'ArrowUp',
      run: () => walk(-1),
      disabled: nothing,
      hidden: true,
    },
    {
      id: 'masking.nextOpen',
      name: m.masking.nextOpen,
      keys: 'n',
      run: () => choosePlace(nextMention(mentions, chosen, ({ decision }) => decision === 'open')),
      disabled: nothing,
    },
    {
      id: 'masking.printed',
      name: m.masking.asPrinted,
      keys: 'v',
      run: () => setShown(printed ? undefined : 'printed'),
    },
    {
      id: 'masking.propose',
      name: m.masking.propose,
      keys: 'shift+f',
      run: () => source && propose.mutate({ sourceId: source.id }),
    },
  ]);

  const figure = (one: SourceEntry) =>
    one.openMentions > 0
      ? f.count(one.openMentions, m.masking.openForms)
      : one.mentions > 0
        ? m.masking.done(f.number(one.mentions))
        : m.masking.untouched;
  return (
    <div className="page">
      <PageHeader station="masking" title={m.masking.title} lead={m.masking.lead}>
        <Checkbox checked={printed} onChange={(on) => setShown(on ? 'printed' : undefined)}>
          {m.masking.asPrinted}
        </Checkbox>
        <Button
          keys="shift+f"
          isDisabled={propose.isPending || !source}
          onPress={() => source && propose.mutate({ sourceId: source.id })}
        >
          {m.masking.propose}
        </Button>
      </PageHeader>
      <Panes
        id="masking"
        name={m.masking.text}
        left={{
          name: m.transcripts.sources,
          width: 240,
          children: (
            <SourceList
              sources={sources}
              chosen={source?.id}
              onChoose={choose}
              figure={figure}
              filters={sourceFilters(m)}
            />
          ),
        }}
        right={{
          name: m.masking.margin,
          width: 350,
          min: 280,
          children: (
            <Read query={open}>
              {(found) => (
                <MaskingMargin
                  open={found}
                  chosen={chosen}
                  onChoose={choosePlace}
                  decide={decide}
                  onMask={onMask}
                  together={together}
                  onTogether={setTogether}
                />
              )}
            </Read>
          ),
        }}
      >
        <Read query={open}>
          {(found) => (
            <MaskingText
              open={found}
              chosen={chosen}
              together={chosen ? group(chosen) : []}
              printed={printed}
              view={view}
              onView={setView}
              at={selected.from}
              onSelection={onSelection}
              onChoose={choosePlace}
            />
          )}
        </Read>
      </Panes>
      {masking && data && (
        <MaskDialog
          open={data}
          place={'mention' in masking ? masking.mention : masking.words}
          mention={'mention' in masking ? masking.mention : undefined}
          ids={'mention' in masking ? group(masking.mention) : []}
          onClose={() => setMasking(null)}
          onDone={(mention) => mention && goOn(mention)}
        />
      )}
    </div>
  );
}
