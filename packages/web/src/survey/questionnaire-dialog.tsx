import { isQuietNote } from '@bagom/contract';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '../api.js';
import { errorText, useChange } from '../change.js';
import { useSpoken } from '../language.js';
import { Button } from '../parts/button.js';
import { Dialog } from '../parts/dialog.js';
import { NoteList } from '../parts/import-preview.js';
import {
  NO_QUESTIONNAIRE,
  QuestionnaireFields,
  type QuestionnaireChoice,
} from '../parts/questionnaire-fields.js';
import { QuestionnairePreview } from '../parts/questionnaire-preview.js';
import type { Wave } from './survey.js';

/** Puts a questionnaire to a wave that is there: what it says is shown before anything is changed. */
export function QuestionnaireDialog({ wave, onClose }: { wave: Wave; onClose: () => void }) {
  const { messages, language } = useSpoken();
  const { surveyFiles: m, shell } = messages;
  const [choice, setChoice] = useState<QuestionnaireChoice>(NO_QUESTIONNAIRE);
  const preview = useMutation({ mutationFn: (given: Chosen) => send(wave.id, given, true) });
  const add = useChange((given: Chosen) => send(wave.id, given, false), { onDone: onClose });
  const { mutate: look, reset } = preview;
  useEffect(() => {
    if (isChosen(choice)) look(choice);
    else reset();
  }, [choice, look, reset]);
  const shown = preview.isPending ? undefined : preview.data;
  const quiet = shown?.notes.filter(({ kind }) => isQuietNote(kind)) ?? [];
  const told = shown?.notes.filter(({ kind }) => !isQuietNote(kind)) ?? [];
  return (
    <Dialog
      title={m.add}
      size="large"
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{shell.cancel}</Button>
          <Button
            look="main"
            isDisabled={!shown || add.isPending}
            onPress={() => isChosen(choice) && add.mutate(choice)}
          >
            {m.addDo}
          </Button>
        </>
      }
    >
      <p>{m.addLead(wave.name)}</p>
      {wave.questionnaireFile && <p className="hint">{m.current(wave.questionnaireFile)}</p>}
      <QuestionnaireFields choice={choice} onChange={setChoice} summary={preview.data?.questionnaire} bare />
      <div className="import-result" aria-live="polite">
        {preview.isPending && <p className="hint">{shell.importReading}</p>}
        {preview.error && (
          <p className="wrong" role="alert">
            {errorText(preview.error, language)}
          </p>
        )}
        {shown && <QuestionnairePreview summary={shown.questionnaire} />}
        {told.length > 0 && <NoteList name={m.notes} notes={told} open={told.length <= 8} />}
        {quiet.length > 0 && <NoteList name={m.quiet} notes={quiet} open={false} />}
      </div>
    </Dialog>
  );
}

type Chosen = QuestionnaireChoice & { file: File };

const isChosen = (choice: QuestionnaireChoice): choice is Chosen => choice.file !== null;

const send = (waveId: string, { file, language, keepCodes, missingCodes }: Chosen, dryRun: boolean) =>
  api.survey.questionnaire({
    waveId,
    file,
    keepCodes,
    missingCodes,
    dryRun,
    ...(language === '' ? {} : { language }),
  });
