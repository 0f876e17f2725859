import { FileTrigger } from 'react-aria-components';
import { useFormat, useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { Icon } from '../parts/icon.js';

/** A file chosen by a button, its name and size once it is. */
export function ChooseFile(props: {
  label: string;
  hint: string;
  types: string[];
  file: File | null;
  onFile: (file: File) => void;
}) {
  const { label, hint, types, file, onFile } = props;
  const { scoring: m } = useMessages();
  const f = useFormat();
  const act = file ? m.otherFile : m.chooseFile;
  return (
    <div className="choose-file">
      {file && (
        <span>
          <Icon name="file" /> {file.name} ({f.number(file.size / 1024, file.size < 10_240 ? 1 : 0)} kB)
        </span>
      )}
      <FileTrigger
        acceptedFileTypes={types}
        onSelect={(files) => {
          const chosen = files?.[0];
          if (chosen) onFile(chosen);
        }}
      >
        <Button aria-label={`${label}: ${act}`}>{act}</Button>
      </FileTrigger>
      <p className="hint">{hint}</p>
    </div>
  );
}
