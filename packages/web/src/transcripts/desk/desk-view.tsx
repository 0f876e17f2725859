import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, queries } from '../../api.js';
import { codedText } from '../../coding/coded-text.js';
import { Read } from '../../parts/read.js';
import type { OpenSource } from '../reading-pane.js';
import { Desk } from './desk.js';
import type { Recording } from './recording.js';
import type { Sound } from './use-sound.js';
import type { Written } from './writing-surface.js';

/** Reads what the desk needs: what is coded in the text, and what was being written the last time. */
export function DeskView(props: { open: OpenSource; recording: Recording | undefined; sound: Sound }) {
  const { open, recording, sound } = props;
  const { id, version } = open.source;
  const coded = useQuery(codedText(id));
  const codebook = useQuery(queries.codebook());
  const draft = useDraft(id, version);
  if (draft === undefined) return null;
  return (
    <Read query={coded}>
      {({ codings }) => (
        <Read query={codebook}>
          {({ codes }) => (
            <Desk
              key={`${id} ${version}`}
              open={open}
              codings={codings}
              codes={codes}
              draft={draft}
              recording={recording}
              sound={sound}
            />
          )}
        </Read>
      )}
    </Read>
  );
}

/** The draft as it lies on the disk when the text is opened, read once; undefined until then. */
function useDraft(id: string, version: number): Written | null | undefined {
  const [read, setRead] = useState<{ key: string; draft: Written | null }>();
  const key = `${id} ${version}`;
  useEffect(() => {
    let here = true;
    api.transcripts.readDraft({ id }).then(
      ({ draft }) => here && setRead({ key, draft }),
      () => here && setRead({ key, draft: null }),
    );
    return () => {
      here = false;
    };
  }, [id, key]);
  return read?.key === key ? read.draft : undefined;
}
