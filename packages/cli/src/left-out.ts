/** What a command leaves out because it is still coded blind, in words that mean something outside the study. */
export interface LeftOut {
  codings: number;
  memos: number;
  texts: { source: string; codings: number; samples: string[] }[];
  why: 'blind';
}
