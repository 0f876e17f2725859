import type { PublishedReport, PublishedTurn, ReportAnomalyKind } from '../published.js';
import { genitive, passage, type Finding, type FindingSeverity } from './finding.js';
import { edged } from './words.js';

const SLIPS: Partial<Record<ReportAnomalyKind, { severity: FindingSeverity; da: string; en: string }>> = {
  'label-typo': {
    severity: 'warning',
    da: 'talerens navn er fejlskrevet',
    en: 'the speaker label is misspelt',
  },
  'label-unknown': {
    severity: 'error',
    da: 'talerens navn er ingen i uddraget',
    en: 'the speaker label names nobody in the excerpt',
  },
  'label-other-person': {
    severity: 'error',
    da: 'talerens navn er en anden persons',
    en: 'the speaker label is another person’s',
  },
  'label-punctuation': {
    severity: 'note',
    da: 'talerens navn mangler kolon',
    en: 'the speaker label lacks its colon',
  },
  'missing-colon': {
    severity: 'note',
    da: 'talerens navn mangler kolon',
    en: 'the speaker label lacks its colon',
  },
  'missing-label': {
    severity: 'warning',
    da: 'et svar i en dialog står uden taler',
    en: 'an answer in a dialogue has no speaker',
  },
  'unlabelled-continuation': {
    severity: 'note',
    da: 'et afsnit midt i et uddrag står uden taler',
    en: 'a paragraph inside an excerpt has no speaker',
  },
  'unattributed-turns': {
    severity: 'warning',
    da: 'en replik hører ikke til noget uddrag',
    en: 'a turn belongs to no excerpt',
  },
};

const ASKS_YOU = edged(/\b(?:du|dig|din|dit|dine|I|jer|you|your)\b[^.!?]{0,160}\?\s*$/u);
const ANSWERS = edged(/^(?:ja|jo|nej|næ|nå|mm|hm|det (?:gør|har|er|kan|ved) jeg|jeg|yes|no|yeah|I)\b/iu);

/**
 * Who said what is the first thing an excerpt states. A misspelt label is a slip of the hand; a label of somebody else,
 * or a question to the interviewee printed under the interviewee's own name, changes what the reader believes was said.
 */
export function speakerLabel(report: PublishedReport): Finding[] {
  const findings: Finding[] = report.anomalies.flatMap(({ line, kind, text }): Finding[] => {
    const slip = SLIPS[kind];
    if (!slip) return [];
    const message = { da: `${slip.da}: »${opening(text)}«`, en: `${slip.en}: »${opening(text)}«` };
    return [{ rule: 'speaker-label', severity: slip.severity, line, message, passages: [{ line, text }] }];
  });
  for (const excerpt of report.excerpts) {
    for (const [at, turn] of excerpt.turns.entries()) {
      const next = excerpt.turns[at + 1];
      if (!next) continue;
      const swapped = isSwapped(turn, next);
      if (swapped === null) continue;
      findings.push({
        rule: 'speaker-label',
        severity: swapped === 'answer' || swapped === 'question' ? 'error' : 'warning',
        line: swapped === 'answer' ? next.fromLine : turn.fromLine,
        message: MESSAGES[swapped](excerpt.person),
        passages: [turn, next].map((shown) => ({
          line: shown.fromLine,
          text: passage(`${shown.label ?? '–'}: ${shown.text}`.slice(0, 240)),
        })),
      });
    }
  }
  return findings;
}

const MESSAGES = {
  question: (person: string) => ({
    da: `et spørgsmål til ${person} er trykt som ${genitive(person).da} egne ord, og svaret følger under samme navn`,
    en: `a question to ${person} is printed as ${person}’s own words, and the answer follows under the same name`,
  }),
  turnedRound: (person: string) => ({
    da: `spørgsmål og svar kan være byttet om: ${person} spørger, og intervieweren svarer`,
    en: `question and answer may be turned round: ${person} asks and the interviewer answers`,
  }),
  answer: (person: string) => ({
    da: `svaret er trykt som interviewerens ord, men må være ${genitive(person).da}: spørgsmålet lige før er også interviewerens`,
    en: `the answer is printed as the interviewer’s words but must be ${person}’s: the question before it is the interviewer’s too`,
  }),
  doubled: (person: string) => ({
    da: `to replikker i træk har samme taler i uddraget med ${person}: en replik imellem kan mangle eller have forkert navn`,
    en: `two turns in a row have the same speaker in the excerpt of ${person}: one may be missing or wrongly labelled`,
  }),
};

function isSwapped(turn: PublishedTurn, next: PublishedTurn): keyof typeof MESSAGES | null {
  if (turn.role === next.role) {
    // An omission mark between them says that something is left out.
    if (/[([](?:…|\.{3})[)\]]\s*$/u.test(turn.text) || /^[([](?:…|\.{3})[)\]]/u.test(next.text)) return null;
    if (
      turn.role === 'interviewer' &&
      /\?\s*$/u.test(turn.text) &&
      edged(/\b(?:mig|jeg|min|mit|me|I|my)\b/u).test(next.text)
    ) {
      return 'answer';
    }
    return turn.role === 'interviewee' && ASKS_YOU.test(turn.text) ? 'question' : 'doubled';
  }
  const asks = turn.role === 'interviewee' && turn.text.length < 200 && ASKS_YOU.test(turn.text);
  return asks &&
    ANSWERS.test(next.text) &&
    !/\?/u.test(next.text) &&
    next.text.length > 20 &&
    edged(/\bjeg\b/u).test(next.text)
    ? 'turnedRound'
    : null;
}

function opening(text: string): string {
  return text.split(/\s+/u).slice(0, 4).join(' ');
}
