import type { Mark, Turn, TurnRole } from './source.js';

/** A transcript as it was understood: its text, who speaks where, and what is no word of theirs. */
export interface ReadTranscript {
  text: string;
  turns: Turn[];
  marks: Mark[];
  /** Every label found, with the role it was given. */
  speakers: { label: string; role: TurnRole; turns: number }[];
}

/** `Interviewer:`, `IP:`, `Karin B.:` with an optional time before or after it, at the beginning of a line. */
const LABEL =
  /^(?:[[(]?(\d{1,2}:\d{2}(?::\d{2})?)[\])]?[ \t]+)?([\p{L}][\p{L}\p{N} .'’_-]{0,30}?)[ \t]?(?:[[(](\d{1,2}:\d{2}(?::\d{2})?)[\])])?:(?=[ \t]|$)/u;
/** Words that stand for a speaker even where they come but once. */
const INTERVIEWEE = /^(ip\d?|informant|interviewperson|interviewee|respondent|deltager)$/i;
const INTERVIEWER = /^(interviewer\d?|int|i\d?|m|moderator|forsker|spørger|q)$/i;

/**
 * Reads turns off a normalised text. A line that begins with a label begins a turn; lines without one go on with it. A word
 * before a colon counts as a label only when it comes back or stands for a speaker, so that "Jeg sagde: nej" stays speech.
 */
export function readTurns(text: string): ReadTranscript {
  const lines = text.split('\n');
  const found: { line: number; at: number; label: string; end: number; time: number | null }[] = [];
  let at = 0;
  lines.forEach((line, index) => {
    const match = LABEL.exec(line);
    if (match)
      found.push({
        line: index + 1,
        at,
        label: match[2]!.trim(),
        end: at + match[0].length,
        time: seconds(match[1] ?? match[3]),
      });
    at += line.length + 1;
  });

  const counts = new Map<string, number>();
  for (const { label } of found) counts.set(label, (counts.get(label) ?? 0) + 1);
  const labelled = found.filter(
    ({ label }) => INTERVIEWER.test(label) || INTERVIEWEE.test(label) || counts.get(label)! > 1,
  );

  const turns: Turn[] = [];
  const add = (
    from: number,
    to: number,
    label: string | null,
    role: TurnRole,
    time: number | null,
    line: number,
  ) => {
    const words = text.slice(from, to);
    const start = from + (words.length - words.trimStart().length);
    const end = from + words.trimEnd().length;
    if (start < end) turns.push({ from: start, to: end, role, label, time, line });
  };
  const first = labelled[0];
  if (!first) {
    // An unlabelled text is one person's: each paragraph is a turn.
    for (const paragraph of text.matchAll(/[^\n]+(?:\n[^\n]+)*/g))
      add(
        paragraph.index,
        paragraph.index + paragraph[0].length,
        null,
        'interviewee',
        null,
        text.slice(0, paragraph.index).split('\n').length,
      );
  } else {
    add(0, first.at, null, 'other', null, 1);
    labelled.forEach(({ label, end, time, line }, i) => {
      const role: TurnRole = INTERVIEWER.test(label) ? 'interviewer' : 'interviewee';
      add(end, labelled[i + 1]?.at ?? text.length, label, role, time, line);
    });
  }

  const speakers = new Map<string, { label: string; role: TurnRole; turns: number }>();
  for (const { label, role } of turns) {
    if (label === null) continue;
    const speaker = speakers.get(label) ?? { label, role, turns: 0 };
    speaker.turns++;
    speakers.set(label, speaker);
  }
  return { text, turns, marks: readMarks(text), speakers: [...speakers.values()] };
}

const NONVERBAL =
  /griner|ler|sukker|græder|pause|stilhed|tav|hoster|nynner|hvisker|tårer|smiler|ryster|nikker|laugh|sigh|cries|silence|cough|smile|shrug|nods/i;
const MASKED =
  /navn\]$|anonym|maskeret|masked|^\[(tilbud|sted|by|arbejdsplads|værested|skole|firma|gade|kommune|bydel)/i;

/** The non-verbal cues, omissions, editors' notes and masks that a transcriber put in brackets. */
export function readMarks(text: string): Mark[] {
  const marks: Mark[] = [];
  for (const { 0: words, index } of text.matchAll(/\[[^\]\n]{1,120}\]|\((?:…|\.{3})\)|…|\.{3,}/g)) {
    const to = index + words.length;
    if (words.startsWith('(') || words === '[…]' || words === '[...]')
      marks.push({ from: index, to, kind: 'omission' });
    else if (!words.startsWith('[')) marks.push({ from: index, to, kind: 'pause' });
    else if (NONVERBAL.test(words)) marks.push({ from: index, to, kind: 'nonverbal' });
    else if (MASKED.test(words)) marks.push({ from: index, to, kind: 'masked' });
    else marks.push({ from: index, to, kind: 'editor' });
  }
  return marks;
}

function seconds(clock: string | undefined): number | null {
  if (!clock) return null;
  return clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}
