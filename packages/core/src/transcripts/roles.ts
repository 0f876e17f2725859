import type { TurnRole } from './source.js';

/** Words that stand for a speaker even where they come but once. */
const INTERVIEWEE =
  /^(?:ip ?\d*|informant(?:en)? ?\d*|interview-?person(?:en)? ?\d*|interviewee ?\d*|respondent(?:en)? ?\d*|deltager(?:en)? ?\d*|participant ?\d*|befragte[rn]?|b\d+|p\d+|r\d*|s\d+|a)$/iu;
const INTERVIEWER =
  /^(?:interviewer(?:en)? ?\d*|intervieware ?\d*|intervjuer(?:en)? ?\d*|int\.? ?\d*|iv ?\d*|i\d*|m\d*|moderator(?:en)? ?\d*|facilitator(?:en)?|forsker(?:en)? ?\d*|researcher ?\d*|spørger(?:en)?|q\d*)$/iu;
/** Of the words for an interviewer, those that also are initials of something else: `I` an informant, `M` a man or Mette. */
const LOOSE = /^(?:i\d*|m\d*)$/iu;

/** Whether a label is a word or sign for a speaker in interviews. */
export const isRoleWord = (label: string): boolean => INTERVIEWER.test(label) || INTERVIEWEE.test(label);

export const isInterviewerWord = (label: string): boolean => INTERVIEWER.test(label);

/** Why a speaker was given a role: by the label's word, by who asks, as the one left, by a person's choice, or because they only look in. */
export type RoleReason = 'word' | 'asks' | 'answers' | 'alone' | 'several' | 'chosen' | 'once';

/** Somebody who speaks in a transcript. `asks` is how many of the turns hold a question. */
export interface Speaker {
  label: string;
  role: TurnRole;
  turns: number;
  asks: number;
  reason: RoleReason;
}

/**
 * Who asks and who answers. A word for a role decides; where no word does, or the same word stands for everybody, the one
 * whose turns are questions at least twice as often as any other's is the interviewer. Who speaks only because a person said so, and
 * but once, is a third. The rest are interviewees.
 */
export function guessRoles(
  speakers: readonly { label: string; turns: number; asks: number; joint: boolean; said?: boolean }[],
  chosen: Readonly<Record<string, TurnRole>> = {},
): Speaker[] {
  const looksIn = ({ label, turns, said }: { label: string; turns: number; said?: boolean }) =>
    said === true && turns === 1 && !isRoleWord(label);
  const single = speakers.filter((speaker) => !speaker.joint && !looksIn(speaker));
  const sure = single.filter(({ label }) => INTERVIEWER.test(label) && !LOOSE.test(label));
  const loose = single.filter(({ label }) => LOOSE.test(label));
  // "I:" beside "Int:" is the informant; "I:" and "M:" alone may be anybody.
  const byWord = sure.length > 0 ? sure : loose.length < single.length ? loose : [];
  const share = ({ asks, turns }: { asks: number; turns: number }) => asks / turns;
  const ranked = single.toSorted((a, b) => share(b) - share(a));
  const [most, next] = ranked;
  const asker =
    byWord.length === 0 && most && next && share(most) >= 0.25 && share(most) >= 2 * share(next)
      ? most
      : null;
  return speakers.map(({ joint, said = false, ...speaker }) => {
    const { label } = speaker;
    const choice = Object.hasOwn(chosen, label) ? chosen[label] : undefined;
    if (choice) return { ...speaker, role: choice, reason: 'chosen' };
    if (joint) return { ...speaker, role: 'other', reason: 'several' };
    if (looksIn({ ...speaker, said })) return { ...speaker, role: 'other', reason: 'once' };
    if (byWord.some((one) => one.label === label)) return { ...speaker, role: 'interviewer', reason: 'word' };
    if (asker?.label === label) return { ...speaker, role: 'interviewer', reason: 'asks' };
    if (INTERVIEWEE.test(label)) return { ...speaker, role: 'interviewee', reason: 'word' };
    return { ...speaker, role: 'interviewee', reason: single.length === 1 ? 'alone' : 'answers' };
  });
}
