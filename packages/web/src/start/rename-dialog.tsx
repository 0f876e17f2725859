import { useState } from 'react';
import { api } from '../api.js';
import { useChange } from '../change.js';
import { useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { Dialog } from '../parts/dialog.js';
import { TextField } from '../parts/field.js';
import { Segmented } from '../parts/select.js';
import type { Overview } from './overview.js';

/** The study's title and the language it is written in. */
export function RenameDialog({ info, onClose }: { info: Overview['info']; onClose: () => void }) {
  const m = useMessages();
  const [title, setTitle] = useState(info.title);
  const [language, setLanguage] = useState<'da' | 'en'>(info.language === 'en' ? 'en' : 'da');
  const rename = useChange(api.study.rename, { onDone: onClose });
  const able = title.trim().length > 0 && !rename.isPending;
  const save = () => {
    if (able) rename.mutate({ title: title.trim(), language });
  };
  return (
    <Dialog
      title={m.start.rename}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{m.shell.cancel}</Button>
          <Button look="main" isDisabled={!able} onPress={save}>
            {m.shell.save}
          </Button>
        </>
      }
    >
      <TextField label={m.start.renameTitle} value={title} onChange={setTitle} autoFocus serif />
      <Segmented
        label={m.start.studyLanguage}
        bare={false}
        value={language}
        onChange={setLanguage}
        options={[
          { value: 'da', name: m.shell.languages.da },
          { value: 'en', name: m.shell.languages.en },
        ]}
      />
      <p className="hint">{m.start.studyLanguageHint}</p>
    </Dialog>
  );
}
