import type { Code, Draft, Invitation, Span } from '@bagom/core';
import type { KeyEntry, StudyFile } from '@bagom/store';

/** A transcript of the demo, imported: its text as the study keeps it. */
export interface DemoSource {
  id: string;
  /** `01-villads`: the name of its files in the material. */
  name: string;
  version: number;
  text: string;
  turns: readonly Span[];
  participantId: string;
}

/** A coding with the quote by which the material knows it. */
export interface DemoCoding extends Span {
  id: string;
  number: number;
  path: string;
  quote: string;
}

/** The demo study on its way: the study and the ids by which later tables of the material speak of earlier ones. */
export interface Demo {
  readonly study: StudyFile;
  readonly sites: Map<string, string>;
  /** By the participant's number. */
  readonly participants: Map<number, string>;
  /** Of the participants who were invited through the survey: their invitation, by the participant's number. */
  readonly respondents: Map<number, Invitation>;
  readonly sources: Map<number, DemoSource>;
  readonly topics: Map<string, string>;
  /** By path: `Relationer/Ensomhed`. */
  readonly codes: Map<string, string>;
  /** The codes by path as they are in the end. */
  readonly codebook: Map<string, Code>;
  /** Codes that were merged away, by the path of the code they went into, and the texts they were used in: those up to a number. */
  readonly earlier: Map<string, { id: string; texts: number }>;
  /** By the letter that the material uses. */
  readonly coders: Map<string, string>;
  readonly codings: DemoCoding[];
  readonly references: Map<string, string>;
  readonly claims: Map<number, string>;
  /** What goes into the key file. */
  readonly secrets: KeyEntry[];
}

export function emptyDemo(study: StudyFile): Demo {
  return {
    study,
    sites: new Map(),
    participants: new Map(),
    respondents: new Map(),
    sources: new Map(),
    topics: new Map(),
    codes: new Map(),
    codebook: new Map(),
    earlier: new Map(),
    coders: new Map(),
    codings: [],
    references: new Map(),
    claims: new Map(),
    secrets: [],
  };
}

/** Rows by a key, in the order in which the keys come. */
export function groupBy<R, K>(rows: Iterable<R>, key: (row: R) => K): Map<K, R[]> {
  const groups = new Map<K, R[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}

/** One operation of the demo's researchers; none when there is nothing to do. */
export async function change(
  demo: Demo,
  kind: string,
  subject: string,
  drafts: readonly Draft[],
): Promise<void> {
  if (drafts.length > 0) await demo.study.commit(kind, subject, [...drafts]);
}
