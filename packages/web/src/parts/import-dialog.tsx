import { useMutation, useQueryClient } from '@tanstack/react-query';
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { api } from '../api.js';
import { errorText } from '../change.js';
import { useFormat, useMessages, useSpoken } from '../language.js';
import { Button } from './button.js';
import { Dialog } from './dialog.js';
import { FileZone } from './file-zone.js';
import { ImportPreview } from './import-preview.js';
import { madeWords, type ImportSummary } from './made-words.js';
import {
  NO_QUESTIONNAIRE,
  QuestionnaireFields,
  questionnaireForm,
  type QuestionnaireChoice,
} from './questionnaire-fields.js';
import { QuestionnairePreview } from './questionnaire-preview.js';
import { ReadingProgress } from './reading-progress.js';
import { Select } from './select.js';
import { useSay } from './status-line.js';
import { VersionReportView } from './version-report.js';
import { AS_UNDERSTOOD, TranscriptPreview, type ReadingChoice } from './transcript-preview.js';

export type { ImportSummary };

type As = ImportSummary['as'];
export interface ImportWish {
  /** What the page expects; the reader may choose otherwise. */
  as?: As;
  participantId?: string;
  /** The text whose next version the file is. */
  replaces?: string;
  file?: File;
  onDone?: (summary: ImportSummary) => void;
}

const ImportContext = createContext<((wish?: ImportWish) => void) | null>(null);

/** Opens the import dialog: `const openImport = useImport(); openImport({ as: 'survey' })`. */
export function useImport(): (wish?: ImportWish) => void {
  const open = useContext(ImportContext);
  if (!open) throw new Error('missing ImportProvider');
  return open;
}

/** Holds the dialog, and opens it when a file is dropped anywhere on the page. */
export function ImportProvider({ children }: { children: ReactNode }) {
  const [wish, setWish] = useState<ImportWish | null>(null);
  const open = useCallback((next: ImportWish = {}) => setWish(next), []);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      const file = event.dataTransfer?.files[0];
      if (!file || event.defaultPrevented) return;
      event.preventDefault();
      open({ file });
    };
    window.addEventListener('dragover', over);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', drop);
    };
  }, [open]);
  return (
    <ImportContext value={open}>
      {children}
      {wish && <ImportDialog key={wish.file?.name ?? ''} wish={wish} onClose={() => setWish(null)} />}
    </ImportContext>
  );
}

interface Step {
  file: File;
  as: As | 'guess';
  beside: QuestionnaireChoice;
  choice: ReadingChoice;
}

/** Choose a file, see what would be read from it, then read it in: nothing is stored before the last step. */
function ImportDialog({ wish, onClose }: { wish: ImportWish; onClose: () => void }) {
  const m = useMessages();
  const f = useFormat();
  const { language } = useSpoken();
  const say = useSay();
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(wish.file ?? null);
  const [as, setAs] = useState<As | 'guess'>(wish.as ?? 'guess');
  const [beside, setBeside] = useState<QuestionnaireChoice>(NO_QUESTIONNAIRE);
  const [choice, setChoice] = useState<ReadingChoice>(AS_UNDERSTOOD);
  const stopper = useRef(new AbortController());
  const send = useCallback(
    (
      { file: chosen, as: kind, beside: questionnaire, choice: { grammar, roles, speakers } }: Step,
      dryRun: boolean,
    ) => {
      // Of what is being read only the latest is waited for.
      stopper.current.abort();
      stopper.current = new AbortController();
      const asked = {
        file: chosen,
        dryRun,
        ...questionnaireForm(questionnaire),
        ...(kind === 'guess' ? {} : { as: kind }),
        ...(wish.participantId ? { participantId: wish.participantId } : {}),
        ...(wish.replaces ? { replaces: wish.replaces } : {}),
        ...(grammar ? { grammar } : {}),
        ...(Object.keys(speakers).length > 0
          ? { speakers: Object.entries(speakers).map(([label, speaks]) => ({ label, speaks })) }
          : {}),
        ...(Object.keys(roles).length > 0
          ? { roles: Object.entries(roles).map(([label, role]) => ({ label, role })) }
          : {}),
      };
      return api.study.import(asked, { signal: stopper.current.signal });
    },
    [wish.participantId, wish.replaces],
  );
  const preview = useMutation({
    mutationFn: (step: Step) => send(step, true),
  });
  const { mutate: look } = preview;
  useEffect(() => {
    if (file) look({ file, as, beside, choice });
  }, [file, as, beside, choice, look]);
  // What was understood stays in sight while it is read again in another way: nothing jumps.
  const [seen, setSeen] = useState<{ file: File; summary: ImportSummary } | null>(null);
  if (preview.data && file && seen?.summary !== preview.data && !preview.isPending)
    setSeen({ file, summary: preview.data });
  const shown = preview.data ?? (preview.isPending && seen?.file === file ? seen.summary : undefined);
  const chooseFile = (chosen: File) => {
    setChoice(AS_UNDERSTOOD);
    setFile(chosen);
  };
  const read = useMutation({
    mutationFn: (step: Step) => send(step, false),
    onSuccess: async (summary) => {
      say({ text: m.shell.importDone(summary.fileName, f.list(madeWords(summary, f, m))), undo: true });
      wish.onDone?.(summary);
      onClose();
      await client.invalidateQueries();
    },
  });
  // Whoever closes the dialog wants nothing more of it.
  useEffect(() => () => stopper.current.abort(), []);
  const stop = () => {
    stopper.current.abort();
    if (!read.isPending) setFile(null);
    preview.reset();
    read.reset();
    say({ text: m.shell.importStopped });
    void client.invalidateQueries();
  };
  const kinds = useMemo(
    () => [
      { value: 'guess' as const, name: m.shell.importGuess },
      ...(['survey', 'transcript', 'report'] as const).map((value) => ({
        value,
        name: m.words.importAs[value],
      })),
    ],
    [m],
  );
  const wrong = read.error ?? preview.error;
  // A questionnaire that was chosen stays in sight when it is what is wrong.
  const isSurvey = beside.file !== null || (file !== null && (preview.data?.as ?? as) === 'survey');
  return (
    <Dialog
      title={wish.replaces ? m.desk.file : m.shell.importTitle}
      size={(shown?.as ?? as) === 'survey' || shown?.transcript ? 'large' : 'middle'}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{m.shell.cancel}</Button>
          <Button
            look="main"
            isDisabled={
              !file || !preview.data || preview.isPending || read.isPending || preview.data.made.length === 0
            }
            onPress={() => file && read.mutate({ file, as, beside, choice })}
          >
            {m.shell.importDo}
          </Button>
        </>
      }
    >
      <FileZone prompt={m.shell.importDrop} file={file} onFile={chooseFile} />
      <p className="hint">{m.shell.importLead}</p>
      <Select label={m.shell.importAs} value={as} options={kinds} onChange={setAs} />
      {isSurvey && (
        <QuestionnaireFields choice={beside} onChange={setBeside} summary={preview.data?.questionnaire} />
      )}
      {preview.isPending && file && (
        <ReadingProgress key={file.name} label={m.shell.importReading} onStop={stop} />
      )}
      {read.isPending && file && <ReadingProgress label={m.shell.importInto(file.name)} onStop={stop} />}
      <div className="import-result" aria-live="polite">
        {preview.isPending && !shown && <p className="hint">{m.shell.importReading}</p>}
        {wrong && (
          <p className="wrong" role="alert">
            {errorText(wrong, language)}
          </p>
        )}
        {shown && (
          <>
            {shown.questionnaire && <QuestionnairePreview summary={shown.questionnaire} />}
            {shown.version && <VersionReportView report={shown.version.report} />}
            <ImportPreview summary={shown} />
          </>
        )}
      </div>
      {shown?.transcript && (
        <TranscriptPreview read={shown.transcript} choice={choice} onChange={setChoice} />
      )}
    </Dialog>
  );
}
