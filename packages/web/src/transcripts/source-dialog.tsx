import { useState } from 'react';
import { api } from '../api.js';
import { useChange } from '../change.js';
import { useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { Dialog } from '../parts/dialog.js';
import { TextField } from '../parts/field.js';
import { Select } from '../parts/select.js';
import type { SourceEntry } from '../parts/source-list.js';

/** Changes what a text is called and which language it is in. */
export function SourceDialog({ source, onClose }: { source: SourceEntry; onClose: () => void }) {
  const m = useMessages();
  const words = m.transcripts;
  const [title, setTitle] = useState(source.title);
  const [language, setLanguage] = useState(source.language);
  const change = useChange(api.transcripts.change, { onDone: onClose });
  const known = Object.entries(words.languages).map(([value, name]) => ({ value, name }));
  const languages = known.some(({ value }) => value === language)
    ? known
    : [{ value: language, name: language }, ...known];
  const save = () => {
    if (title.trim()) change.mutate({ id: source.id, title: title.trim(), language });
  };
  return (
    <Dialog
      title={words.change}
      size="small"
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{m.shell.cancel}</Button>
          <Button look="main" isDisabled={!title.trim() || change.isPending} onPress={save}>
            {m.shell.save}
          </Button>
        </>
      }
    >
      <TextField label={words.titleField} value={title} onChange={setTitle} autoFocus required />
      <Select label={words.languageField} value={language} options={languages} onChange={setLanguage} />
    </Dialog>
  );
}
