import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ProgressBar } from 'react-aria-components';
import { api } from '../api.js';
import { errorText, useUndo } from '../change.js';
import { useFormat, useMessages, useSpoken } from '../language.js';
import { operationSentence } from '../operation-sentence.js';
import { Button } from '../parts/button.js';
import { Dialog } from '../parts/dialog.js';
import { FileZone } from '../parts/file-zone.js';
import { useSay } from '../parts/status-line.js';
import './history.css';
import { MergeTold } from './merge-told.js';

/** Choose a copy, see what would come of it, then merge: nothing is changed before the last step. */
export function MergeDialog({ onClose }: { onClose: () => void }) {
  const m = useMessages();
  const f = useFormat();
  const { language } = useSpoken();
  const say = useSay();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { undo } = useUndo();
  const [file, setFile] = useState<File | null>(null);
  const look = useMutation({
    mutationFn: (chosen: File) => api.history.merge({ file: chosen, dryRun: true }),
  });
  const merge = useMutation({
    mutationFn: (chosen: File) => api.history.merge({ file: chosen, dryRun: false }),
    onSuccess: async ({ operation }) => {
      if (operation) say({ text: operationSentence(operation, m), undo: true });
      await client.invalidateQueries();
    },
  });
  const wrong = merge.error ?? look.error;
  const done = merge.data;
  const told = done ?? look.data;
  const able = file !== null && look.data !== undefined && look.data.operations > 0 && !merge.isPending;
  return (
    <Dialog
      title={m.history.merge}
      size="large"
      onClose={onClose}
      foot={
        done ? (
          <>
            {done.root && (
              <Button
                onPress={() => {
                  undo(done.root ?? undefined);
                  onClose();
                }}
              >
                {m.history.undoMerge}
              </Button>
            )}
            {done.conflicts > 0 && (
              <Button
                look="main"
                onPress={() => {
                  void navigate({ to: '/history', search: { view: 'conflicts' } });
                  onClose();
                }}
              >
                {m.history.toConflicts}
              </Button>
            )}
            {done.conflicts === 0 && (
              <Button look="main" onPress={onClose}>
                {m.shell.close}
              </Button>
            )}
          </>
        ) : (
          <>
            <Button onPress={onClose}>{m.shell.cancel}</Button>
            <Button look="main" isDisabled={!able} onPress={() => file && merge.mutate(file)}>
              {m.history.mergeDo}
            </Button>
          </>
        )
      }
    >
      {!done && (
        <>
          <FileZone
            prompt={m.history.mergeDrop}
            file={file}
            onFile={(chosen) => {
              setFile(chosen);
              merge.reset();
              look.mutate(chosen);
            }}
          />
          <p className="hint">{m.history.mergeLead}</p>
        </>
      )}
      <div className="merge-result" aria-live="polite">
        {(look.isPending || merge.isPending) && (
          <ProgressBar isIndeterminate aria-label={m.history.mergeWorking} className="merge-working">
            {merge.isPending ? m.history.mergeWorking : m.history.mergeLooking}
          </ProgressBar>
        )}
        {wrong && (
          <p className="wrong" role="alert">
            {errorText(wrong, language)}
          </p>
        )}
        {done && <p className="merge-done">{m.history.merged}</p>}
        {told && !look.isPending && <MergeTold told={told} />}
        {done && <p>{m.history.mergedHow}</p>}
        {done && done.missingOriginals.length > 0 && <p className="hint">{f.list(done.missingOriginals)}</p>}
      </div>
    </Dialog>
  );
}
