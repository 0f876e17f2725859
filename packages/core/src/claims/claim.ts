/** Which persons a claim is about; an absent value means "any". All of the values must hold. */
export interface Group {
  phase?: string;
  gender?: string;
  complexity?: string;
  background?: string;
  channel?: string;
}

/** A finding: a sentence with a quantifier word, a group, and evidence. */
export interface Claim {
  id: string;
  number: number;
  statement: string;
  quantifier: string;
  group: Group;
  /** The codes whose codings show it: a person counts when any of them stands in their words. */
  codes: string[];
  chapterId: string | null;
  /** A figure of the survey it is read against, in words. */
  surveyFigure: string;
}

/** A passage for or against a claim. */
export interface Evidence {
  id: string;
  claimId: string;
  codingId: string;
  stance: 'for' | 'against';
  note: string;
}

/** A work that a finding is read against. */
export interface Reference {
  id: string;
  authors: string;
  year: number;
  title: string;
  about: string;
  targetGroup: string;
  intervention: string;
}

export interface ClaimReference {
  id: string;
  claimId: string;
  referenceId: string;
  relation: 'agrees' | 'differs' | 'extends';
}
