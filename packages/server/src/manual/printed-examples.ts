import {
  currentVersion,
  gate,
  mayPrint,
  mentionsOf,
  publishedText,
  replacementOf,
  type GateReason,
  type ManualExample,
  type Mention,
  type Source,
  type Span,
} from '@bagom/core';
import type { StudyFile } from '@bagom/store';

interface SearchedText {
  source: Source;
  text: string;
  mentions: Mention[];
  /** The whole of it as it may be printed. */
  published: string;
}

/** Fewer words than this are found in any text, and say nothing of whose they are. */
const LEAST_WORDS = 4;

/**
 * The examples of the codebook as they may be printed. An example is looked for in the texts: what somebody said passes the gate
 * and is printed masked; what nobody said is the researcher's own, unless a masked or undecided name stands in it.
 */
export async function printedExamples(study: StudyFile): Promise<Map<string, ManualExample>> {
  const { state } = study;
  const wanted = [...state.codes.values()].filter(({ example }) => example.trim() !== '');
  const printed = new Map<string, ManualExample>();
  if (wanted.length === 0) return printed;
  const texts: SearchedText[] = [];
  for (const source of state.sources.values()) {
    const version = currentVersion(state, source.id);
    if (!version) continue;
    const text = await study.text(version.text);
    const mentions = mentionsOf(state, source.id, source.version);
    const whole = { from: 0, to: text.length };
    const { text: published } = publishedText(text, whole, mentions, (one) => replacementOf(state, one));
    texts.push({ source, text, mentions, published });
  }
  const names = new Set(
    texts.flatMap(({ text, mentions }) =>
      mentions.flatMap(({ from, to, decision }) =>
        decision === 'keep' ? [] : [text.slice(from, to).toLocaleLowerCase('da')],
      ),
    ),
  );
  for (const { id, example } of wanted) printed.set(id, printedExample(study, example, texts, names));
  return printed;
}

function printedExample(
  { state }: StudyFile,
  example: string,
  texts: readonly SearchedText[],
  names: ReadonlySet<string>,
): ManualExample {
  const reasons = new Set<GateReason>();
  let said: { text: string; source: Source } | undefined;
  for (const piece of pieces(example)) {
    for (const { source, text, mentions, published } of texts) {
      const place = find(text, piece);
      const answer = place
        ? gate(state, { sourceId: source.id, ...place })
        : find(published, piece)
          ? source.kind === 'excerpt'
            ? { reasons: [] }
            : mayPrint(state, source.participantId)
          : undefined;
      if (!answer) continue;
      for (const reason of answer.reasons) reasons.add(reason);
      const words = place
        ? publishedText(text, place, mentions, (one) => replacementOf(state, one)).text
        : piece;
      said = said ? { ...said, text: `${said.text} […] ${words}` } : { text: words, source };
      break;
    }
  }
  if (reasons.size > 0) return { kind: 'withheld', reasons: [...reasons] };
  if (!said) {
    const lower = example.toLocaleLowerCase('da');
    const named = [...names].some((name) => name.length > 1 && hasWord(lower, name));
    return named ? { kind: 'withheld', reasons: ['not-masked'] } : { kind: 'own', text: example.trim() };
  }
  const person = said.source.participantId ? state.participants.get(said.source.participantId) : undefined;
  const text = said.text.replace(/\s+/g, ' ').trim();
  return { kind: 'quote', text, name: person?.pseudonym ?? null, age: person?.age ?? null };
}

/** An example may leave words out, have a speaker before each line, and stand in quotation marks. */
function pieces(example: string): string[] {
  return example
    .split(/\(…\)|\[…\]|\(\.\.\.\)|…|\.\.\.|\n+|[»«"“”„]/)
    .map((piece) => piece.replace(/^\s*\p{Lu}[\p{L} ]{0,20}:\s*/u, '').trim())
    .filter((piece) => piece.split(/\s+/).length >= LEAST_WORDS);
}

/** Where words stand in a text, whatever white space is between them and whichever letters are capitals. */
function find(text: string, words: string): Span | undefined {
  const escaped = words.split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const found = new RegExp(escaped.join('\\s+'), 'iu').exec(text);
  return found ? { from: found.index, to: found.index + found[0].length } : undefined;
}

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1))
    if (!/[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(text[at + word.length] ?? ' '))
      return true;
  return false;
}
