/** A text of the study: an interview's transcript, or an excerpt read from a published report. */
export interface Source {
  id: string;
  title: string;
  kind: 'transcript' | 'excerpt';
  participantId: string | null;
  language: string;
  /** The file it came from, the hash of its bytes (kept in the media folder), and the lines it stood on. */
  fileName: string;
  original: string;
  fromLine: number | null;
  toLine: number | null;
  /** The version that is shown and coded. */
  version: number;
}

/** One immutable state of a source's text (NFC, line feeds, no byte order mark). An edit makes the next one. */
export interface SourceVersion {
  id: string;
  sourceId: string;
  number: number;
  /** The text, a blob by its hash. */
  text: string;
  length: number;
  turns: Turn[];
  marks: Mark[];
  reason: string;
}

export type TurnRole = 'interviewer' | 'interviewee' | 'other';

/** Who speaks from where to where: `from`/`to` enclose the words, without the label. UTF-16, half-open. */
export interface Turn {
  from: number;
  to: number;
  role: TurnRole;
  label: string | null;
  /** Seconds into the recording, when the transcript says. */
  time: number | null;
  /** The line of the original file, from 1, when it says. */
  line: number | null;
  /** The language of its words (ISO 639-1, or `other`), when they are enough to tell it by. */
  language?: string | undefined;
}

/** What a mark is: no word of the speaker's, a doubt about what was said, a time code, or how the words looked in the file. */
export const MARK_KINDS = [
  'nonverbal',
  'pause',
  'omission',
  'editor',
  'masked',
  'overlap',
  'unclear',
  'inaudible',
  'time',
  'bold',
  'italic',
  'underline',
  'strike',
  'heading',
  'list',
] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

/** A place in the text that is marked. */
export interface Mark {
  from: number;
  to: number;
  kind: MarkKind;
  /** Of a pause its length, of a time code its place in the recording, when they are written. */
  seconds?: number | undefined;
}

/** The sound of an interview. The file is kept as it came; `peaks` is a blob, so that the wave is drawn without decoding. */
export interface Recording {
  id: string;
  sourceId: string;
  fileName: string;
  /** The hash of the kept file. */
  original: string;
  mime: string;
  /** Length; null until it has been read. */
  seconds: number | null;
  /** A blob of signed bytes, smallest and greatest of each stretch in turn; empty: not read. */
  peaks: string;
  /** Where it begins on the text's clock, in seconds; null: where the one before it ends. See `onOneClock`. */
  start: number | null;
}

/**
 * A place in a text that a new version of it could not carry along as it was, with the row before. It is lost (`open`, until it is
 * placed again or given up), or it stands on other words than `quote` (`changed`, until somebody has looked). Nothing is dropped or
 * changed in silence.
 */
export interface LostSpan {
  id: string;
  sourceId: string;
  fromVersion: number;
  toVersion: number;
  table: 'codings' | 'examples' | 'mentions' | 'memos' | 'bookmarks' | 'wishes' | 'barriers' | 'blocks';
  rowId: string;
  row: Record<string, unknown>;
  quote: string;
  state: 'open' | 'placed' | 'dropped' | 'changed' | 'checked';
  at: string;
}
