import type { Span } from '../../text/spans.js';
import type { Turn } from '../../transcripts/source.js';
import type { ProposalContext } from './proposal.js';

/**
 * The stretch around a place that is proposed: the place itself, its sentence, or its turn; never past the turn. A sentence ends
 * with `.`, `!`, `?` or `…`, with what closes a quotation or bracket after it, before white space; or at a line break.
 */
export function widen(text: string, turn: Turn, { from, to }: Span, context: ProposalContext): Span {
  const inside = { from: Math.max(from, turn.from), to: Math.min(to, turn.to) };
  if (context === 'word') return inside;
  if (context === 'turn') return trim(text, turn);
  let start = turn.from;
  let end = turn.to;
  const words = text.slice(turn.from, turn.to);
  for (const found of words.matchAll(/[.!?…]+["'”’»«)\]]*(?=\s)|\n/g)) {
    const border = turn.from + found.index + found[0].length;
    if (border <= inside.from) start = border;
    else if (border >= inside.to) {
      end = border;
      break;
    }
  }
  return trim(text, { from: start, to: end });
}

function trim(text: string, { from, to }: Span): Span {
  const words = text.slice(from, to);
  const start = from + words.length - words.trimStart().length;
  return { from: start, to: Math.max(start, from + words.trimEnd().length) };
}
