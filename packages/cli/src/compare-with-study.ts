import {
  currentVersion,
  lineOfOffset,
  mayPrint,
  publishedTurns,
  type PublishedExcerpt,
  type PublishedReport,
  type StudyState,
} from '@bagom/core';
import type { StudyFile } from '@bagom/store';
import type { Messages } from './language.js';

/** A finding about a report beside the study it comes from; its form is that of the audit's findings. */
export interface Comparison {
  rule: 'unknown-person' | 'other-age' | 'not-printable' | 'other-words';
  severity: 'error' | 'warning';
  line: number;
  message: string;
  passages: { line: number; text: string }[];
}

/** Runs of words this long are looked for: shorter ones are found anywhere. */
const RUN = 8;

/** What a report prints that its study does not say: persons, ages, words, and quotes that consent does not cover. */
export async function compareWithStudy(
  report: PublishedReport,
  study: StudyFile,
  { compared: say }: Messages,
): Promise<Comparison[]> {
  const { state } = study;
  const byName = new Map([...state.participants.values()].map((person) => [person.pseudonym, person]));
  const findings: Comparison[] = [];
  const told = new Set<string>();
  const heard = new Map<string, Set<string>>();
  for (const excerpt of report.excerpts) {
    const { person: name, fromLine: line, age } = excerpt;
    const once = (rule: Comparison['rule'], severity: Comparison['severity'], message: string) => {
      if (told.has(`${rule} ${name}`)) return;
      told.add(`${rule} ${name}`);
      findings.push({
        rule,
        severity,
        line,
        message,
        passages: [{ line, text: excerpt.turns[0]?.text.slice(0, 160) ?? '' }],
      });
    };
    const participant = byName.get(name);
    if (!participant) {
      once('unknown-person', 'warning', say.unknownPerson(name));
      continue;
    }
    if (participant.age !== null && participant.age !== age)
      once('other-age', 'error', say.otherAge(name, age, participant.age));
    const own = [...state.sources.values()].filter(({ participantId }) => participantId === participant.id);
    // The words of a report that was read in were printed already.
    if (own.some(({ kind }) => kind === 'transcript') && !mayPrint(state, participant.id).allowed)
      once('not-printable', 'error', say.notPrintable(name));
    let runs = heard.get(participant.id);
    if (!runs) heard.set(participant.id, (runs = await runsOf(study, state, participant.id)));
    if (runs.size > 0) findings.push(...otherWords(excerpt, runs, say.otherWords(name)));
  }
  return findings;
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function runsIn(words: readonly string[]): string[] {
  return words.slice(0, Math.max(0, words.length - RUN + 1)).map((_, i) => words.slice(i, i + RUN).join(' '));
}

/** Every run of words of a person's texts as they may be printed. */
async function runsOf(study: StudyFile, state: StudyState, participantId: string): Promise<Set<string>> {
  const runs = new Set<string>();
  for (const source of state.sources.values()) {
    const version = source.participantId === participantId ? currentVersion(state, source.id) : undefined;
    if (!version) continue;
    const text = await study.text(version.text);
    for (const turn of publishedTurns(state, source, text, version.turns, { from: 0, to: text.length }))
      for (const run of runsIn(wordsOf(turn.text))) runs.add(run);
  }
  return runs;
}

/** The first run of each turn that stands in none of the person's texts. */
function otherWords(excerpt: PublishedExcerpt, runs: ReadonlySet<string>, message: string): Comparison[] {
  return excerpt.turns.flatMap((turn): Comparison[] => {
    const missing = runsIn(wordsOf(turn.text)).find((run) => !runs.has(run));
    if (missing === undefined) return [];
    const line = lineOfOffset(
      turn,
      Math.max(0, turn.text.toLowerCase().indexOf(missing.split(' ').slice(0, 2).join(' '))),
    );
    return [{ rule: 'other-words', severity: 'warning', line, message, passages: [{ line, text: missing }] }];
  });
}
