import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Outputs } from '../api.js';
import { useMessages } from '../language.js';
import { Icon } from '../parts/icon.js';
import { CodeChip, useCodes } from './codes.js';
import './passages.css';

export type Passage = Outputs['comparison']['passages']['passages'][number];

/** `Karin: …` at the beginning of a line of several: the speaker stands apart from what is said. */
const LABEL = /^([^:\n]{1,40}): /;

/** Words as they may be printed, one paragraph a turn. */
export function SpokenWords({ text }: { text: string }) {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return (
    <div className="passage-words">
      {lines.map((line, i) => {
        const label = lines.length > 1 ? LABEL.exec(line) : null;
        return (
          <p key={i}>
            {label && <b className="speaker">{label[1]}: </b>}
            {label ? line.slice(label[0].length) : line}
          </p>
        );
      })}
    </div>
  );
}

/** A passage as it would be printed, with its codes, the way back to its place, and what can be done with it. */
export function PassageQuote(props: {
  passage: Passage;
  named?: boolean;
  acts?: ReactNode;
  hideCodes?: boolean;
}) {
  const { passage, named, acts, hideCodes } = props;
  const m = useMessages();
  const { byId } = useCodes();
  const codes = [...new Set(passage.codings.map(({ codeId }) => codeId))];
  return (
    <article className="passage">
      {named && <p className="passage-who">{whoSaid(passage, m.comparison.nameAge, passage.sourceTitle)}</p>}
      <SpokenWords text={passage.text} />
      <footer className="passage-foot">
        {!passage.mayPrint && (
          <span className="tag wrong">
            <Icon name="lock" />
            {m.comparison.mayNotPrint}
          </span>
        )}
        {!hideCodes && codes.map((id) => <CodeChip key={id} code={byId.get(id)} />)}
        <Link
          className="passage-link"
          to="/coding"
          search={{ source: passage.sourceId, from: String(passage.from), to: String(passage.to) }}
        >
          {m.comparison.toPlace}
        </Link>
        {acts && <span className="passage-acts">{acts}</span>}
      </footer>
    </article>
  );
}

export function whoSaid(
  { pseudonym, age }: Pick<Passage, 'pseudonym' | 'age'>,
  nameAge: (name: string, age: number) => string,
  otherwise: string,
): string {
  if (!pseudonym) return otherwise;
  return age === null ? pseudonym : nameAge(pseudonym, age);
}
