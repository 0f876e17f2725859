import type { ClassNote } from '@bagom/core';
import { Icon } from '../parts/icon.js';
import { useNoteSentence } from './note-sentence.js';

/** Everything a reader of an analysis must know, a sentence each. */
export function NotesList({ notes, names }: { notes: readonly ClassNote[]; names: readonly string[] }) {
  const sentence = useNoteSentence(names);
  if (notes.length === 0) return null;
  return (
    <ul className="plain-list warnings">
      {notes.map((note, i) => (
        <li key={i}>
          <Icon name="warning" /> <span>{sentence(note)}</span>
        </li>
      ))}
    </ul>
  );
}
