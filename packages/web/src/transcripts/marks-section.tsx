import { MARK_KINDS } from '@bagom/core';
import { useFormat, useMessages } from '../language.js';
import type { Selected } from '../parts/text-surface/text-surface.js';
import type { OpenSource } from './reading-pane.js';

/** The marks of a text by kind; a click goes to the next one after the caret, round and round. */
export function MarksSection(props: { open: OpenSource; at: number; onGoTo: (place: Selected) => void }) {
  const { open, at, onGoTo } = props;
  const m = useMessages();
  const f = useFormat();
  return (
    <section className="margin-section">
      <h2>{m.transcripts.marks}</h2>
      {open.marks.length === 0 ? (
        <p className="hint">{m.transcripts.noMarks}</p>
      ) : (
        <ul className="plain-list mark-list">
          {MARK_KINDS.map((kind) => {
            const marks = open.marks.filter((mark) => mark.kind === kind).toSorted((a, b) => a.from - b.from);
            const next = marks.find(({ from }) => from >= at) ?? marks[0];
            const name = m.words.mark[kind];
            if (!next) return null;
            const { from, to } = next;
            return (
              <li key={kind}>
                <button
                  type="button"
                  title={m.transcripts.nextMark(name)}
                  onClick={() => onGoTo({ from, to })}
                >
                  <span>{name}</span>
                  <span className="number">{f.number(marks.length)}</span>
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
