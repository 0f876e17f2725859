import { useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { Icon } from '../parts/icon.js';
import { Menu } from '../parts/menu.js';
import { PrintedBlockView } from './printed-block.js';
import type { BlockKind, Chapter, PrintedBlock } from './report-types.js';

export interface BlockActs {
  whereFrom: (block: PrintedBlock) => void;
  edit: (block: PrintedBlock) => void;
  move: (block: PrintedBlock, by: 1 | -1) => void;
  remove: (block: PrintedBlock) => void;
  add: (chapterId: string, kind: BlockKind, position: number) => void;
}
const KINDS: readonly BlockKind[] = ['prose', 'excerpt', 'claim', 'matrix', 'classes'];

/** A chapter as it would be printed. A block that has the focus shows what can be done with it, above it, moving nothing. */
export function PrintedChapter(props: { chapter: Chapter; chosen: string | undefined; acts: BlockActs }) {
  const { chapter, chosen, acts } = props;
  const { chapterId, number, title, level, blocks } = chapter;
  const m = useMessages();
  const Heading = level === 1 ? 'h2' : level === 2 ? 'h3' : 'h4';
  return (
    <section className="printed-chapter" id={`chapter-${chapterId}`} aria-label={`${number} ${title}`.trim()}>
      <Heading className={`chapter-heading level-${Math.min(level, 4)}`}>
        {number && <span className="chapter-number">{number}</span>}
        {title}
      </Heading>
      {blocks.map((block, i) => (
        <div
          key={block.blockId}
          data-block={block.blockId}
          className={`block ${block.kind} ${block.blockId === chosen ? 'chosen' : ''}`}
          role="group"
          aria-label={m.words.blockKind[block.kind === 'withheld' ? 'excerpt' : block.kind]}
          tabIndex={0}
        >
          <PrintedBlockView block={block} />
          <div className="block-acts">
            <Button small look="quiet" onPress={() => acts.whereFrom(block)}>
              {m.report.whereFrom}
            </Button>
            <Button small look="quiet" icon label={m.shell.change} keys="e" onPress={() => acts.edit(block)}>
              <Icon name="edit" />
            </Button>
            <Button
              small
              look="quiet"
              icon
              label={m.report.moveUp}
              keys="alt+ArrowUp"
              isDisabled={i === 0}
              onPress={() => acts.move(block, -1)}
            >
              <Icon name="up" />
            </Button>
            <Button
              small
              look="quiet"
              icon
              label={m.report.moveDown}
              keys="alt+ArrowDown"
              isDisabled={i === blocks.length - 1}
              onPress={() => acts.move(block, 1)}
            >
              <Icon name="down" />
            </Button>
            <AddMenu label={m.report.addAfter} onAdd={(kind) => acts.add(chapterId, kind, i + 1)} />
            <Button small look="quiet" icon label={m.shell.remove} onPress={() => acts.remove(block)}>
              <Icon name="trash" />
            </Button>
          </div>
        </div>
      ))}
      <div className="chapter-end">
        <AddMenu
          framed
          label={m.report.addTo(title)}
          onAdd={(kind) => acts.add(chapterId, kind, blocks.length)}
        />
      </div>
    </section>
  );
}

function AddMenu(props: { label: string; framed?: boolean; onAdd: (kind: BlockKind) => void }) {
  const { label, framed = false, onAdd } = props;
  const m = useMessages();
  return (
    <Menu
      label={label}
      framed={framed}
      button={
        framed ? (
          <>
            <Icon name="plus" /> {m.report.add}
          </>
        ) : (
          <Icon name="plus" />
        )
      }
      items={KINDS.map((kind) => ({ id: kind, name: m.report.addKind[kind], run: () => onAdd(kind) }))}
    />
  );
}
