import { DropZone } from 'react-aria-components';
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
}: {
  prompt: string;
  file: File | null;
  onFile: (file: File) => void;
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
        const item = event.items.find((one) => one.kind === 'file');
        if (item?.kind === 'file') void item.getFile().then(onFile);
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
        <FileButton onFiles={([chosen]) => onFile(chosen)}>
          {file ? m.shell.importOther : m.shell.importChoose}
        </FileButton>
      </span>
    </DropZone>
  );
}
