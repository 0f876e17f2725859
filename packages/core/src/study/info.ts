import { casesOf } from '../fieldwork/cases.js';
import type { StudyState } from './state.js';

/** How much of everything a study holds. */
export interface StudyInfo {
  title: string;
  language: string;
  respondents: number;
  /** Classes of the chosen model, with their share; none chosen: an empty list. */
  classes: { name: string; share: number }[];
  sites: number;
  participants: {
    total: number;
    byPhase: Record<string, number>;
    byGender: Record<string, number>;
    byChannel: Record<string, number>;
    byComplexity: Record<string, number>;
  };
  interviews: number;
  /** Sources that are transcripts of the study's own interviews, and excerpts read from a report. */
  transcripts: number;
  excerpts: number;
  mentions: number;
  codes: number;
  codings: number;
  memos: number;
  claims: number;
  operations: number;
}

export function studyInfo(state: StudyState, operations: number): StudyInfo {
  const study = [...state.studies.values()][0];
  const cases = casesOf(state);
  const count = (values: readonly (string | null)[]): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const value of values) counts[value ?? 'none'] = (counts[value ?? 'none'] ?? 0) + 1;
    return counts;
  };
  const chosen = [...state.classModels.values()].find((model) => model.chosen);
  const sources = [...state.sources.values()];
  return {
    title: study?.title ?? '',
    language: study?.language ?? 'da',
    respondents: [...state.waves.values()].reduce((sum, wave) => sum + wave.respondents, 0),
    classes: chosen
      ? chosen.fit.shares.map((share, i) => ({ name: chosen.classNames[i] ?? String(i + 1), share }))
      : [],
    sites: state.sites.size,
    participants: {
      total: cases.length,
      byPhase: count(cases.map(({ participant }) => participant.phase)),
      byGender: count(cases.map(({ participant }) => participant.gender)),
      byChannel: count(cases.map(({ participant }) => participant.channel)),
      byComplexity: count(cases.map(({ complexity }) => complexity)),
    },
    interviews: state.interviews.size,
    transcripts: sources.filter(({ kind }) => kind === 'transcript').length,
    excerpts: sources.filter(({ kind }) => kind === 'excerpt').length,
    mentions: state.mentions.size,
    codes: state.codes.size,
    codings: state.codings.size,
    memos: state.memos.size,
    claims: state.claims.size,
    operations,
  };
}
