import { importNoteWords, isQuietNote } from '@bagom/contract';
import { useFormat, useMessages, useSpoken } from '../language.js';
import { madeWords, type ImportSummary } from './made-words.js';

/** What a file would give: how much of what, and everything in it that was not read as it stands. */
export function ImportPreview({ summary }: { summary: ImportSummary }) {
  const m = useMessages();
  const f = useFormat();
  const made = madeWords(summary, f, m);
  const quiet = summary.notes.filter(({ kind }) => isQuietNote(kind));
  const told = summary.notes.filter(({ kind }) => !isQuietNote(kind));
  return (
    <>
      <h3>
        {m.shell.importWill} ({m.words.importAs[summary.as]})
      </h3>
      <p>{made.length === 0 ? m.shell.importNothing : made.join(' · ')}</p>
      {told.length === 0 ? (
        <p className="hint">{m.shell.importNoNotes}</p>
      ) : (
        <NoteList name={m.shell.importNotes} notes={told} open={told.length <= 8} />
      )}
      {quiet.length > 0 && <NoteList name={m.shell.importQuiet} notes={quiet} open={false} />}
    </>
  );
}

/** Notes of one import: the line, what happened, and to what. */
export function NoteList({
  name,
  notes,
  open,
}: {
  name: string;
  notes: ImportSummary['notes'];
  open: boolean;
}) {
  const { messages: m, format: f, language } = useSpoken();
  return (
    <details open={open}>
      <summary>
        {name}: {f.count(notes.length, m.words.counts.notes)}
      </summary>
      <ul className="note-list" tabIndex={0} aria-label={name}>
        {notes.map((note, i) => (
          <li key={i}>
            {note.line !== null && (
              <span className="note-line">
                {m.shell.importPlace[note.unit ?? 'line'](f.number(note.line))}:{' '}
              </span>
            )}
            {importNoteWords(note.kind, language)}
            {note.text && `: ${f.quote(note.text)}`}
          </li>
        ))}
      </ul>
    </details>
  );
}
