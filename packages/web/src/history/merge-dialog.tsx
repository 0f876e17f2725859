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
import { FileButton } from '../parts/file-button.js';
import { FileZone } from '../parts/file-zone.js';
import { useSay } from '../parts/status-line.js';
import { useAddOriginals, wantedOf, type MissingFile } from './add-originals.js';
import './history.css';
import { MergeTold } from './merge-told.js';

/**
 * Choose a copy, see what would come of it, then merge: nothing is changed before the last step. What was imported and recorded in
 * the copy lies in a folder beside it; chosen with it, the files that are missing here come along.
 */
export function MergeDialog({ onClose }: { onClose: () => void }) {
  const m = useMessages();
  const { language } = useSpoken();
  const say = useSay();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { undo } = useUndo();
  const [file, setFile] = useState<File | null>(null);
  const [beside, setBeside] = useState<readonly File[]>([]);
  const { add } = useAddOriginals();
  const look = useMutation({
    mutationFn: (chosen: File) => api.history.merge({ file: chosen, dryRun: true }),
  });
  const merge = useMutation({
    mutationFn: async (chosen: File) => {
      const done = await api.history.merge({ file: chosen, dryRun: false });
      const { failed } = await add(beside, done.missingOriginals);
      return { ...done, failed };
    },
    onSuccess: async ({ operation }) => {
      if (operation) say({ text: operationSentence(operation, m), undo: true });
      await client.invalidateQueries();
    },
  });
  const choose = (files: readonly File[]) => {
    const copy = files.find(({ name }) => name.endsWith('.bagom')) ?? (files.length === 1 ? files[0] : null);
    const rest = files.filter((one) => one !== copy);
    if (rest.length > 0) setBeside(rest);
    if (!copy) return;
    setFile(copy);
    merge.reset();
    look.mutate(copy);
  };
  const wrong = merge.error ?? look.error;
  const done = merge.data;
  const told = done ?? look.data;
  const missing = told?.missingOriginals ?? [];
  const along = wantedOf(beside, missing);
  const failed = done?.failed ?? null;
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
          <FileZone prompt={m.history.mergeDrop} file={file} onFiles={choose} />
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
        {told && missing.length > 0 && (
          <MissingTold missing={missing} along={failed ? [] : along} done={done !== undefined} />
        )}
        {failed !== null && (
          <p className="wrong" role="alert">
            {errorText(failed, language)}
          </p>
        )}
        {done && done.operations > 0 && <p>{m.history.mergedHow}</p>}
      </div>
      {!done && missing.length > along.length && (
        <FileButton folder onFiles={(files) => setBeside([...beside, ...files])}>
          {m.history.addFolder}
        </FileButton>
      )}
    </Dialog>
  );
}

/** Which imported files and recordings come along with a copy, and which are missing, by name. */
function MissingTold(props: { missing: readonly MissingFile[]; along: readonly File[]; done: boolean }) {
  const m = useMessages();
  const f = useFormat();
  const { missing, along, done } = props;
  const here = new Set(along.map(({ name }) => name));
  const left = missing.filter(({ hash }) => !here.has(hash));
  const names = f.list(left.map(({ hash, name }) => name || hash.slice(0, 12)));
  return (
    <ul className="merge-facts">
      {along.length > 0 && <li>{f.count(along.length, done ? m.history.filesCame : m.history.filesCome)}</li>}
      {left.length > 0 && <li>{done ? m.history.stillMissing(names) : m.history.mergeMissing(names)}</li>}
    </ul>
  );
}
