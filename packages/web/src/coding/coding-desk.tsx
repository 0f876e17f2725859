import { SpanIndex, whoseWords, type Turn } from '@bagom/core';
import type { EditorView } from '@codemirror/view';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useFormat, useMessages } from '../language.js';
import { useActions } from '../parts/actions.js';
import { PageHeader } from '../parts/page-header.js';
import { Panes } from '../parts/panes.js';
import { Read } from '../parts/read.js';
import { useRemembered } from '../parts/remembered.js';
import { Segmented } from '../parts/select.js';
import type { SourceEntry } from '../parts/source-list.js';
import { useSay } from '../parts/status-line.js';
import { chosenWords } from '../parts/text-surface/chosen-words.js';
import { showSpan } from '../parts/text-surface/show-span.js';
import type { Selected } from '../parts/text-surface/text-surface.js';
import { turnAt } from '../parts/text-surface/turns.js';
import { useLatest } from '../parts/use-latest.js';
import { useSource } from '../parts/use-source.js';
import { useChoice } from '../routes.js';
import { BlindNotice } from './coders/blind-notice.js';
import { CodePalette } from './code-palette.js';
import { useExamples } from './codebook/use-examples.js';
import { CodebookPane } from './codebook-pane.js';
import { CodingMargin } from './coding-margin.js';
import { CodingText } from './coding-text.js';
import { CodingViews } from './coding-views.js';
import { withUnder, type Codebook, type Coding } from './coding-types.js';
import { codedText } from './coded-text.js';
import { countCodings } from './counted.js';
import { InVivoDialog } from './in-vivo-dialog.js';
import { DeskMemoDialog, type MemoDraft } from './memos/desk-memo-dialog.js';
import { useNotes } from './memos/use-notes.js';
import { RecentCodes, useRecent } from './recent-codes.js';
import { useOutline } from './outline.js';
import { useCoder } from './use-coder.js';
import { OpenTextDialog } from './open-text-dialog.js';
import { TextTabs } from './text-tabs.js';
import { useCodings } from './use-codings.js';
import { useOpenTexts } from './use-open-texts.js';

const NOTHING = SpanIndex.of<Coding>([]);
const NO_TURNS: readonly Turn[] = [];

/** The station at work: codebook, text, margin; and every act on them with its key. */
export function CodingDesk({ sources, codebook }: { sources: SourceEntry[]; codebook: Codebook }) {
  const m = useMessages();
  const f = useFormat();
  const say = useSay();
  const { codes, coders } = codebook;
  const { source, choose } = useSource(sources);
  const open = useQuery({ ...codedText(source?.id ?? ''), enabled: source !== undefined });
  const { coder, ask, choice, dialog: coderDialog } = useCoder(coders);
  const [shown, setShown] = useRemembered<'mine' | 'both'>('coding.shown', 'both');
  const [codeId, setCodeId] = useChoice('code');
  const [codingId, setCodingId] = useChoice('coding');
  const [view, setView] = useState<EditorView | null>(null);
  const [selected, setSelected] = useState<Selected>({ from: 0, to: 0 });
  const [palette, setPalette] = useState(false);
  const [inVivo, setInVivo] = useState<string | null>(null);
  const [memo, setMemo] = useState<MemoDraft | null>(null);
  const [askedShown, setAskedShown] = useRemembered('coding.asked', true);
  const [opening, setOpening] = useState(false);
  const { add, addNew, remove } = useCodings(open.data);
  const asExample = useExamples(open.data, coder);
  const tabs = useOpenTexts(sources, source, choose, view);
  const codings = open.data?.codings ?? NOTHING;
  const turns = open.data?.turns ?? NO_TURNS;
  const me = coder?.id;
  const wanted = useCallback((one: Coding) => shown === 'both' || !me || one.coderId === me, [shown, me]);
  const shows = useCallback(
    (one: Coding) => wanted(one) && (askedShown || whoseWords(turns, one) !== 'interviewer'),
    [wanted, askedShown, turns],
  );
  const code = codes.find(({ id }) => id === codeId);
  const focus = useMemo(() => (codeId && code ? withUnder(codes, codeId) : null), [codes, code, codeId]);
  const counted = useMemo(
    () => countCodings(codings, turns, { wanted, asked: askedShown, focus }),
    [codings, turns, wanted, askedShown, focus],
  );
  const here = useMemo(
    () => codings.over(selected.from, selected.to).filter(shows),
    [codings, shows, selected],
  );
  const coding = useMemo(() => {
    for (const one of codingId ? codings : NOTHING) if (one.id === codingId && shows(one)) return one;
    return undefined;
  }, [codings, shows, codingId]);
  const outline = useOutline(codes);
  const recent = useRecent(outline, codings, coder);
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
    for (const one of codings) if (one.id === id) return goTo(one);
  };
  const words = () => chosenWords(text, turns, selected);
  /** The codes that the coder has on exactly these words. */
  const codesOn = (on: Selected) =>
    new Set(
      codings
        .over(on.from, on.to)
        .filter((one) => one.coderId === me && one.from === on.from && one.to === on.to)
        .map((one) => one.codeId),
    );
  const use = (ids: string[]) => {
    const span = words();
    if (!span) return say({ text: m.coding.nothingSelected });
    if (!coder) return ask();
    const done = codesOn(span);
    const fresh = ids.filter((id) => !done.has(id));
    recent.use(ids);
    if (fresh.length > 0) add(span, fresh, coder.id);
    else
      say({
        text: m.coding.already(f.list(ids.map((id) => codes.find((one) => one.id === id)?.name ?? ''))),
      });
  };
  const makeAndUse = (name: string, parentId: string | null) => {
    const known = codes.find((one) => one.name === name && one.parentId === parentId);
    const span = words();
    if (known) use([known.id]);
    else if (span && coder) addNew(span, { name, parentId }, coder.id, (id) => recent.use([id]));
  };
  const openPalette = () => {
    if (!words()) return say({ text: m.coding.nothingSelected });
    if (coder) setPalette(true);
    else ask();
  };
  const codeTurn = () => {
    const first = turnAt(turns, selected.from);
    const last = turnAt(turns, Math.max(selected.from, selected.to - 1));
    if (!view || !first || !last) return;
    showSpan(view, first.turn.from, last.turn.to, false);
    setSelected({ from: first.turn.from, to: last.turn.to });
    if (coder) setPalette(true);
    else ask();
  };
  const walk = (step: 1 | -1) => {
    const among = [...codings].filter((one) => shows(one) && (!focus || focus.has(one.codeId)));
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
  const exampleHere = () => asExample({ codes, code, span: words(), coding: chosen });
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
    { id: 'coding.open', name: m.coding.openText, keys: 'o', run: () => setOpening(true) },
    { id: 'coding.nextTab', name: m.coding.nextTab, keys: '.', run: () => tabs.step(1) },
    { id: 'coding.previousTab', name: m.coding.previousTab, keys: ',', run: () => tabs.step(-1) },
    { id: 'coding.closeTab', name: m.coding.closeTab, keys: 'w', run: () => source && tabs.close(source.id) },
    {
      id: 'coding.asked',
      name: askedShown ? m.coding.hideAsked : m.coding.showAsked,
      keys: 'shift+i',
      run: () => setAskedShown(!askedShown),
    },
    { id: 'coding.example', name: m.codebook.exampleUse, keys: 'x', run: exampleHere },
    { id: 'coding.memo', name: m.coding.memoNew, keys: 'm', run: () => writeMemo() },
    ...recent.codes.map((one, index) => ({
      id: `coding.recent${index + 1}`,
      name: m.coding.repeat(f.number(index + 1), one.name),
      keys: String(index + 1),
      run: () => use([one.id]),
    })),
  ]);

  const notes = useNotes(open.data, view, selected, coder);
  const useOne = useLatest((id: string) => use([id]));
  const onChoose = useLatest(goTo);
  const onRemove = useLatest(remove);
  const onExample = useLatest(exampleHere);
  const onExampleOf = useLatest((one: Coding) =>
    asExample({ codes, code: undefined, span: null, coding: one }),
  );
  const onAll = useLatest(() => setCodeId(undefined));
  const onCodingHere = useLatest(onCoding);
  const onEnter = useLatest(openPalette);
  const onAsked = useLatest(() => setAskedShown(!askedShown));
  const onShow = useLatest(choose);
  const onCloseText = useLatest(tabs.close);
  const onOpening = useCallback(() => setOpening(true), []);
  const span = words();
  const sourceId = source?.id ?? '';
  const openTexts = tabs.texts;
  const head = useMemo(
    () => (
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
    ),
    [m, shown, setShown, choice],
  );
  const texts = useMemo(
    () => (
      <TextTabs texts={openTexts} shown={sourceId} onShow={onShow} onClose={onCloseText} onOpen={onOpening} />
    ),
    [openTexts, sourceId, onShow, onCloseText, onOpening],
  );
  return (
    <div className="page">
      {head}
      <BlindNotice sourceId={source?.id} coderId={coder?.id} />
      <Panes
        id="coding"
        name={m.coding.text}
        left={{
          name: m.coding.codebook,
          width: 264,
          children: (
            <CodebookPane
              codes={codes}
              chosen={codes.find(({ id }) => id === codeId)}
              onChoose={setCodeId}
              onUse={useOne}
              onExample={onExample}
            />
          ),
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
                  inText={counted.inFocus}
                  onChoose={onChoose}
                  onRemove={onRemove}
                  onMemo={setMemo}
                  onExample={onExampleOf}
                  onAll={onAll}
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
              tabs={texts}
              shows={shows}
              counted={counted}
              asked={askedShown}
              onAsked={onAsked}
              codes={outline}
              coders={coders}
              me={coder?.id}
              focus={focus}
              looked={chosen}
              view={view}
              onView={setView}
              onSelection={onSelection}
              onCoding={onCodingHere}
              onEnter={onEnter}
            />
          )}
        </Read>
        <RecentCodes codes={recent.codes} onUse={useOne} onFind={onEnter} />
      </Panes>
      {palette && span && (
        <CodePalette
          words={text.slice(span.from, span.to)}
          codes={codes}
          recent={recent.codes}
          done={codesOn(span)}
          onUse={(id) => use([id])}
          onMake={(name) => makeAndUse(name, null)}
          onClose={() => setPalette(false)}
        />
      )}
      {opening && (
        <OpenTextDialog
          sources={sources}
          open={tabs.texts}
          onOpen={tabs.open}
          onClose={() => setOpening(false)}
        />
      )}
      {inVivo !== null && (
        <InVivoDialog
          words={inVivo}
          codes={codes}
          parentId={code?.id ?? null}
          onSave={makeAndUse}
          onClose={() => setInVivo(null)}
        />
      )}
      {memo && <DeskMemoDialog draft={memo} codes={codes} coder={coder} onClose={() => setMemo(null)} />}
      {notes}
      {coderDialog}
    </div>
  );
}
