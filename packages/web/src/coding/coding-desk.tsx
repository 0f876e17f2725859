import type { EditorView } from '@codemirror/view';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { api, queries } from '../api.js';
import { useChange } from '../change.js';
import { useFormat, useMessages } from '../language.js';
import { useActions } from '../parts/actions.js';
import { PageHeader } from '../parts/page-header.js';
import { Panes } from '../parts/panes.js';
import { Read } from '../parts/read.js';
import { useRemembered } from '../parts/remembered.js';
import { Segmented } from '../parts/select.js';
import type { SourceEntry } from '../parts/source-list.js';
import { useSay } from '../parts/status-line.js';
import { showSpan, trimmed } from '../parts/text-surface/show-span.js';
import type { Selected } from '../parts/text-surface/text-surface.js';
import { turnAt } from '../parts/text-surface/turns.js';
import { useSource } from '../parts/use-source.js';
import { useChoice } from '../routes.js';
import { BlindNotice } from './coders/blind-notice.js';
import { CodePalette } from './code-palette.js';
import { CodebookPane } from './codebook-pane.js';
import { CodingMargin } from './coding-margin.js';
import { CodingText } from './coding-text.js';
import { CodingViews } from './coding-views.js';
import { withUnder, type Codebook, type Coding } from './coding-types.js';
import { InVivoDialog } from './in-vivo-dialog.js';
import { DeskMemoDialog, type MemoDraft } from './memos/desk-memo-dialog.js';
import { useNotes } from './memos/use-notes.js';
import { RecentCodes, useRecent } from './recent-codes.js';
import { useCoder } from './use-coder.js';
import { useCodings } from './use-codings.js';

/** The station at work: codebook, text, margin; and every act on them with its key. */
export function CodingDesk({ sources, codebook }: { sources: SourceEntry[]; codebook: Codebook }) {
  const m = useMessages();
  const f = useFormat();
  const say = useSay();
  const { codes, coders } = codebook;
  const { source, choose, next, previous } = useSource(sources);
  const open = useQuery({ ...queries.codings(source?.id ?? ''), enabled: source !== undefined });
  const { coder, ask, choice, dialog: coderDialog } = useCoder(coders);
  const [shown, setShown] = useRemembered<'mine' | 'both'>('coding.shown', 'both');
  const [codeId, setCodeId] = useChoice('code');
  const [codingId, setCodingId] = useChoice('coding');
  const [view, setView] = useState<EditorView | null>(null);
  const [selected, setSelected] = useState<Selected>({ from: 0, to: 0 });
  const [palette, setPalette] = useState(false);
  const [inVivo, setInVivo] = useState<string | null>(null);
  const [memo, setMemo] = useState<MemoDraft | null>(null);
  const { codings: all, add, remove } = useCodings(open.data);
  const saveCode = useChange(api.coding.saveCode);
  const codings = useMemo(
    () => (shown === 'mine' && coder ? all.filter(({ coderId }) => coderId === coder.id) : all),
    [all, shown, coder],
  );
  const code = codes.find(({ id }) => id === codeId);
  const focus = useMemo(() => (codeId && code ? withUnder(codes, codeId) : null), [codes, code, codeId]);
  const coding = codings.find(({ id }) => id === codingId);
  const here = useMemo(() => touching(codings, selected), [codings, selected]);
  const recent = useRecent(codes, all, coder);
  const text = open.data?.text ?? '';

  // A place that another page names by its coding is shown once the text is there, and not again when things are read anew.
  const arrived = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (!view || !coding || arrived.current === coding.id) return;
    arrived.current = coding.id;
    showSpan(view, coding.from, coding.to, false);
  }, [view, coding]);

  const onSelection = useCallback((now: Selected) => setSelected(now), []);
  const goTo = (one: Coding) => {
    arrived.current = one.id;
    setCodingId(one.id);
    if (view) showSpan(view, one.from, one.to, false);
  };
  const onCoding = (id: string) => {
    const one = codings.find((each) => each.id === id);
    if (one) goTo(one);
  };
  /** The words chosen, without white space at their ends. */
  const words = () => trimmed(text, selected);
  const use = (ids: string[]) => {
    const span = words();
    if (!span) return say({ text: m.coding.nothingSelected });
    if (!coder) return ask();
    const fresh = ids.filter(
      (id) =>
        !all.some(
          (one) =>
            one.codeId === id && one.coderId === coder.id && one.from === span.from && one.to === span.to,
        ),
    );
    recent.use(ids);
    if (fresh.length > 0) void add(span, fresh, coder.id);
    else
      say({
        text: m.coding.already(f.list(ids.map((id) => codes.find((one) => one.id === id)?.name ?? ''))),
      });
  };
  const makeAndUse = async (name: string, parentId: string | null) => {
    const known = codes.find((one) => one.name === name && one.parentId === parentId);
    // A refusal is said in the status line.
    const id = known?.id ?? (await saveCode.mutateAsync({ name, parentId }).catch(() => null))?.id;
    if (id) use([id]);
  };
  const openPalette = () => {
    if (!words()) return say({ text: m.coding.nothingSelected });
    if (coder) setPalette(true);
    else ask();
  };
  const codeTurn = () => {
    const turns = open.data?.turns ?? [];
    const first = turnAt(turns, selected.from);
    const last = turnAt(turns, Math.max(selected.from, selected.to - 1));
    if (!view || !first || !last) return;
    showSpan(view, first.turn.from, last.turn.to, false);
    setSelected({ from: first.turn.from, to: last.turn.to });
    if (coder) setPalette(true);
    else ask();
  };
  const walk = (step: 1 | -1) => {
    const among = focus ? codings.filter((one) => focus.has(one.codeId)) : codings;
    if (among.length === 0) return say({ text: m.coding.noCodings });
    const at = coding ? among.indexOf(coding) : -1;
    const to =
      at !== -1
        ? at + step
        : step === 1
          ? among.findIndex(({ from }) => from >= selected.to)
          : among.findLastIndex(({ to: end }) => end <= selected.from);
    const one = among[(to + among.length) % among.length];
    if (one) goTo(one);
  };
  const chosen =
    coding && here.includes(coding) ? coding : (here.find(({ coderId }) => coderId === coder?.id) ?? here[0]);
  const removeHere = () => {
    if (!chosen) return say({ text: m.coding.removeNone });
    if (chosen.coderId !== coder?.id && chosen !== coding) {
      return say({ text: m.coding.otherCoder(coders.find(({ id }) => id === chosen.coderId)?.name ?? '') });
    }
    remove(chosen);
  };
  const writeMemo = () => source && setMemo({ sourceId: source.id, coding: chosen });
  useActions([
    { id: 'coding.code', name: m.coding.codeSelection, keys: 'c', run: openPalette },
    { id: 'coding.turn', name: m.coding.codeTurn, keys: 't', run: codeTurn },
    {
      id: 'coding.inVivo',
      name: m.coding.inVivo,
      keys: 'i',
      run: () => {
        const span = words();
        if (span) setInVivo(text.slice(span.from, span.to));
        else say({ text: m.coding.nothingSelected });
      },
    },
    { id: 'coding.next', name: m.coding.next, keys: 'n', run: () => walk(1) },
    { id: 'coding.previous', name: m.coding.previous, keys: 'p', run: () => walk(-1) },
    { id: 'coding.remove', name: m.coding.remove, keys: 'Delete', run: removeHere },
    { id: 'coding.memo', name: m.coding.memoNew, keys: 'm', run: () => writeMemo() },
    ...recent.codes.map((one, index) => ({
      id: `coding.recent${index + 1}`,
      name: m.coding.repeat(f.number(index + 1), one.name),
      keys: String(index + 1),
      run: () => use([one.id]),
    })),
  ]);

  const notes = useNotes(open.data, view, selected, coder);
  const onUse = useRef(use);
  useEffect(() => {
    onUse.current = use;
  });
  const useFromTree = useCallback((id: string) => onUse.current([id]), []);
  const inFocus = focus ? all.filter((one) => focus.has(one.codeId)).length : 0;
  const span = words();
  return (
    <div className="page">
      <PageHeader station="coding" title={m.coding.title} lead={m.coding.lead}>
        <CodingViews />
        <Segmented
          label={m.coding.shown}
          value={shown}
          onChange={setShown}
          options={[
            { value: 'both', name: m.coding.both },
            { value: 'mine', name: m.coding.mine },
          ]}
        />
        {choice}
      </PageHeader>
      <BlindNotice sourceId={source?.id} coderId={coder?.id} />
      <Panes
        id="coding"
        name={m.coding.text}
        left={{
          name: m.coding.codebook,
          width: 264,
          children: <CodebookPane codes={codes} chosen={code} onChoose={setCodeId} onUse={useFromTree} />,
        }}
        right={{
          name: m.coding.margin,
          width: 290,
          children: (
            <Read query={open}>
              {(found) => (
                <CodingMargin
                  open={found}
                  codes={codes}
                  coders={coders}
                  here={here}
                  chosen={chosen}
                  ranged={selected.from < selected.to}
                  code={code}
                  inText={inFocus}
                  onChoose={goTo}
                  onRemove={remove}
                  onMemo={setMemo}
                  onAll={() => setCodeId(undefined)}
                />
              )}
            </Read>
          ),
        }}
      >
        <Read query={open}>
          {(found) => (
            <CodingText
              open={found}
              codings={codings}
              codes={codes}
              coders={coders}
              me={coder?.id}
              focus={focus}
              looked={chosen}
              sources={sources}
              onSource={choose}
              onNext={next}
              onPrevious={previous}
              view={view}
              onView={setView}
              onSelection={onSelection}
              onCoding={onCoding}
              onEnter={openPalette}
            />
          )}
        </Read>
        <RecentCodes codes={recent.codes} onUse={(id) => use([id])} onFind={openPalette} />
      </Panes>
      {palette && span && (
        <CodePalette
          words={text.slice(span.from, span.to)}
          codes={codes}
          recent={recent.codes}
          done={
            new Set(
              all
                .filter((one) => one.coderId === coder?.id && one.from === span.from && one.to === span.to)
                .map((one) => one.codeId),
            )
          }
          onUse={(id) => use([id])}
          onMake={(name) => void makeAndUse(name, null)}
          onClose={() => setPalette(false)}
        />
      )}
      {inVivo !== null && (
        <InVivoDialog
          words={inVivo}
          codes={codes}
          parentId={code?.id ?? null}
          onSave={(name, parentId) => void makeAndUse(name, parentId)}
          onClose={() => setInVivo(null)}
        />
      )}
      {memo && <DeskMemoDialog draft={memo} codes={codes} coder={coder} onClose={() => setMemo(null)} />}
      {notes}
      {coderDialog}
    </div>
  );
}

/** The codings at the caret, or in the selection. */
function touching(codings: readonly Coding[], { from, to }: Selected): Coding[] {
  return codings.filter((one) =>
    from === to ? one.from <= from && from < one.to : one.from < to && from < one.to,
  );
}
