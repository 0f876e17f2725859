import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FileButton } from '../../parts/file-button.js';
import { api } from '../../api.js';
import { useChange } from '../../change.js';
import { useFormat, useMessages, useSpoken } from '../../language.js';
import { Button } from '../../parts/button.js';
import { ConfirmDialog } from '../../parts/dialog.js';
import { NumberField } from '../../parts/field.js';
import { useImport } from '../../parts/import-dialog.js';
import { Keys } from '../../parts/keys.js';
import { useSay } from '../../parts/status-line.js';
import { clock } from '../../parts/text-surface/turns.js';
import type { SourceEntry } from '../../parts/source-list.js';
import { DESK_KEYS } from './desk-keys.js';
import { BeginsAt } from './begins-at.js';
import { SpeechDialog } from './speech-dialog.js';
import type { Recording } from './recording.js';
import type { Sound } from './use-sound.js';

/** Beside the text that is written: its recording, what the keys do, and other ways to a new version. */
export function DeskMargin({ source, sound }: { source: SourceEntry; sound: Sound }) {
  const { placed } = sound;
  const m = useMessages();
  const f = useFormat();
  const openImport = useImport();
  const words = m.desk.sound;
  const [removing, setRemoving] = useState<Recording | null>(null);
  const [speech, setSpeech] = useState<Recording | null>(null);
  const add = useAddRecording(source.id);
  const remove = useChange(api.transcripts.removeRecording);
  const keys: [string, string][] = [
    [words.play, DESK_KEYS.play],
    [words.back(f.number(sound.back)), DESK_KEYS.back],
    [words.slower, DESK_KEYS.slower],
    [words.faster, DESK_KEYS.faster],
    [words.loop, DESK_KEYS.loop],
    [words.nextSpeaker, DESK_KEYS.speaker],
    [words.insertTime, DESK_KEYS.time],
  ];
  return (
    <>
      <section className="margin-section">
        <h2>{words.title}</h2>
        {placed.length === 0 && <p className="hint">{words.none}</p>}
        {placed.map(({ recording, from }) => (
          <div key={recording.id} className="desk-recording">
            <p>
              {recording.fileName}
              {recording.seconds !== null && <span className="hint"> · {clock(recording.seconds)}</span>}
            </p>
            {placed.length > 1 && <BeginsAt recording={recording} from={from} />}
            <div className="margin-acts">
              <Button small onPress={() => setSpeech(recording)}>
                {m.desk.speech.open}
              </Button>
              <Button small look="quiet" onPress={() => setRemoving(recording)}>
                {words.remove}
              </Button>
            </div>
          </div>
        ))}
        <FileButton
          small
          look={placed.length === 0 ? 'main' : 'plain'}
          types={['audio/*', '.m4a', '.webm', '.ogg', '.opus', '.flac']}
          isDisabled={add.isPending}
          onFiles={([file]) => add.mutate(file)}
        >
          {placed.length === 0 ? words.add : words.addAnother}
        </FileButton>
        <p className="hint">
          {add.isPending ? words.adding : placed.length === 0 ? words.kinds : words.rules}
        </p>
        {placed.length > 1 && <p className="hint">{words.severalRules}</p>}
      </section>
      {placed.length > 0 && (
        <section className="margin-section">
          <h2>{words.keys}</h2>
          <p className="hint">{words.keysLead}</p>
          <dl className="desk-keys-list">
            {keys.map(([name, key]) => (
              <div key={key} className="desk-key">
                <dt>{name}</dt>
                <dd>
                  <Keys keys={key} />
                </dd>
              </div>
            ))}
          </dl>
          <div className="desk-numbers">
            <NumberField
              label={words.backSeconds}
              value={sound.back}
              min={0.5}
              max={30}
              digits={1}
              onChange={(value) => Number.isFinite(value) && sound.setBack(value)}
            />
            <NumberField
              label={words.rewind}
              value={sound.rewind}
              min={0}
              max={30}
              digits={1}
              onChange={(value) => Number.isFinite(value) && sound.setRewind(value)}
            />
          </div>
        </section>
      )}
      <section className="margin-section">
        <h2>{m.transcripts.original}</h2>
        <Button small onPress={() => openImport({ as: 'transcript', replaces: source.id })}>
          {m.desk.file}
        </Button>
      </section>
      {removing && (
        <ConfirmDialog
          title={words.remove}
          text={words.removeText(removing.fileName)}
          act={words.remove}
          onYes={() => remove.mutate({ id: removing.id })}
          onClose={() => setRemoving(null)}
        />
      )}
      {speech && (
        <SpeechDialog recording={speech} several={placed.length > 1} onClose={() => setSpeech(null)} />
      )}
    </>
  );
}

interface Kept {
  seconds: number | null;
  promised: number | null;
}

/** Sends a recording as its bytes, whatever its size, and says what was missing of it. */
function useAddRecording(sourceId: string) {
  const client = useQueryClient();
  const m = useMessages();
  const { language } = useSpoken();
  const say = useSay();
  return useMutation({
    mutationFn: async (file: File): Promise<Kept> => {
      const answer = await fetch(`/files/recordings/${sourceId}?name=${encodeURIComponent(file.name)}`, {
        method: 'POST',
        body: file,
      });
      const told = (await answer.json()) as Kept & { data?: { da: string; en: string } };
      if (!answer.ok) throw new Error(told.data?.[language] ?? m.shell.failed);
      return told;
    },
    onSuccess: async ({ seconds, promised }) => {
      if (promised !== null)
        say({ text: m.desk.sound.cutShort(clock(seconds ?? 0), clock(promised)), tone: 'wrong' });
      await client.invalidateQueries();
    },
    onError: (error) => say({ text: error.message, tone: 'wrong' }),
  });
}
