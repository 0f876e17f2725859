import type { Turn } from '../transcripts/source.js';
import type { EntityKind } from './masking.js';

/** A place in a text that may make someone recognisable; a person decides. */
export interface Proposal {
  from: number;
  to: number;
  kind: EntityKind;
  /** Why it was proposed: a word already masked elsewhere, a capital inside a sentence, the form of a date or number. */
  why: 'known' | 'capital' | 'date' | 'number' | 'contact';
  entityId: string | null;
}

const MONTHS = 'januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december';
const FORMS: readonly [Proposal['why'], EntityKind, RegExp][] = [
  ['number', 'other', /\b\d{6}[- ]?\d{4}\b/g],
  ['contact', 'other', /\b(?:\+45 ?)?\d{2} ?\d{2} ?\d{2} ?\d{2}\b|\b[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{2,20}/g],
  [
    'date',
    'date',
    new RegExp(`\\b\\d{1,2}\\. (?:${MONTHS})(?: \\d{4})?\\b|\\b\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}\\b`, 'gi'),
  ],
];
/** Words that take a capital without naming anybody. */
const ORDINARY = new Set(
  'I De Dem Deres Jeres Gud Jul Danmark Dansk OK TV PC SMS Netflix Facebook'.split(' '),
);

/**
 * Proposes what to mask in a text: the words that stand for known entities (wherever they stand), capitals inside sentences,
 * and the forms of dates, CPR and telephone numbers. It proposes too much rather than too little. Stretches in `done` are
 * left alone.
 */
export function propose(
  text: string,
  turns: readonly Turn[],
  known: readonly { words: string; kind: EntityKind; entityId: string | null }[],
  done: readonly { from: number; to: number }[],
): Proposal[] {
  const taken = done.map(({ from, to }) => ({ from, to }));
  const free = (from: number, to: number) => taken.every((span) => to <= span.from || from >= span.to);
  const proposals: Proposal[] = [];
  const add = (proposal: Proposal) => {
    if (!free(proposal.from, proposal.to)) return;
    proposals.push(proposal);
    taken.push(proposal);
  };
  for (const { words, kind, entityId } of [...known].sort((a, b) => b.words.length - a.words.length))
    for (const from of occurrences(text, words))
      add({ from, to: from + words.length, kind, why: 'known', entityId });
  for (const [why, kind, form] of FORMS)
    for (const match of text.matchAll(form))
      add({ from: match.index, to: match.index + match[0].length, kind, why, entityId: null });
  for (const turn of turns) {
    const words = text.slice(turn.from, turn.to);
    for (const match of words.matchAll(/(?<=[\p{Ll}\p{N},–-] )\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)*/gu)) {
      if (ORDINARY.has(match[0])) continue;
      const from = turn.from + match.index;
      add({ from, to: from + match[0].length, kind: 'person', why: 'capital', entityId: null });
    }
  }
  return proposals.sort((a, b) => a.from - b.from);
}

/** Where words stand as whole words. */
export function occurrences(text: string, words: string): number[] {
  const found: number[] = [];
  if (words.length === 0) return found;
  const letter = /[\p{L}\p{N}]/u;
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + words.length)) {
    const before = text[at - 1];
    const after = text[at + words.length];
    if (!(before && letter.test(before)) && !(after && letter.test(after))) found.push(at);
  }
  return found;
}
