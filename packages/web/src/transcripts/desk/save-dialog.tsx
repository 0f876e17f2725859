import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, type Inputs } from '../../api.js';
import { errorText, useChange } from '../../change.js';
import { useMessages, useSpoken } from '../../language.js';
import { Button } from '../../parts/button.js';
import { Dialog } from '../../parts/dialog.js';
import { TextField } from '../../parts/field.js';
import { VersionReportView } from '../../parts/version-report.js';
import type { Written } from './writing-surface.js';

/** Before a version is saved: what it does to everything that stands on the text, and why it is made. */
export function SaveDialog(props: {
  sourceId: string;
  version: number;
  written: Written;
  onSaved: (toCheck: number) => void;
  onClose: () => void;
}) {
  const { sourceId, version, written, onSaved, onClose } = props;
  const m = useMessages();
  const { language } = useSpoken();
  const words = m.desk;
  const [reason, setReason] = useState('');
  const dry = useMutation({
    mutationFn: (input: Inputs['transcripts']['correct']) => api.transcripts.correct(input),
  });
  const { mutate: look } = dry;
  useEffect(() => {
    look({ id: sourceId, version, ...written, reason: '', dryRun: true });
  }, [look, sourceId, version, written]);
  const save = useChange(api.transcripts.correct, {
    onDone: ({ report }) => onSaved(report.counts.lost + report.counts.changed),
  });
  const send = () => {
    if (dry.data && !save.isPending)
      save.mutate({ id: sourceId, version, ...written, reason: reason.trim() });
  };
  return (
    <Dialog
      title={words.save}
      size="large"
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{m.shell.cancel}</Button>
          <Button look="main" isDisabled={!dry.data || save.isPending} onPress={send}>
            {words.save}
          </Button>
        </>
      }
    >
      <TextField
        label={words.reason}
        hint={words.reasonHint}
        value={reason}
        onChange={setReason}
        onEnter={send}
        autoFocus
      />
      <h3>{words.saveTitle}</h3>
      {dry.error ? (
        <p className="wrong" role="alert">
          {errorText(dry.error, language)}
        </p>
      ) : dry.data ? (
        <VersionReportView report={dry.data.report} />
      ) : (
        <p className="hint">{words.reading}</p>
      )}
    </Dialog>
  );
}
