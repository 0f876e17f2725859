/** A place of help where people are met. The name is the published one; the true one is in the key file. */
export interface Site {
  id: string;
  name: string;
  kind: string;
  sector: 'public' | 'civil';
  region: string;
  townSize: 'big' | 'middle' | 'small';
}

/** Days spent at a site. Refusals are counted, never listed by person. */
export interface Visit {
  id: string;
  siteId: string;
  from: string;
  to: string;
  posterAt: string | null;
  approached: number;
  refused: number;
  note: string;
}
