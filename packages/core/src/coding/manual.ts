import { casesOf, mayCount } from '../fieldwork/cases.js';
import type { GateReason } from '../report/gate.js';
import { studyLanguage, type StudyState } from '../study/state.js';
import type { Language } from '../study/study.js';
import { seenBy, veilOver, type Onlooker } from './blindness.js';
import { codeCounts, type CodeCount } from './code-counts.js';
import type { CodeEvent, Coder } from './coding.js';

/**
 * A code's example as it may be printed. `quote`: words of a text that passed the gate; `own`: the researcher's own words, found in
 * no text; `withheld`: words that may not leave.
 */
export type ManualExample =
  | {
      kind: 'quote';
      text: string;
      name: string | null;
      age: number | null;
      /** The words have been corrected since they were chosen. */
      changed?: boolean;
    }
  | { kind: 'own'; text: string }
  | { kind: 'withheld'; reasons: GateReason[] };

export interface ManualEntry extends CodeCount {
  /** What was said in the texts first, then what was written with the code. */
  printedExamples: readonly ManualExample[];
  /** Oldest first. */
  history: CodeEvent[];
}

/** The codebook as it is printed: what a coder who was not there needs in order to code alike. */
export interface CodingManual {
  title: string;
  language: Language;
  /** The day it is printed, as ISO 8601. */
  date: string;
  /** How many edits the codebook has had: two prints of the same number are the same manual. */
  edition: number;
  coders: Coder[];
  /** Persons whose words could be coded, and who have not withdrawn: the N of the counts. */
  persons: number;
  /** Texts of which not all codings are counted, because they are still coded blind. */
  blindTexts: number;
  /** Fewer persons than this behind a figure are not told by number. */
  smallCell: number;
  codes: ManualEntry[];
  /** What was merged away or removed, oldest first. */
  gone: CodeEvent[];
}

/** The manual as somebody may see it. Examples are asked of `printed`, which sees to it that they pass the gate. */
export function codingManual(
  whole: StudyState,
  date: string,
  printed: ReadonlyMap<string, readonly ManualExample[]>,
  who: Onlooker = null,
): CodingManual {
  const state = seenBy(whole, who);
  const [study] = state.studies.values();
  const byCode = new Map<string, CodeEvent[]>();
  const events = [...state.codeEvents.values()].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  for (const event of events) byCode.set(event.codeId, [...(byCode.get(event.codeId) ?? []), event]);
  const withText = new Set([...state.sources.values()].map(({ participantId }) => participantId));
  return {
    title: study?.title ?? '',
    language: studyLanguage(state),
    date,
    // An edit of several codes leaves a line for each: a merge one for what goes and one for what stays.
    edition: new Set(events.map(({ by, at }) => `${at} ${by}`)).size,
    coders: [...state.coders.values()],
    persons: casesOf(state).filter((one) => mayCount(one) && withText.has(one.participant.id)).length,
    blindTexts: veilOver(whole, who)?.sourceIds.size ?? 0,
    smallCell: study?.smallCell ?? 3,
    codes: codeCounts(state).map((code) => ({
      ...code,
      printedExamples: printed.get(code.id) ?? [],
      history: byCode.get(code.id) ?? [],
    })),
    gone: events.filter(
      ({ codeId, kind }) => !state.codes.has(codeId) && (kind === 'merged' || kind === 'removed'),
    ),
  };
}
