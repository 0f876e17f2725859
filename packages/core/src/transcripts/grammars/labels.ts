import { isNearly } from '../../text/nearly.js';
import { isInterviewerWord, isRoleWord } from '../roles.js';
import type { Opening } from './opening.js';

/** A word in the place of a label, before it is known whether it is one. */
export interface Candidate extends Opening {
  readonly label: string;
  /** The sign after it. Another than the colon is forgiven where the label is known from elsewhere. */
  readonly sign: string;
}

const plain = (label: string) => label.toLowerCase();
const digits = (label: string) => label.replace(/\D/g, '');
const JOINT = /\s*(?:[/&+]|\s(?:og|and|und|och)\s)\s*/u;

/**
 * The candidates that are labels. A word counts when it comes back or stands for a speaker, so that "Jeg sagde: nej" stays
 * speech; a misprint of a label that comes back, another sign after one, and two labels in one count too, and are told.
 */
export function labelsAmong(candidates: readonly Candidate[], usual = ':'): Opening[] {
  const spellings = new Map<string, Map<string, number>>();
  for (const { label, sign } of candidates) {
    if (sign !== usual) continue;
    const counts = spellings.get(plain(label)) ?? new Map<string, number>();
    counts.set(label, (counts.get(label) ?? 0) + 1);
    spellings.set(plain(label), counts);
  }
  /** The label as it is mostly written, by its letters. */
  const known = new Map<string, { label: string; n: number }>();
  for (const [key, counts] of spellings) {
    const n = [...counts.values()].reduce((sum, one) => sum + one, 0);
    const label = [...counts].sort((a, b) => b[1] - a[1])[0]![0];
    const enough = /^\p{Ll}/u.test(label) ? 3 : 2;
    if (isRoleWord(label) || (n >= enough && !JOINT.test(label))) known.set(key, { label, n });
  }
  for (const label of answeringOnce(
    candidates.filter(({ sign }) => sign === usual),
    known,
  ))
    known.set(plain(label), { label, n: 1 });
  for (const label of misprintedAlike(candidates, usual, known)) known.set(plain(label), { label, n: 2 });
  const often = [...known.values()]
    .filter(({ n, label }) => n > 1 || isRoleWord(label))
    .sort((a, b) => b.n - a.n);
  /** Most labels come again and again: each spelling is judged once. */
  const judged = new Map<string, { label: string; kind?: string } | null>();
  const judge = (label: string, sign: string): { label: string; kind?: string } | null => {
    const own = known.get(plain(label));
    if (own) return sign === usual ? { label: own.label } : { label: own.label, kind: 'label-punctuation' };
    if (sign === usual) {
      const parts = label.split(JOINT);
      if (parts.length > 1 && parts.every((part) => known.has(plain(part))))
        return { label, kind: 'label-joint' };
    }
    const meant = often.find((one) => digits(one.label) === digits(label) && isNearly(label, one.label));
    return meant ? { label: meant.label, kind: 'label-typo' } : null;
  };
  return candidates.flatMap(({ sign, label, ...opening }) => {
    const key = `${sign}${label}`;
    let found = judged.get(key);
    if (found === undefined) judged.set(key, (found = judge(label, sign)));
    if (!found) return [];
    return [
      {
        ...opening,
        label: found.label,
        ...(found.kind
          ? { slip: { kind: found.kind, printed: sign === usual ? label : `${label}${sign}` } }
          : {}),
      },
    ];
  });
}

/** Names that come but once, where the interviewer would else have two turns in a row or the last word. */
function answeringOnce(
  candidates: readonly Candidate[],
  known: ReadonlyMap<string, { label: string }>,
): string[] {
  const asks = (candidate: Candidate | undefined) => {
    const label = candidate && known.get(plain(candidate.label))?.label;
    return label !== undefined && isInterviewerWord(label) ? label : null;
  };
  return candidates.flatMap((candidate, i) => {
    const { label } = candidate;
    if (known.has(plain(label)) || !/^\p{Lu}/u.test(label) || JOINT.test(label)) return [];
    const before = asks(candidates[i - 1]);
    const after = candidates[i + 1];
    return before !== null && (after === undefined || asks(after) === before) ? [label] : [];
  });
}

/** More different words before a colon than any talk has speakers: they are no labels, and are not compared with each other. */
const MANY = 300;

/** Names that come but once as they should be written, and again as a misprint or with another sign. */
function misprintedAlike(
  candidates: readonly Candidate[],
  usual: string,
  known: ReadonlyMap<string, unknown>,
): string[] {
  const unknown = candidates.filter(
    ({ label }) => !known.has(plain(label)) && /^\p{Lu}/u.test(label) && !JOINT.test(label),
  );
  const whole = [...new Set(unknown.filter(({ sign }) => sign === usual).map(({ label }) => label))];
  if (whole.length > MANY || unknown.length > MANY) return [];
  const found: string[] = [];
  for (const label of whole) {
    if (found.some((one) => isNearly(label, one))) continue;
    const alike = unknown.filter((one) => digits(one.label) === digits(label) && isNearly(one.label, label));
    // Where two spellings come once each, the first is taken for the right one.
    if (alike.length > 1) found.push(label);
  }
  return found;
}
