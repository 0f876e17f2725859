import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ProgressBar } from 'react-aria-components';
import { api, type Outputs } from '../api.js';
import { errorText } from '../change.js';
import { useFormat, useMessages, useSpoken } from '../language.js';
import { Button } from '../parts/button.js';
import { Dialog } from '../parts/dialog.js';
import { Checkbox, TextField } from '../parts/field.js';
import './history.css';

type Copied = Outputs['history']['copy'];

/** Writes a copy of the study for a colleague: where, with what, and then what came of it. */
export function CopyDialog({ onClose }: { onClose: () => void }) {
  const m = useMessages();
  const { language } = useSpoken();
  const place = useQuery({ queryKey: ['copy-place'], queryFn: () => api.history.copyPlace({}), gcTime: 0 });
  const [written, setWritten] = useState<string | null>(null);
  const [withKey, setWithKey] = useState(false);
  const [withMedia, setWithMedia] = useState(true);
  const copy = useMutation({
    mutationFn: (wish: Parameters<typeof api.history.copy>[0]) => api.history.copy(wish),
  });
  const to = written ?? place.data?.to ?? '';
  const able = to.trim() !== '' && !copy.isPending;
  const save = () => {
    if (able) copy.mutate({ to: to.trim(), withKey, withMedia });
  };
  return (
    <Dialog
      title={m.history.copyStudy}
      onClose={onClose}
      foot={
        copy.data ? (
          <Button look="main" onPress={onClose}>
            {m.shell.close}
          </Button>
        ) : (
          <>
            <Button onPress={onClose}>{m.shell.cancel}</Button>
            <Button look="main" isDisabled={!able} onPress={save}>
              {m.history.copyDo}
            </Button>
          </>
        )
      }
    >
      {!copy.data && (
        <div className="copy-choices">
          <p className="hint">{m.history.copyLead}</p>
          <TextField
            label={m.history.copyTo}
            value={to}
            onChange={setWritten}
            onEnter={save}
            hint={m.history.copyToHint}
            autoFocus
          />
          <Checkbox checked={withMedia} onChange={setWithMedia}>
            {m.history.copyMedia}
          </Checkbox>
          {place.data?.hasKey && (
            <Checkbox checked={withKey} onChange={setWithKey}>
              {m.history.copyKey}
            </Checkbox>
          )}
        </div>
      )}
      <div className="merge-result" aria-live="polite">
        {copy.isPending && (
          <ProgressBar isIndeterminate aria-label={m.history.copyWorking} className="merge-working">
            {m.history.copyWorking}
          </ProgressBar>
        )}
        {copy.error && (
          <p className="wrong" role="alert">
            {errorText(copy.error, language)}
          </p>
        )}
        {copy.data && <Told copied={copy.data} />}
      </div>
    </Dialog>
  );
}

function Told({ copied }: { copied: Copied }) {
  const m = useMessages();
  const f = useFormat();
  const { location, bytes, originals, missing, key } = copied;
  return (
    <>
      <p className="merge-done">{m.history.copied}</p>
      <p className="path copy-place">{location}</p>
      <ul className="merge-facts">
        <li>{m.history.copiedSize(f.number(Math.ceil(bytes / 1024)))}</li>
        <li>{f.count(originals, m.history.copiedFiles)}</li>
        {missing.length > 0 && <li>{m.history.copiedMissing(f.list(missing))}</li>}
        <li>{key ? m.history.copiedKey : m.history.copiedNoKey}</li>
      </ul>
      <p>{m.history.copiedNext}</p>
    </>
  );
}
