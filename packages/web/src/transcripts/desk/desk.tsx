import './desk.css';
import type { EditorView } from '@codemirror/view';
import { useEffect, useState } from 'react';
import type { Outputs } from '../../api.js';
import { useFormat, useMessages } from '../../language.js';
import { useActions } from '../../parts/actions.js';
import { Button } from '../../parts/button.js';
import { ConfirmDialog } from '../../parts/dialog.js';
import { useSay } from '../../parts/status-line.js';
import { useChoose } from '../../routes.js';
import type { OpenSource } from '../reading-pane.js';
import { DESK_KEYS } from './desk-keys.js';
import { insertTime, nextSpeaker } from './next-speaker.js';
import { ReplaceDialog } from './replace-dialog.js';
import { SaveDialog } from './save-dialog.js';
import type { Recording } from './recording.js';
import { SoundBar } from './sound-bar.js';
import { setHeard, spokenTimes, timeAt } from './spoken-times.js';
import { useKeptDraft } from './use-kept-draft.js';
import type { Sound } from './use-sound.js';
import { writtenIn, WritingSurface, type Written } from './writing-surface.js';

type Coding = Outputs['coding']['read']['codings'][number];
type Code = Outputs['coding']['codebook']['codes'][number];

/** The text to be corrected or written, with its recording above it. Nothing is a version before it is saved. */
export function Desk(props: {
  open: OpenSource;
  codings: Iterable<Coding>;
  codes: readonly Code[];
  draft: Written | null;
  recording: Recording | undefined;
  sound: Sound;
}) {
  const { open, codings, codes, draft, recording, sound } = props;
  const { source } = open;
  const m = useMessages();
  const f = useFormat();
  const words = m.desk;
  const say = useSay();
  const choose = useChoose();
  const [view, setView] = useState<EditorView | null>(null);
  const [dialog, setDialog] = useState<'save' | 'replace' | 'discard' | null>(null);
  const [generation, setGeneration] = useState(0);
  const kept = useKeptDraft(source.id, source.version, draft !== null);
  const [first] = useState(draft);
  useEffect(() => {
    if (first) say({ text: words.resumed });
  }, [first, say, words]);
  // As they were when the text was opened: from then on they move with the words, whatever is done elsewhere meanwhile.
  const [coded] = useState(() => {
    const byId = new Map(codes.map((code) => [code.id, code]));
    return [...codings].flatMap(({ from, to, codeId }) => {
      const code = byId.get(codeId);
      return code ? [{ from, to, hue: code.hue, name: code.name }] : [];
    });
  });
  const { now } = sound;
  useEffect(() => {
    if (!view || !recording) return;
    const time = timeAt(view.state.field(spokenTimes), now);
    view.dispatch({ effects: setHeard.of(time && now !== 0 ? time.at : null) });
  }, [view, recording, now]);
  const dirty = kept.state !== 'clean';
  const speak = () => view && nextSpeaker(view, open.turns, soundTime(sound, recording), words.sound);
  useActions([
    { id: 'desk.save', name: words.save, keys: DESK_KEYS.save, run: () => dirty && setDialog('save') },
    {
      id: 'desk.replace',
      name: words.replace.open,
      keys: DESK_KEYS.replace,
      run: () => setDialog('replace'),
    },
    { id: 'desk.speaker', name: words.sound.nextSpeaker, keys: DESK_KEYS.speaker, run: () => speak() },
    ...(recording
      ? [
          { id: 'desk.play', name: words.sound.play, keys: DESK_KEYS.play, run: sound.toggle },
          {
            id: 'desk.back',
            name: words.sound.back(f.number(sound.back)),
            keys: DESK_KEYS.back,
            run: sound.goBack,
          },
          { id: 'desk.slower', name: words.sound.slower, keys: DESK_KEYS.slower, run: sound.slower },
          { id: 'desk.faster', name: words.sound.faster, keys: DESK_KEYS.faster, run: sound.faster },
          { id: 'desk.loop', name: words.sound.loop, keys: DESK_KEYS.loop, run: sound.pressLoop },
          {
            id: 'desk.time',
            name: words.sound.insertTime,
            keys: DESK_KEYS.time,
            run: () => view && insertTime(view, soundTime(sound, recording) ?? 0),
          },
        ]
      : []),
  ]);
  useMediaKeys(recording ? sound : null);
  return (
    <>
      {recording && <SoundBar recording={recording} sound={sound} />}
      <WritingSurface
        key={generation}
        open={open}
        coded={coded}
        draft={generation === 0 ? first : null}
        onView={setView}
        onWritten={kept.onWritten}
        onTime={(at) => recording && sound.playFrom(at)}
      />
      <footer className="desk-foot">
        <span className={`desk-state ${kept.state}`} role="status">
          {words.draft[kept.state]}
          {kept.places > 0 && ` · ${f.count(kept.places, words.placesChanged)}`}
        </span>
        <span className="hint desk-follow">
          {coded.length > 0
            ? words.follow(f.count(coded.length, m.words.counts.codings))
            : words.nothingCoded}
        </span>
        <Button small keys={DESK_KEYS.replace} onPress={() => setDialog('replace')}>
          {words.replace.open}
        </Button>
        {dirty && (
          <Button small look="quiet" onPress={() => setDialog('discard')}>
            {words.discard}
          </Button>
        )}
        <Button small look="main" keys={DESK_KEYS.save} isDisabled={!dirty} onPress={() => setDialog('save')}>
          {words.save}
        </Button>
      </footer>
      {dialog === 'replace' && view && <ReplaceDialog view={view} onClose={() => setDialog(null)} />}
      {dialog === 'save' && view && (
        <Saving
          view={view}
          source={source}
          onClose={() => setDialog(null)}
          onSaved={(toCheck) => {
            void kept.forget();
            choose({ view: toCheck > 0 ? 'lost' : undefined });
          }}
        />
      )}
      {dialog === 'discard' && (
        <ConfirmDialog
          title={words.discard}
          text={words.discardText}
          act={words.discard}
          onYes={() => {
            void kept.discard();
            setGeneration(generation + 1);
          }}
          onClose={() => setDialog(null)}
        />
      )}
    </>
  );
}

/** What was written stays the same while it is looked at. */
function Saving(props: {
  view: EditorView;
  source: OpenSource['source'];
  onClose: () => void;
  onSaved: (toCheck: number) => void;
}) {
  const [written] = useState(() => writtenIn(props.view));
  const { id, version } = props.source;
  return (
    <SaveDialog
      sourceId={id}
      version={version}
      written={written}
      onSaved={props.onSaved}
      onClose={props.onClose}
    />
  );
}

/** Tenths of a second into the recording; null without one. */
const soundTime = (sound: Sound, recording: Recording | undefined): number | null =>
  recording ? Math.round(sound.place() * 10) / 10 : null;

/** Keys of a keyboard or headset that play and pause whatever plays. */
function useMediaKeys(sound: Sound | null): void {
  const toggle = sound?.toggle;
  const back = sound?.goBack;
  useEffect(() => {
    if (!toggle || !('mediaSession' in navigator)) return undefined;
    const { mediaSession } = navigator;
    mediaSession.setActionHandler('play', toggle);
    mediaSession.setActionHandler('pause', toggle);
    mediaSession.setActionHandler('seekbackward', back ?? null);
    return () => {
      for (const act of ['play', 'pause', 'seekbackward'] as const) mediaSession.setActionHandler(act, null);
    };
  }, [toggle, back]);
}
