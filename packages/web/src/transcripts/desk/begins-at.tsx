import { seconds as secondsOf } from '@bagom/core';
import { useState } from 'react';
import { api } from '../../api.js';
import { useChange } from '../../change.js';
import { useMessages } from '../../language.js';
import { TextField } from '../../parts/field.js';
import { clock } from '../../parts/text-surface/turns.js';
import type { Recording } from './recording.js';

const CLOCK = /^(-?)((?:\d{1,2}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?)$/;

/** Where a recording begins on the text's clock; an empty field puts it after the one before it. */
export function BeginsAt({ recording, from }: { recording: Recording; from: number }) {
  const { sound } = useMessages().desk;
  const change = useChange(api.transcripts.changeRecording);
  const kept = recording.start === null ? '' : written(recording.start);
  const [text, setText] = useState(kept);
  const [of, setOf] = useState(kept);
  if (of !== kept) {
    setOf(kept);
    setText(kept);
  }
  const match = CLOCK.exec(text.trim());
  const wrong = text.trim() !== '' && !match;
  const keep = () => {
    if (wrong || text.trim() === kept) return;
    const at = match && secondsOf(match[2]);
    change.mutate({ id: recording.id, start: at === null ? null : match?.[1] ? -at : at });
  };
  return (
    <TextField
      label={sound.begins}
      hint={sound.beginsHint(written(from))}
      {...(wrong ? { wrong: sound.beginsWrong } : {})}
      value={text}
      onChange={setText}
      onCommit={keep}
      onEnter={keep}
    />
  );
}

const written = (at: number): string => `${at < 0 ? '-' : ''}${clock(Math.abs(at))}`;
