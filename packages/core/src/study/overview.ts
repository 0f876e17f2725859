import { assess } from '../claims/assess.js';
import { consentSummary, gate } from '../report/gate.js';
import type { StudyState } from './state.js';
import { STATIONS, type Station } from './study.js';
import { currentVersion } from '../transcripts/current-version.js';

/** How a station stands: nothing there yet, on its way, or nothing missing. */
export type StationStatus = 'empty' | 'underway' | 'complete';

/** A number with what it counts; the page has the words for `what`, in both languages. */
export interface Count {
  what: string;
  n: number;
}

export interface StationOverview {
  station: Station;
  status: StationStatus;
  /** What is there, what is missing, and the next thing to do. */
  there: Count[];
  missing: Count[];
  next: string;
}

/** The study's chain as the start page draws it. */
export function overview(state: StudyState): StationOverview[] {
  const read: Record<Station, () => Omit<StationOverview, 'station' | 'status'>> = {
    survey() {
      const respondents = [...state.waves.values()].reduce((sum, wave) => sum + wave.respondents, 0);
      const indicators = [...state.variables.values()].filter((v) => v.role === 'indicator').length;
      return {
        there: counts({ respondents, variables: state.variables.size, indicators }),
        missing: counts({ surveys: respondents ? 0 : 1, indicators: respondents && !indicators ? 1 : 0 }),
        next: !respondents ? 'import-survey' : !indicators ? 'choose-indicators' : 'see-variables',
      };
    },
    classes() {
      const chosen = [...state.classModels.values()].find((m) => m.chosen);
      const unnamed = chosen ? chosen.classNames.filter((name) => !name.trim()).length : 0;
      return {
        there: counts({ models: state.classModels.size, classes: chosen?.classes ?? 0 }),
        missing: counts({ chosenModel: chosen ? 0 : 1, classNames: unnamed }),
        next: !state.classModels.size
          ? 'fit-classes'
          : !chosen
            ? 'choose-model'
            : unnamed
              ? 'name-classes'
              : 'see-profile',
      };
    },
    fieldwork() {
      const { participants, interviews, sites } = state;
      const consent = consentSummary(state);
      const interviewed = new Set([...interviews.values()].map((i) => i.participantId));
      const judged = new Set([...state.judgements.values()].map((j) => j.participantId));
      const waiting = [...participants.keys()].filter((id) => !interviewed.has(id)).length;
      const unjudged = [...interviewed].filter((id) => !judged.has(id)).length;
      return {
        there: counts({
          participants: participants.size,
          interviews: interviews.size,
          sites: sites.size,
          withdrawn: consent.withdrawn,
        }),
        missing: counts({ interviewsToHold: waiting, consents: consent.missing, judgements: unjudged }),
        next: !participants.size
          ? 'add-participants'
          : waiting
            ? 'hold-interviews'
            : unjudged
              ? 'judge-complexity'
              : 'see-quota',
      };
    },
    transcripts() {
      const transcribed = new Set([...state.sources.values()].map((s) => s.participantId));
      const held = [...state.interviews.values()].filter((i) => i.state !== 'notes');
      const missing = held.filter((i) => !transcribed.has(i.participantId)).length;
      return {
        there: counts({
          sources: state.sources.size,
          turns: sum([...state.sources.keys()].map((id) => currentVersion(state, id)?.turns.length ?? 0)),
        }),
        missing: counts({ transcripts: missing }),
        next: !state.sources.size ? 'import-transcripts' : missing ? 'transcribe' : 'read-transcripts',
      };
    },
    masking() {
      const mentions = [...state.mentions.values()];
      const open = mentions.filter((m) => m.decision === 'open').length;
      const begun = new Set(mentions.map((m) => m.sourceId));
      const untouched = [...state.sources.values()].filter(
        (s) => s.kind === 'transcript' && !begun.has(s.id),
      ).length;
      return {
        there: counts({
          masked: mentions.filter((m) => m.decision === 'mask').length,
          entities: state.entities.size,
        }),
        missing: counts({ openMentions: open, unmaskedSources: untouched }),
        next:
          untouched || open ? 'decide-mentions' : mentions.length ? 'see-published' : 'import-transcripts',
      };
    },
    coding() {
      const coded = new Set([...state.codings.values()].map((c) => c.sourceId));
      const uncoded = [...state.sources.keys()].filter((id) => !coded.has(id)).length;
      const undefinedCodes = [...state.codes.values()].filter((c) => !c.definition.trim()).length;
      return {
        there: counts({ codes: state.codes.size, codings: state.codings.size, coders: state.coders.size }),
        missing: counts({ uncodedSources: uncoded, definitions: undefinedCodes }),
        next: !state.codes.size ? 'write-codebook' : uncoded ? 'code-sources' : 'see-codebook',
      };
    },
    comparison() {
      const people = new Set(
        [...state.codings.values()].map((c) => state.sources.get(c.sourceId)?.participantId ?? null),
      );
      people.delete(null);
      return {
        there: counts({
          comparedPersons: people.size,
          wishes: state.wishes.size,
          barriers: state.barriers.size,
        }),
        missing: counts({ codings: state.codings.size ? 0 : 1 }),
        next: state.codings.size ? 'see-matrix' : 'code-sources',
      };
    },
    claims() {
      const assessed = [...state.claims.values()].map((claim) => assess(state, claim));
      const weak = assessed.filter((a) => a.problems.length > 0).length;
      return {
        there: counts({
          claims: state.claims.size,
          evidence: state.evidence.size,
          references: state.references.size,
        }),
        missing: counts({ weakClaims: weak }),
        next: !state.claims.size ? 'write-claims' : weak ? 'mend-claims' : 'see-claims',
      };
    },
    report() {
      let withheld = 0;
      let excerpts = 0;
      for (const block of state.blocks.values()) {
        if (block.kind !== 'excerpt' || !block.sourceId || block.from === null || block.to === null) continue;
        excerpts++;
        if (!gate(state, { sourceId: block.sourceId, from: block.from, to: block.to }).allowed) withheld++;
      }
      return {
        there: counts({ chapters: state.chapters.size, excerpts }),
        missing: counts({ withheldExcerpts: withheld }),
        next: !state.chapters.size ? 'write-report' : withheld ? 'mend-excerpts' : 'print-report',
      };
    },
  };
  return STATIONS.map((station) => {
    const { there, missing, next } = read[station]();
    const status: StationStatus = there.every(({ n }) => n === 0)
      ? 'empty'
      : missing.length > 0
        ? 'underway'
        : 'complete';
    return { station, status, there, missing, next };
  });
}

/** Counts worth telling: those that are not zero. */
function counts(numbers: Record<string, number>): Count[] {
  return Object.entries(numbers).flatMap(([what, n]) => (n > 0 ? [{ what, n }] : []));
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
