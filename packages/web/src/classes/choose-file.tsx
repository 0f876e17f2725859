import { useFormat, useMessages } from '../language.js';
import { FileButton } from '../parts/file-button.js';
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
      <FileButton label={`${label}: ${act}`} types={types} onFiles={([chosen]) => onFile(chosen)}>
        {act}
      </FileButton>
      <p className="hint">{hint}</p>
    </div>
  );
}
