import { memo, useEffect, useMemo, useRef, useState } from 'react';
import {
  Button as AriaButton,
  Collection,
  Tree,
  TreeItem,
  TreeItemContent,
  useDragAndDrop,
  type Key,
} from 'react-aria-components';
import { codeColour } from '../parts/code-colour.js';
import { Icon } from '../parts/icon.js';
import { useFormat, useMessages } from '../language.js';
import { treeOf, type Code, type CodeNode } from './coding-types.js';
import { useCounts } from './outline.js';

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

/** The codebook: walked with the arrows, opened and closed, sorted by dragging; each code with its colour and counts. */
export const CodeTree = memo(function CodeTree(props: CodeTreeProps) {
  const { codes, chosen, onChoose, onUse, onMove, onRemove, onNudge } = props;
  const m = useMessages();
  const items = useMemo(() => treeOf(codes).map((node) => ({ ...node, id: node.code.id })), [codes]);
  const [closed, setClosed] = useState<ReadonlySet<Key>>(new Set());
  const open = useMemo(
    () => new Set(codes.filter(({ id }) => !closed.has(id)).map(({ id }) => id)),
    [codes, closed],
  );
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) =>
      [...keys].map((key) => ({
        'text/plain': codes.find(({ id }) => id === key)?.path ?? '',
        code: String(key),
      })),
    onMove: ({ keys, target }) => {
      const code = codes.find(({ id }) => id === target.key);
      const [moved] = [...keys].map(String);
      if (!code || moved === undefined) return;
      if (target.dropPosition === 'on') return onMove(moved, code.id, null);
      if (target.dropPosition === 'before') return onMove(moved, code.parentId, code.id);
      const siblings = codes.filter(({ parentId, id }) => parentId === code.parentId && id !== moved);
      onMove(moved, code.parentId, siblings[siblings.indexOf(code) + 1]?.id ?? null);
    },
  });
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // In the tree Delete means the code, not the coding at the caret.
    const onKeyDown = (event: KeyboardEvent) => {
      if (!chosen) return;
      const step = event.altKey ? { ArrowUp: -1 as const, ArrowDown: 1 as const }[event.key] : undefined;
      if (event.key !== 'Delete' && step === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      if (step === undefined) onRemove(chosen);
      else onNudge(step);
    };
    const tree = box.current;
    tree?.addEventListener('keydown', onKeyDown, true);
    return () => tree?.removeEventListener('keydown', onKeyDown, true);
  }, [chosen, onRemove, onNudge]);
  const render = (node: CodeNode) => <CodeItem key={node.code.id} node={node} />;
  return (
    <div className="code-tree-box" ref={box}>
      <Tree
        className="code-tree"
        aria-label={m.coding.codebook}
        items={items}
        dependencies={[codes]}
        expandedKeys={open}
        onExpandedChange={(keys) =>
          setClosed(new Set(codes.filter(({ id }) => !keys.has(id)).map(({ id }) => id)))
        }
        selectionMode="single"
        selectionBehavior="replace"
        selectedKeys={chosen ? [chosen] : []}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : [...keys];
          onChoose(key === undefined ? undefined : String(key));
        }}
        onAction={(key) => onUse(String(key))}
        dragAndDropHooks={dragAndDropHooks}
      >
        {render}
      </Tree>
    </div>
  );
});

function CodeItem({ node }: { node: CodeNode }) {
  const { code, children } = node;
  const m = useMessages();
  const f = useFormat();
  const { persons, passages } = useCounts(code.id);
  const counts = m.coding.countsOf(
    f.count(persons, m.words.counts.persons),
    f.count(passages, m.words.counts.passages),
  );
  const status = code.status && code.status !== 'active' ? m.codebook.statuses[code.status] : null;
  return (
    // Letters belong to the page's keys, so the tree is not walked by typing; the row is read out by its label.
    <TreeItem
      id={code.id}
      textValue=" "
      aria-label={[code.name, status, counts].filter(Boolean).join(', ')}
      className="code-item"
    >
      <TreeItemContent>
        {({ hasChildItems, allowsDragging }) => (
          <div className={`code-row ${code.status ?? ''}`} style={codeColour(code.hue)}>
            {allowsDragging && <AriaButton slot="drag" className="out-of-sight" />}
            {hasChildItems ? (
              <AriaButton slot="chevron" className="code-chevron">
                <Icon name="right" />
              </AriaButton>
            ) : (
              <span className="code-chevron" />
            )}
            <span className="code-swatch coded" />
            <span
              className="code-name"
              title={[status, code.name, code.definition].filter(Boolean).join(': ')}
            >
              {code.name}
            </span>
            <span className="code-count" title={counts}>
              {f.number(persons)}
            </span>
            <span className="code-count passages" title={counts}>
              {f.number(passages)}
            </span>
          </div>
        )}
      </TreeItemContent>
      <Collection items={children.map((child) => ({ ...child, id: child.code.id }))}>
        {(child) => <CodeItem node={child} />}
      </Collection>
    </TreeItem>
  );
}
