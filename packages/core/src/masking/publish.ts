import { rowsBy } from '../study/rows-by.js';
import { studyLanguage, type StudyState } from '../study/state.js';
import type { Turn } from '../transcripts/source.js';
import { bracketFor } from './brackets.js';
import type { Mention } from './masking.js';

/** A stretch of a text as it may be printed. */
export interface PublishedText {
  text: string;
  /** What was put in the place of what: offsets in the published text. */
  replaced: { from: number; to: number; mentionId: string }[];
}

/** The mentions of a version of a source, in text order. */
export function mentionsOf(state: StudyState, sourceId: string, version: number): Mention[] {
  return [...rowsBy(state, 'mentions', 'sourceId', sourceId).values()]
    .filter((m) => m.version === version)
    .sort((a, b) => a.from - b.from || b.to - a.to);
}

/**
 * The words of a stretch with every masked mention replaced. Undecided mentions are shown as `[…]`: nothing recognisable is
 * printed because somebody forgot to decide. Of overlapping mentions the first and longest counts.
 */
export function publishedText<M extends Mention>(
  text: string,
  { from, to }: { from: number; to: number },
  mentions: readonly M[],
  replacementOf: (mention: M) => string,
): PublishedText {
  let out = '';
  let at = from;
  const replaced: PublishedText['replaced'] = [];
  for (const mention of mentions) {
    if (mention.to <= at || mention.from >= to || mention.decision === 'keep') continue;
    const start = Math.max(mention.from, at);
    out += text.slice(at, start);
    const words = mention.decision === 'open' ? '[…]' : replacementOf(mention);
    replaced.push({ from: out.length, to: out.length + words.length, mentionId: mention.id });
    out += words;
    at = mention.to;
  }
  if (at < to) out += text.slice(at, to);
  return { text: out, replaced };
}

/** What is printed for a mention: its entity's replacement, or a bracket that names the kind in the study's language. */
export function replacementOf(state: StudyState, mention: Mention): string {
  const entity = mention.entityId ? state.entities.get(mention.entityId) : undefined;
  return entity?.replacement || bracketFor(mention.kind, studyLanguage(state));
}

/** A turn as it may be printed: who speaks under the published name. */
export interface PrintedTurn {
  role: Turn['role'];
  label: string | null;
  text: string;
  /** The turn of the source, by its place. */
  turn: number;
}

/** The turns of a stretch of a source as they may be printed, cut to the stretch. */
export function publishedTurns(
  state: StudyState,
  source: { id: string; version: number; participantId: string | null; kind: 'transcript' | 'excerpt' },
  text: string,
  turns: readonly Turn[],
  { from, to }: { from: number; to: number },
): PrintedTurn[] {
  const mentions = mentionsOf(state, source.id, source.version);
  const pseudonym = source.participantId
    ? state.participants.get(source.participantId)?.pseudonym
    : undefined;
  const published: PrintedTurn[] = [];
  turns.forEach((turn, index) => {
    const start = Math.max(turn.from, from);
    const end = Math.min(turn.to, to);
    if (start >= end) return;
    const { text: words } = publishedText(text, { from: start, to: end }, mentions, (m) =>
      replacementOf(state, m),
    );
    const label =
      turn.role === 'interviewer'
        ? 'Interviewer'
        : turn.role === 'interviewee' && turn.label !== null
          ? (pseudonym ?? turn.label)
          : turn.label;
    published.push({ role: turn.role, label, text: words.replace(/\s+/g, ' ').trim(), turn: index });
  });
  return published;
}
