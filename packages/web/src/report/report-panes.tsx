import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api, queries } from '../api.js';
import { useChange } from '../change.js';
import { useFormat, useMessages } from '../language.js';
import { useActions } from '../parts/actions.js';
import { Button } from '../parts/button.js';
import { Panes } from '../parts/panes.js';
import { Segmented } from '../parts/select.js';
import { useChoice, useChoose } from '../routes.js';
import { AuditView } from './audit-view.js';
import { BlockForm } from './block-form.js';
import { ChapterTree } from './chapter-tree.js';
import { PrintedLanguage } from './printed-words.js';
import { PrintedChapter, type BlockActs } from './printed-chapter.js';
import {
  blockWith,
  emptyBlock,
  placedChapters,
  rowOf,
  type BlockRow,
  type PrintedBlock,
  type Report,
} from './report-types.js';
import { TraceView } from './trace-view.js';

const SIDES = ['trace', 'edit', 'audit'] as const;
type Side = (typeof SIDES)[number];

/** The chapters, the report as it would be printed, and beside it where a block comes from, its form, or the audit. */
export function ReportPanes({ report }: { report: Report }) {
  const m = useMessages();
  const f = useFormat();
  const choose = useChoose();
  const [chapterId] = useChoice('chapter');
  const [blockId] = useChoice('block');
  const [view, setView] = useChoice('view');
  const [adding, setAdding] = useState<BlockRow | null>(null);
  const paper = useRef<HTMLDivElement>(null);
  const move = useChange(api.report.moveBlock);
  const remove = useChange(api.report.removeBlock);
  const side: Side = SIDES.find((one) => one === view) ?? 'trace';
  const chapters = placedChapters(report.chapters);
  const home = report.chapters.find(({ blocks }) => blocks.some((block) => block.blockId === blockId));
  const block = home?.blocks.find((one) => one.blockId === blockId);

  const show = (id: string) =>
    paper.current?.querySelector(`#chapter-${CSS.escape(id)}`)?.scrollIntoView({ block: 'start' });
  // An address that names a block or chapter is shown there when the page opens, and only then.
  useEffect(() => {
    const at = blockId ? paper.current?.querySelector(`[data-block="${CSS.escape(blockId)}"]`) : null;
    if (at) at.scrollIntoView({ block: 'start' });
    else if (chapterId) show(chapterId);
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  // A block is chosen by having the focus, whether a key or a click gave it.
  useEffect(() => {
    const element = paper.current;
    const onFocus = ({ target }: FocusEvent) => {
      const id = target instanceof HTMLElement ? target.dataset['block'] : undefined;
      const within = report.chapters.find(({ blocks }) => blocks.some((one) => one.blockId === id));
      if (!id || id === blockId || !within) return;
      setAdding(null);
      choose({ block: id, chapter: within.chapterId, ...(side === 'audit' ? { view: 'trace' } : {}) });
    };
    element?.addEventListener('focusin', onFocus);
    return () => element?.removeEventListener('focusin', onFocus);
  });

  const toSide = (next: Side, id?: string) => {
    setAdding(null);
    choose({ view: next, ...(id ? { block: id } : {}) });
  };
  const acts: BlockActs = {
    whereFrom: (one) => toSide('trace', one.blockId),
    edit: (one) => toSide('edit', one.blockId),
    move: (one, by) => move.mutate({ id: one.blockId, by }),
    remove: (one) => {
      // Let go of it first: what is gone has no trace to be read.
      choose({ block: undefined });
      remove.mutate({ id: one.blockId });
    },
    add: (chapter, kind, position) => {
      choose({ view: 'edit', chapter, block: undefined });
      setAdding({ ...emptyBlock(chapter, kind), position });
    },
  };
  const at = home && block ? home.blocks.indexOf(block) : -1;
  const none = !block;
  useActions([
    { id: 'where-from', name: m.report.whereFrom, keys: 'w', run: () => toSide('trace'), disabled: none },
    { id: 'edit-block', name: m.report.editBlock, keys: 'e', run: () => toSide('edit'), disabled: none },
    {
      id: 'block-up',
      name: m.report.moveUp,
      keys: 'alt+ArrowUp',
      run: () => block && acts.move(block, -1),
      disabled: at < 1,
    },
    {
      id: 'block-down',
      name: m.report.moveDown,
      keys: 'alt+ArrowDown',
      run: () => block && acts.move(block, 1),
      disabled: !home || at < 0 || at === home.blocks.length - 1,
    },
    { id: 'audit', name: m.report.sides.audit, keys: 'a', run: () => toSide('audit') },
    { id: 'next-block', name: m.report.nextBlock, keys: 'j', run: () => step(1) },
    { id: 'previous-block', name: m.report.previousBlock, keys: 'k', run: () => step(-1) },
  ]);
  const step = (by: 1 | -1) => {
    const all = [...(paper.current?.querySelectorAll<HTMLElement>('[data-block]') ?? [])];
    const now = all.findIndex((element) => element.dataset['block'] === blockId);
    const next = all[now < 0 ? 0 : now + by];
    next?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: 'nearest' });
  };

  return (
    <Panes
      id="report"
      name={m.report.preview}
      left={{
        name: m.report.chapters,
        width: 250,
        min: 180,
        children: (
          <ChapterTree
            chapters={chapters}
            chosen={chapterId}
            onChoose={(id) => {
              choose({ chapter: id });
              show(id);
            }}
          />
        ),
      }}
      right={{
        name: m.report.beside,
        width: 380,
        children: (
          <>
            <div className="pane-head">
              <Segmented
                label={m.report.beside}
                value={side}
                options={SIDES.map((value) => ({ value, name: m.report.sides[value] }))}
                onChange={(next) => {
                  setAdding(null);
                  setView(next);
                }}
              />
            </div>
            <div className="pane-body report-side">
              {side === 'audit' ? (
                <AuditView
                  find={(words) => blockWith(report, words)}
                  onShow={(id) => {
                    choose({ block: id });
                    paper.current
                      ?.querySelector(`[data-block="${CSS.escape(id)}"]`)
                      ?.scrollIntoView({ block: 'center' });
                  }}
                />
              ) : adding ? (
                <>
                  <h2>{m.report.addKind[adding.kind]}</h2>
                  <BlockForm
                    key={`${adding.chapterId} ${adding.kind} ${adding.position}`}
                    row={adding}
                    onCancel={() => setAdding(null)}
                    onSaved={(id) => {
                      setAdding(null);
                      choose({ block: id });
                    }}
                  />
                </>
              ) : !block || !home ? (
                <p className="hint">{side === 'trace' ? m.report.traceHint : m.report.editHint}</p>
              ) : side === 'trace' ? (
                <TraceView key={block.blockId} block={block} />
              ) : (
                <EditBlock
                  key={block.blockId}
                  block={block}
                  chapterId={home.chapterId}
                  onRemove={() => acts.remove(block)}
                />
              )}
            </div>
          </>
        ),
      }}
    >
      <div ref={paper} className="paper" lang={report.language}>
        <h1 className="paper-title">{report.title}</h1>
        {report.chapters.length === 0 && (
          <div className="paper-empty">
            <p>{m.report.emptyText}</p>
          </div>
        )}
        <PrintedLanguage value={report.language}>
          {report.chapters.map((chapter) => (
            <PrintedChapter key={chapter.chapterId} chapter={chapter} chosen={blockId} acts={acts} />
          ))}
        </PrintedLanguage>
        {report.chapters.length > 0 && (
          <p className="screen-note">
            {m.report.sum(
              f.count(report.excerpts, m.words.counts.excerpts),
              f.count(report.persons, m.words.counts.persons),
            )}
            {report.withheld > 0 &&
              ` ${m.report.withheldSum(f.count(report.withheld, m.words.counts.withheldExcerpts))}`}
          </p>
        )}
      </div>
    </Panes>
  );
}

function EditBlock(props: { block: PrintedBlock; chapterId: string; onRemove: () => void }) {
  const { block, chapterId, onRemove } = props;
  const m = useMessages();
  const trace = useQuery({ ...queries.trace(block.blockId), enabled: block.kind === 'withheld' });
  const row = rowOf(block, chapterId) ?? withheldRow(block, chapterId, trace.data?.steps ?? []);
  const words = block.kind === 'excerpt' ? spokenWords(block.turns) : undefined;
  if (!row) return null;
  return (
    <>
      <h2>{m.words.blockKind[row.kind]}</h2>
      {block.kind === 'withheld' && (
        <p className="hint">{block.reasons.map((reason) => m.report.mend[reason]).join(' ')}</p>
      )}
      <BlockForm row={row} {...(words ? { words } : {})} onSaved={() => undefined} />
      <div className="remove-block">
        <Button small look="quiet" onPress={onRemove}>
          {m.report.removeBlock}
        </Button>
      </div>
    </>
  );
}

function withheldRow(
  block: PrintedBlock,
  chapterId: string,
  steps: readonly { what: string; id: string; data: Record<string, string | number | null> }[],
): BlockRow | null {
  const passage = steps.find(({ what }) => what === 'passage');
  if (block.kind !== 'withheld' || !passage) return null;
  return {
    ...emptyBlock(chapterId, 'excerpt'),
    id: block.blockId,
    text: block.leadIn,
    sourceId: passage.id,
    from: Number(passage.data['from']),
    to: Number(passage.data['to']),
  };
}

/** Turns as lines, each with its speaker where there are several. */
function spokenWords(turns: readonly { label: string | null; text: string }[]): string {
  return turns.map(({ label, text }) => (label && turns.length > 1 ? `${label}: ${text}` : text)).join('\n');
}
