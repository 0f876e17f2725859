import { useFormat, useMessages } from '../language.js';
import type { ImportSummary } from './made-words.js';
import { Segmented, Select } from './select.js';
import './transcript-preview.css';

export type TranscriptPreviewData = NonNullable<ImportSummary['transcript']>;
export type Grammar = TranscriptPreviewData['grammar'];
type Speaker = TranscriptPreviewData['speakers'][number];
export type Role = Speaker['role'];

/** What a person chose instead of what was understood. */
export interface ReadingChoice {
  grammar: Grammar | null;
  roles: Readonly<Record<string, Role>>;
  /** Whether words that come too seldom to be told are speakers. */
  speakers: Readonly<Record<string, boolean>>;
}
export const AS_UNDERSTOOD: ReadingChoice = { grammar: null, roles: {}, speakers: {} };

const ROLES = ['interviewer', 'interviewee', 'other'] as const;

/**
 * A transcript as it will stand, before anything is kept: how it says who speaks, which can be chosen otherwise; each speaker's
 * role, which can be put right; its first turns; its marks and languages counted.
 */
export function TranscriptPreview(props: {
  read: TranscriptPreviewData;
  choice: ReadingChoice;
  onChange: (choice: ReadingChoice) => void;
}) {
  const { read, choice, onChange } = props;
  const m = useMessages();
  const f = useFormat();
  const say = m.transcripts.preview;
  const grammars = read.grammars.map(({ name, turns, speakers }) => ({
    value: name,
    name: say.grammars[name],
    note: `${f.count(turns, m.words.counts.turns)}, ${f.count(speakers, say.speakers)}`,
  }));
  const tally = (counts: readonly { what: string; n: number }[], names: Readonly<Record<string, string>>) =>
    counts.map(({ what, n }) => `${names[what] ?? what} ${f.number(n)}`).join(', ');
  return (
    <div className="transcript-preview">
      <Select
        label={say.grammar}
        value={read.grammar}
        options={grammars}
        // Another way of reading has other speakers.
        onChange={(grammar) => onChange({ grammar, roles: {}, speakers: {} })}
      />
      {read.possible.length > 0 && (
        <>
          <h4>{say.possible}</h4>
          <p className="hint preview-lead">{say.possibleLead}</p>
          <ul className="plain-list preview-possible">
            {read.possible.map(({ label, n, line, text, speaks }) => (
              <li key={label}>
                <Segmented
                  label={say.isSpeaker(label)}
                  value={speaks === null ? '' : speaks ? 'yes' : 'no'}
                  options={[
                    { value: 'yes', name: say.speaks },
                    { value: 'no', name: say.speaksNot },
                  ]}
                  onChange={(answer) =>
                    onChange({ ...choice, speakers: { ...choice.speakers, [label]: answer === 'yes' } })
                  }
                />
                <span dir="auto">
                  <b>{label}:</b> {text}
                </span>
                <span className="hint">
                  {[
                    line === null ? '' : m.shell.importPlace.line(f.number(line)),
                    n > 1 ? say.times(f.number(n)) : '',
                  ]
                    .filter(Boolean)
                    .join(', ')}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <dl className="facts">
        <dt>{say.form}</dt>
        <dd>
          {say.forms[read.form] ?? read.form}
          {read.encoding && `, ${say.encodings[read.encoding] ?? read.encoding}`}
        </dd>
        <dt>{m.transcripts.marks}</dt>
        <dd>{read.marks.length === 0 ? say.none : tally(read.marks, m.words.mark)}</dd>
        <dt>{say.languages}</dt>
        <dd>{tally(read.languages, say.languageNames)}</dd>
      </dl>
      {read.speakers.length > 0 && (
        <>
          <h4>{say.whoSpeaks}</h4>
          <ul className="plain-list preview-speakers">
            {read.speakers.map((speaker) => (
              <li key={speaker.label}>
                <span className="preview-label">{speaker.label}</span>
                <Select
                  bare
                  label={say.roleOf(speaker.label)}
                  value={speaker.role}
                  options={ROLES.map((role) => ({ value: role, name: m.words.role[role] }))}
                  onChange={(role) =>
                    onChange({ ...choice, roles: { ...choice.roles, [speaker.label]: role } })
                  }
                />
                <span className="hint">
                  {f.count(speaker.turns, m.words.counts.turns)};{' '}
                  {say.reasons[speaker.reason](f.number(speaker.asks))}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <h4>{say.firstTurns(f.number(read.turns.length), f.number(read.turnCount))}</h4>
      <ol className="plain-list preview-turns" tabIndex={0} aria-label={say.turns}>
        {read.turns.map((turn, i) => (
          <li key={i} className={turn.role}>
            <span className="preview-label">
              {turn.label ?? '—'}
              {turn.time !== null && <span className="preview-time">{clock(turn.time)}</span>}
            </span>
            <p
              dir="auto"
              lang={turn.language === null || turn.language === 'other' ? undefined : turn.language}
            >
              {turn.text}
            </p>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** Seconds as a player shows them: `1:40`, `1:02:03`. */
function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  const two = (n: number) => String(n).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}
