import {
  memo,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type DragEvent,
  type KeyboardEvent,
} from 'react';
import { codeColour } from '../parts/code-colour.js';
import { Icon } from '../parts/icon.js';
import { useFormat, useMessages } from '../language.js';
import { codeRows, dropped, stepFrom, type CodeRow, type DropPlace } from './code-rows.js';
import type { Code } from './coding-types.js';

export interface CodeTreeProps {
  codes: readonly Code[];
  chosen: string | undefined;
  onChoose: (id: string | undefined) => void;
  /** Enter or a double click: code the selection with it. */
  onUse: (id: string) => void;
  onMove: (id: string, parentId: string | null, before: string | null) => void;
  onRemove: (id: string) => void;
  /** Alt and an arrow: the chosen code up or down among its siblings. */
  onNudge: (step: 1 | -1) => void;
}

interface Drop {
  id: string;
  place: DropPlace;
}

/**
 * The codebook: walked with the arrows, opened and closed, sorted by dragging; each code with its colour and counts. Letters belong to
 * the page's keys, so it is not walked by typing. The lines are plain elements, since counts change with every coding.
 */
export const CodeTree = memo(function CodeTree(props: CodeTreeProps) {
  const { codes, chosen, onChoose, onUse, onMove, onRemove, onNudge } = props;
  const m = useMessages();
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [drop, setDrop] = useState<Drop | null>(null);
  const moved = useRef<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const rows = useMemo(() => codeRows(codes, closed), [codes, closed]);
  const stop = rows.some(({ code }) => code.id === chosen) ? chosen : rows[0]?.code.id;

  const setOpen = (id: string, open: boolean) => {
    const next = new Set(closed);
    if (open) next.delete(id);
    else next.add(id);
    setClosed(next);
  };
  const focusOn = (id: string) =>
    list.current?.querySelector<HTMLElement>(`[data-code="${CSS.escape(id)}"]`)?.focus();
  const onKeyDown = (event: KeyboardEvent) => {
    const id = codeAt(event.target);
    if (id === undefined) return;
    const nudge = event.altKey ? { ArrowUp: -1 as const, ArrowDown: 1 as const }[event.key] : undefined;
    const step = stepFrom(
      rows,
      rows.findIndex(({ code }) => code.id === id),
      event.key,
    );
    if (nudge) onNudge(nudge);
    else if (event.altKey || event.ctrlKey || event.metaKey) return;
    else if (event.key === 'Enter') onUse(id);
    else if (event.key === ' ') onChoose(id);
    else if (event.key === 'Escape') onChoose(undefined);
    // In the tree Delete means the code, not the coding at the caret.
    else if (event.key === 'Delete') onRemove(id);
    else if (!step) return;
    else if ('open' in step) setOpen(step.open, true);
    else if ('close' in step) setOpen(step.close, false);
    else {
      const to = rows[step.to]!.code.id;
      focusOn(to);
      onChoose(to);
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const onDragOver = (event: DragEvent) => {
    const over = rowAt(event.target);
    if (!moved.current || !over) return;
    const { top, height } = over.getBoundingClientRect();
    const share = (event.clientY - top) / height;
    const place = share < 0.25 ? 'before' : share > 0.75 ? 'after' : 'on';
    const id = over.dataset['code'] ?? '';
    const able = dropped(codes, moved.current, id, place) !== null;
    if (able) event.preventDefault();
    if (!able) setDrop(null);
    else if (drop?.id !== id || drop.place !== place) setDrop({ id, place });
  };
  const onDrop = (event: DragEvent) => {
    const id = moved.current;
    const to = id && drop ? dropped(codes, id, drop.id, drop.place) : null;
    event.preventDefault();
    endDrag();
    if (id && to) onMove(id, to.parentId, to.before);
  };
  const endDrag = () => {
    moved.current = null;
    setDrop(null);
  };
  return (
    <ul
      ref={list}
      role="tree"
      className="code-tree"
      aria-label={m.coding.codebook}
      onKeyDown={onKeyDown}
      onClick={({ target }) => {
        const id = codeAt(target);
        if (id === undefined) return;
        const turned = target instanceof Element && target.closest('.code-chevron.turns');
        if (turned) setOpen(id, closed.has(id));
        else onChoose(id);
        focusOn(id);
      }}
      onDoubleClick={({ target }) => {
        const id = codeAt(target);
        if (id !== undefined) onUse(id);
      }}
      onDragStart={(event) => {
        const id = codeAt(event.target);
        if (id === undefined) return;
        moved.current = id;
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', codes.find((code) => code.id === id)?.path ?? '');
      }}
      onDragOver={onDragOver}
      onDragLeave={({ relatedTarget }) => {
        if (!rowAt(relatedTarget)) setDrop(null);
      }}
      onDrop={onDrop}
      onDragEnd={endDrag}
    >
      {rows.map((row) => (
        <Row
          key={row.code.id}
          {...row}
          chosen={row.code.id === chosen}
          stop={row.code.id === stop}
          drop={drop?.id === row.code.id ? drop.place : undefined}
        />
      ))}
    </ul>
  );
});

const rowAt = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>('[data-code]') : null;
const codeAt = (target: EventTarget | null) => rowAt(target)?.dataset['code'];

const Row = memo(function Row(
  props: CodeRow & {
    chosen: boolean;
    /** The one line that the tab key comes to. */
    stop: boolean;
    drop: DropPlace | undefined;
  },
) {
  const { code, level, position, size, open, chosen, stop, drop } = props;
  const m = useMessages();
  const f = useFormat();
  const counts = m.coding.countsOf(
    f.count(code.persons, m.words.counts.persons),
    f.count(code.passages, m.words.counts.passages),
  );
  const status = code.status && code.status !== 'active' ? m.codebook.statuses[code.status] : null;
  return (
    <li
      role="treeitem"
      data-code={code.id}
      data-drop={drop}
      className={`code-row ${code.status ?? ''} ${chosen ? 'chosen' : ''}`}
      style={{ ...codeColour(code.hue), '--level': level } as CSSProperties}
      tabIndex={stop ? 0 : -1}
      draggable
      aria-level={level}
      aria-posinset={position}
      aria-setsize={size}
      aria-selected={chosen}
      aria-expanded={open}
    >
      <span className={`code-chevron ${open === undefined ? '' : 'turns'}`}>
        {open !== undefined && <Icon name="right" />}
      </span>
      <span className="code-swatch coded" />
      <span className="code-name" title={[status, code.name, code.definition].filter(Boolean).join(': ')}>
        {code.name}
      </span>
      <span className="out-of-sight">, {[status, counts].filter(Boolean).join(', ')}</span>
      <span className="code-count" title={counts} aria-hidden="true">
        {f.number(code.persons)}
      </span>
      <span className="code-count passages" title={counts} aria-hidden="true">
        {f.number(code.passages)}
      </span>
    </li>
  );
});
