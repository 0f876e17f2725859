import type { Outputs } from '../api.js';

export type Claims = Outputs['claims']['read'];
export type Claim = Claims['claims'][number];
export type Quantifier = Claims['quantifiers'][number];

/** Where a count stands on the line of words: the word it carries, and how far on the way to the next. */
export interface Standing {
  /** Index of the strongest word that is carried; -1 when none is. */
  word: number;
  /** 0 to 1 within that word. */
  within: number;
  /** Index of the word that was claimed; -1 when it is not on the list. */
  claimed: number;
  tooStrong: boolean;
}

/** From so many words up a claim says noticeably less than it could. */
const NOTICEABLY = 2;

/** The word that a sound claim could have used, when the count carries a much stronger one than it chose. */
export function couldSay(claim: Claim, words: readonly Quantifier[]): string | null {
  const { word, claimed } = standing(claim, words);
  const modest = claimed >= 0 && word - claimed >= NOTICEABLY && claim.assessment.problems.length === 0;
  return modest ? claim.assessment.carries : null;
}

export function standing({ quantifier, assessment }: Claim, words: readonly Quantifier[]): Standing {
  const share = assessment.of > 0 ? assessment.persons.length / assessment.of : 0;
  const word = words.findIndex((one) => one.word === assessment.carries);
  const claimed = words.findIndex((one) => one.word === quantifier);
  const here = words[word];
  const next = words[word + 1];
  // Too few persons can hold a word back although the share would do: the dot then stays at the end of what is carried.
  const within = !here
    ? 0
    : !next
      ? 0.5
      : Math.min(0.92, Math.max(0.08, (share - here.from) / (next.from - here.from)));
  return { word, within, claimed, tooStrong: claimed > word };
}
