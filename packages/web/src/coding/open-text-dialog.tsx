import { useFormat, useMessages } from '../language.js';
import { FindDialog } from '../parts/find-dialog.js';
import type { SourceEntry } from '../parts/source-list.js';
import { nameOfText } from './text-tabs.js';

/** Finds a text to open beside those that are. */
export function OpenTextDialog(props: {
  sources: readonly SourceEntry[];
  open: readonly SourceEntry[];
  onOpen: (id: string) => void;
  onClose: () => void;
}) {
  const { sources, open, onOpen, onClose } = props;
  const m = useMessages();
  const f = useFormat();
  return (
    <FindDialog
      title={m.coding.openText}
      placeholder={m.coding.findText}
      none={m.coding.noTextFits}
      items={sources.map((source) => ({
        id: source.id,
        name: nameOfText(source),
        words: source.title,
        note: open.includes(source) ? m.coding.openAlready : f.count(source.codings, m.words.counts.codings),
      }))}
      onChoose={(id) => {
        onOpen(id);
        onClose();
      }}
      onClose={onClose}
    />
  );
}
