import { useRef, useState, type KeyboardEvent } from 'react';
import { api } from '../api.js';
import { useChange } from '../change.js';
import { useFormat, useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { ConfirmDialog, Dialog } from '../parts/dialog.js';
import { TextField } from '../parts/field.js';
import { Menu } from '../parts/menu.js';
import type { PlacedChapter } from './report-types.js';

interface Editing {
  id?: string;
  parentId: string | null;
  title: string;
}

/** The chapters in order, walked with the arrow keys; a chapter is added, renamed, moved and removed from its menu. */
export function ChapterTree(props: {
  chapters: readonly PlacedChapter[];
  chosen: string | undefined;
  onChoose: (id: string) => void;
}) {
  const { chapters, chosen, onChoose } = props;
  const m = useMessages();
  const f = useFormat();
  const list = useRef<HTMLOListElement>(null);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [removing, setRemoving] = useState<PlacedChapter | null>(null);
  const save = useChange(api.report.saveChapter, { onDone: ({ id }) => id && onChoose(id) });
  const remove = useChange(api.report.removeChapter);
  const reached = chapters.some(({ chapterId }) => chapterId === chosen) ? chosen : chapters[0]?.chapterId;

  const move = ({ chapterId, parentId, title }: PlacedChapter, under: string | null, position: number) =>
    save.mutate({ id: chapterId, parentId: under ?? parentId, title, position });
  const actsOf = (chapter: PlacedChapter, index: number) => {
    const { chapterId, parentId, at, siblings, title } = chapter;
    const before = chapters.slice(0, index).findLast((one) => one.parentId === parentId);
    const above = chapters.find((one) => one.chapterId === parentId);
    return [
      { id: 'rename', name: m.report.rename, run: () => setEditing({ id: chapterId, parentId, title }) },
      { id: 'add', name: m.report.addSection, run: () => setEditing({ parentId: chapterId, title: '' }) },
      ...(at > 0 ? [{ id: 'up', name: m.report.moveUp, run: () => move(chapter, null, at - 1) }] : []),
      ...(at < siblings - 1
        ? [{ id: 'down', name: m.report.moveDown, run: () => move(chapter, null, at + 1) }]
        : []),
      ...(before
        ? [
            {
              id: 'under',
              name: m.report.moveUnder(before.title),
              run: () => save.mutate({ id: chapterId, parentId: before.chapterId, title }),
            },
          ]
        : []),
      ...(above
        ? [
            {
              id: 'out',
              name: m.report.moveOut,
              run: () =>
                save.mutate({ id: chapterId, parentId: above.parentId, title, position: above.at + 1 }),
            },
          ]
        : []),
      { id: 'remove', name: m.report.removeChapter, danger: true, run: () => setRemoving(chapter) },
    ];
  };
  const walk = (event: KeyboardEvent, index: number) => {
    const to = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: chapters.length - 1 }[event.key];
    const chapter = chapters[to ?? -1];
    if (!chapter) return;
    event.preventDefault();
    onChoose(chapter.chapterId);
    list.current?.querySelectorAll<HTMLElement>('.chapter-link')[to ?? 0]?.focus();
  };
  return (
    <>
      <ol ref={list} className="plain-list chapter-tree">
        {chapters.map((chapter, i) => {
          const { chapterId, number, title, level, blocks } = chapter;
          const withheld = blocks.filter(({ kind }) => kind === 'withheld').length;
          return (
            <li key={chapterId} className={chapterId === chosen ? 'chosen' : ''}>
              <button
                type="button"
                className="chapter-link"
                style={{ paddingLeft: 12 + (level - 1) * 16 }}
                aria-current={chapterId === chosen}
                tabIndex={chapterId === reached ? 0 : -1}
                onClick={() => onChoose(chapterId)}
                onKeyDown={(event) => walk(event, i)}
              >
                <span className="chapter-number">{number}</span>
                <span>
                  {title}
                  {withheld > 0 && (
                    <span className="chapter-withheld">
                      {f.count(withheld, m.words.counts.withheldExcerpts)}
                    </span>
                  )}
                </span>
              </button>
              <Menu
                label={m.report.chapterActs(title)}
                button={<span aria-hidden="true">⋯</span>}
                items={actsOf(chapter, i)}
              />
            </li>
          );
        })}
      </ol>
      <div className="chapter-add">
        <Button small onPress={() => setEditing({ parentId: null, title: '' })}>
          {m.report.addChapter}
        </Button>
      </div>
      {editing && (
        <TitleDialog
          editing={editing}
          onClose={() => setEditing(null)}
          onSave={(title) => {
            save.mutate({ ...(editing.id ? { id: editing.id } : {}), parentId: editing.parentId, title });
            setEditing(null);
          }}
        />
      )}
      {removing && (
        <ConfirmDialog
          title={m.report.removeChapter}
          text={m.report.removeChapterText(removing.title)}
          act={m.shell.remove}
          onYes={() => remove.mutate({ id: removing.chapterId })}
          onClose={() => setRemoving(null)}
        />
      )}
    </>
  );
}

function TitleDialog(props: { editing: Editing; onSave: (title: string) => void; onClose: () => void }) {
  const { editing, onSave, onClose } = props;
  const m = useMessages();
  const [title, setTitle] = useState(editing.title);
  const name = editing.id ? m.report.rename : editing.parentId ? m.report.addSection : m.report.addChapter;
  return (
    <Dialog
      title={name}
      size="small"
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{m.shell.cancel}</Button>
          <Button look="main" type="submit" form="chapter-title" isDisabled={title.trim() === ''}>
            {m.shell.save}
          </Button>
        </>
      }
    >
      <form
        id="chapter-title"
        onSubmit={(event) => {
          event.preventDefault();
          if (title.trim()) onSave(title.trim());
        }}
      >
        <TextField
          label={m.report.chapterTitle}
          value={title}
          onChange={setTitle}
          autoFocus
          hint={m.report.numberHint}
        />
      </form>
    </Dialog>
  );
}
