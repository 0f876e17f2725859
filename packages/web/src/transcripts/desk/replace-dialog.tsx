import type { EditorView } from '@codemirror/view';
import { useMemo, useState } from 'react';
import { useFormat, useMessages } from '../../language.js';
import { Button } from '../../parts/button.js';
import { Dialog } from '../../parts/dialog.js';
import { Checkbox, TextField } from '../../parts/field.js';
import { placesOf } from './places-of.js';

const SHOWN = 40;
const AROUND = 40;

/** Replaces words everywhere in the text, once it has been seen where. One step back in the text undoes it all. */
export function ReplaceDialog({ view, onClose }: { view: EditorView; onClose: () => void }) {
  const m = useMessages();
  const f = useFormat();
  const words = m.desk.replace;
  const { main } = view.state.selection;
  const [find, setFind] = useState(() => view.state.sliceDoc(main.from, Math.min(main.to, main.from + 200)));
  const [instead, setInstead] = useState('');
  const [matchCase, setMatchCase] = useState(true);
  const [wholeWords, setWholeWords] = useState(true);
  const text = useMemo(() => view.state.doc.toString(), [view]);
  const places = useMemo(
    () => placesOf(text, find, { matchCase, wholeWords }),
    [text, find, matchCase, wholeWords],
  );
  const replace = () => {
    if (places.length === 0) return;
    view.dispatch({ changes: places.map((place) => ({ ...place, insert: instead })) });
    onClose();
    view.focus();
  };
  return (
    <Dialog
      title={words.open}
      size="large"
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{m.shell.cancel}</Button>
          <Button look="main" isDisabled={places.length === 0} onPress={replace}>
            {`${words.act} (${f.number(places.length)})`}
          </Button>
        </>
      }
    >
      <div className="replace-fields">
        <TextField label={words.find} value={find} onChange={setFind} autoFocus />
        <TextField label={words.with} value={instead} onChange={setInstead} onEnter={replace} />
      </div>
      <div className="replace-choices">
        <Checkbox checked={matchCase} onChange={setMatchCase}>
          {words.matchCase}
        </Checkbox>
        <Checkbox checked={wholeWords} onChange={setWholeWords}>
          {words.wholeWords}
        </Checkbox>
      </div>
      <p className="hint" aria-live="polite">
        {find && places.length === 0
          ? words.none
          : places.length > SHOWN
            ? words.shown(f.number(SHOWN), f.count(places.length, words.found))
            : f.count(places.length, words.found)}
      </p>
      <ol className="plain-list replace-places">
        {places.slice(0, SHOWN).map(({ from, to }) => (
          <li key={from}>
            {text.slice(Math.max(0, from - AROUND), from).replace(/^.*\n/s, '')}
            <del>{text.slice(from, to)}</del>
            <ins>{instead}</ins>
            {text.slice(to, to + AROUND).replace(/\n.*$/s, '')}
          </li>
        ))}
      </ol>
      <p className="hint">{words.hint}</p>
    </Dialog>
  );
}
