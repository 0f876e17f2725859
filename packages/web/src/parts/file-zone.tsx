import { DropZone, type DropItem } from 'react-aria-components';
import { useFormat, useMessages } from '../language.js';
import { Button } from './button.js';
import { FileButton } from './file-button.js';
import { Icon } from './icon.js';

/** Where a file is dropped or chosen, and then its name and size. */
export function FileZone({
  prompt,
  file,
  onFile,
  onTake,
  takeName,
  onFiles,
}: {
  prompt: string;
  file: File | null;
  onFile?: (file: File) => void;
  /** Several at once, those in dropped folders too. */
  onFiles?: (files: File[]) => void;
  /** Takes the file away again, under this name. */
  onTake?: () => void;
  takeName?: string;
}) {
  const m = useMessages();
  const f = useFormat();
  return (
    <DropZone
      className="dropzone"
      aria-label={prompt}
      getDropOperation={() => 'copy'}
      onDrop={(event) => {
        if (onFiles) return void filesIn(event.items).then(onFiles);
        const item = event.items.find((one) => one.kind === 'file');
        if (onFile && item?.kind === 'file') void item.getFile().then(onFile);
      }}
    >
      <Icon name="file" />
      <span>
        {file ? `${file.name} (${f.number(file.size / 1024, file.size < 10240 ? 1 : 0)} kB)` : prompt}
      </span>
      <span className="dropzone-acts">
        {file && onTake && takeName && (
          <Button look="quiet" icon label={takeName} onPress={onTake}>
            <Icon name="close" />
          </Button>
        )}
        <FileButton
          several={onFiles !== undefined}
          onFiles={(files) => (onFiles ? onFiles(files) : onFile?.(files[0]))}
        >
          {file ? m.shell.importOther : m.shell.importChoose}
        </FileButton>
      </span>
    </DropZone>
  );
}

async function filesIn(items: Iterable<DropItem> | AsyncIterable<DropItem>): Promise<File[]> {
  const files: File[] = [];
  for await (const item of items) {
    if (item.kind === 'file') files.push(await item.getFile());
    else if (item.kind === 'directory') files.push(...(await filesIn(item.getEntries())));
  }
  return files;
}
