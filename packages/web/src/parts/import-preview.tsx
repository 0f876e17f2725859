import { useFormat, useMessages } from '../language.js';
import { madeWords, type ImportSummary } from './made-words.js';

/** What a file would give: how much of what, and everything in it that was not read as it stands. */
export function ImportPreview({ summary }: { summary: ImportSummary }) {
  const m = useMessages();
  const f = useFormat();
  const made = madeWords(summary, f, m);
  return (
    <>
      <h3>
        {m.shell.importWill} ({m.words.importAs[summary.as]})
      </h3>
      {made.length === 0 ? (
        <p>{m.shell.importNothing}</p>
      ) : (
        <ul className="plain-list">
          {made.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      {summary.notes.length === 0 ? (
        <p className="hint">{m.shell.importNoNotes}</p>
      ) : (
        <details open={summary.notes.length <= 8}>
          <summary>
            {m.shell.importNotes}: {f.count(summary.notes.length, m.words.counts.notes)}
          </summary>
          <ul className="note-list" tabIndex={0} aria-label={m.shell.importNotes}>
            {summary.notes.map((note, i) => (
              <li key={i}>
                {note.line !== null && (
                  <span className="note-line">{m.shell.importLine(f.number(note.line))}</span>
                )}{' '}
                {note.text}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
