import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { api, queries, type Inputs } from '../../api.js';
import { errorText, useChange } from '../../change.js';
import { useFormat, useMessages, useSpoken } from '../../language.js';
import { Button } from '../../parts/button.js';
import { Dialog } from '../../parts/dialog.js';
import { TextField } from '../../parts/field.js';
import { JobProgress, type Job } from '../../parts/job-progress.js';
import { Segmented } from '../../parts/select.js';
import { VersionReportView } from '../../parts/version-report.js';
import { clock } from '../../parts/text-surface/turns.js';
import type { Recording } from './recording.js';

const SHOWN = 30;

/** Recognises the speech of a recording by a program of this machine, and shows what was heard before it is kept. */
export function SpeechDialog(props: {
  recording: Recording;
  /** The text has other recordings too: what is heard may come after what is there. */
  several: boolean;
  onClose: () => void;
}) {
  const { recording, several, onClose } = props;
  const m = useMessages();
  const f = useFormat();
  const { language } = useSpoken();
  const client = useQueryClient();
  const words = m.desk.speech;
  const { data } = useQuery(queries.recogniser());
  const set = useMutation({
    mutationFn: (input: Inputs['transcripts']['setRecogniser']) => api.transcripts.setRecogniser(input),
    onSuccess: () => client.invalidateQueries({ queryKey: queries.recogniser().queryKey }),
  });
  const [program, setProgram] = useState('');
  const [model, setModel] = useState('');
  const [heard, setHeard] = useState<string | null>(null);
  const start = useMutation({ mutationFn: () => api.transcripts.recognise({ id: recording.id }) });
  const { reset } = start;
  const onEnd = useCallback(
    (job: Job | null) => {
      if (job?.state === 'done') setHeard(job.id);
      reset();
    },
    [reset],
  );
  const [add, setAdd] = useState(several);
  const read = useQuery({ ...queries.recognised(heard ?? '', add), enabled: heard !== null, retry: false });
  const keep = useChange(api.transcripts.keepRecognised, { onDone: onClose });
  const known = data?.recogniser ?? null;
  const wrong = set.error ?? start.error ?? read.error;
  const preview = read.data?.preview;
  return (
    <Dialog
      title={words.title}
      size="large"
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{m.shell.cancel}</Button>
          {heard ? (
            <Button
              look="main"
              isDisabled={!read.data || keep.isPending}
              onPress={() => keep.mutate({ id: heard, add })}
            >
              {words.keep}
            </Button>
          ) : (
            <Button
              look="main"
              isDisabled={!known || start.isPending || Boolean(start.data)}
              onPress={() => start.mutate()}
            >
              {words.start}
            </Button>
          )}
        </>
      }
    >
      <p>{words.lead}</p>
      {known ? (
        <div className="speech-known">
          <p>
            <code>{known.program}</code>
            <br />
            <code>{known.model}</code>
          </p>
          <Button small onPress={() => set.mutate({ recogniser: null })}>
            {words.unset}
          </Button>
        </div>
      ) : (
        <>
          <TextField label={words.program} hint={words.programHint} value={program} onChange={setProgram} />
          <TextField label={words.model} hint={words.modelHint} value={model} onChange={setModel} />
          <div className="margin-acts">
            <Button
              isDisabled={!program.trim() || !model.trim()}
              onPress={() => set.mutate({ recogniser: { program: program.trim(), model: model.trim() } })}
            >
              {words.set}
            </Button>
          </div>
        </>
      )}
      {wrong && (
        <p className="wrong" role="alert">
          {errorText(wrong, language)}
        </p>
      )}
      {start.data && <JobProgress id={start.data.id} label={words.running} onEnd={onEnd} />}
      {preview && read.data && (
        <>
          <h3>{words.heard}</h3>
          {several && (
            <Segmented
              label={words.where}
              value={add ? 'after' : 'instead'}
              options={[
                { value: 'after', name: words.after },
                { value: 'instead', name: words.instead },
              ]}
              onChange={(where) => setAdd(where === 'after')}
            />
          )}
          <p className="hint">{add ? words.adds : words.replaces}</p>
          <VersionReportView report={read.data.report} />
          <p className="hint">
            {words.first(f.number(Math.min(SHOWN, preview.turns.length)), f.number(preview.turnCount))}
          </p>
          <ol className="plain-list replace-places">
            {preview.turns.slice(0, SHOWN).map((turn, i) => (
              <li key={i}>
                <span className="number hint">{turn.time === null ? '' : `${clock(turn.time)} `}</span>
                {turn.text}
              </li>
            ))}
          </ol>
        </>
      )}
    </Dialog>
  );
}
