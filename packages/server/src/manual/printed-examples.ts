import {
  gate,
  mayPrint,
  mentionsOf,
  publishedText,
  replacementOf,
  rowsBy,
  type GateReason,
  type ManualExample,
  type Mention,
  type Source,
  type Span,
  type StudyState,
} from '@bagom/core';
import type { StudyFile } from '@bagom/store';
import { placedExamples } from '../placed-examples.js';

interface SearchedText {
  source: Source;
  text: string;
  mentions: Mention[];
  /** The whole of it as it may be printed. */
  published: string;
  /** The text as it stands; else one that was corrected since, on which no mention stands any more. */
  current: boolean;
}

/** Fewer words than this are found in any text, and say nothing of whose they are. */
const LEAST_WORDS = 4;

/**
 * The examples of the codebook as they may be printed. A passage chosen as an example passes the gate where it stands. A written
 * example is looked for in every version of the texts: what somebody said is printed masked, with their consent; what nobody said
 * is the researcher's own, unless a masked or undecided name stands in it. `state`: the study as the reader may see it.
 */
export async function printedExamples(
  study: StudyFile,
  state: StudyState = study.state,
): Promise<Map<string, ManualExample[]>> {
  const printed = new Map<string, ManualExample[]>();
  for (const { id } of state.codes.values()) {
    const chosen = await placedExamples(study, rowsBy(state, 'examples', 'codeId', id).values());
    if (chosen.length > 0)
      printed.set(
        id,
        chosen.map((one) => chosenExample(state, one)),
      );
  }
  const written = [...state.codes.values()].filter(({ example }) => example.trim() !== '');
  if (written.length === 0) return printed;
  const texts = await searchedTexts(study);
  const names = new Set(
    texts.flatMap(({ text, mentions }) =>
      mentions.flatMap(({ from, to, decision }) =>
        decision === 'keep' ? [] : [text.slice(from, to).toLocaleLowerCase('da')],
      ),
    ),
  );
  for (const { id, example } of written)
    printed.set(id, [...(printed.get(id) ?? []), printedExample(study, example, texts, names)]);
  return printed;
}

/** Every text as it stands, and then as it stood before it was corrected: words may have been copied from that. */
async function searchedTexts(study: StudyFile): Promise<SearchedText[]> {
  const { state } = study;
  const [now, before]: [SearchedText[], SearchedText[]] = [[], []];
  for (const version of state.sourceVersions.values()) {
    const source = state.sources.get(version.sourceId)!;
    const text = await study.text(version.text);
    const current = version.number === source.version;
    const mentions = mentionsOf(state, source.id, version.number);
    const whole = { from: 0, to: text.length };
    const { text: published } = publishedText(text, whole, mentions, (one) => replacementOf(state, one));
    (current ? now : before).push({ source, text, mentions, published, current });
  }
  return [...now, ...before];
}

function chosenExample(
  state: StudyState,
  { sourceId, words, changed, reasons }: Awaited<ReturnType<typeof placedExamples>>[number],
): ManualExample {
  if (reasons.length > 0) return { kind: 'withheld', reasons };
  return { kind: 'quote', ...quoted(state, state.sources.get(sourceId), words), changed };
}

/** Words with the published name and age of whose they are. */
function quoted(state: StudyState, source: Source | undefined, words: string) {
  const person = source?.participantId ? state.participants.get(source.participantId) : undefined;
  const text = words.replace(/\s+/g, ' ').trim();
  return { text, name: person?.pseudonym ?? null, age: person?.age ?? null };
}

function printedExample(
  { state }: StudyFile,
  example: string,
  texts: readonly SearchedText[],
  names: ReadonlySet<string>,
): ManualExample {
  const reasons = new Set<GateReason>();
  let said: { text: string; source: Source } | undefined;
  const lower = example.toLocaleLowerCase('da');
  const named = [...names].some((name) => name.length > 1 && hasWord(lower, name));
  for (const piece of pieces(example)) {
    for (const { source, text, mentions, published, current } of texts) {
      const place = find(text, piece);
      if (!place && !find(published, piece)) continue;
      const exact = place !== undefined && current;
      for (const reason of exact
        ? gate(state, { sourceId: source.id, ...place }).reasons
        : source.kind === 'excerpt'
          ? []
          : mayPrint(state, source.participantId).reasons)
        reasons.add(reason);
      // Masks that stood on an earlier version stand there no more: a name in it is held back.
      if (!exact && named) reasons.add('not-masked');
      const words = exact
        ? publishedText(text, place, mentions, (one) => replacementOf(state, one)).text
        : piece;
      said = said ? { ...said, text: `${said.text} […] ${words}` } : { text: words, source };
      break;
    }
  }
  if (reasons.size > 0) return { kind: 'withheld', reasons: [...reasons] };
  if (said) return { kind: 'quote', ...quoted(state, said.source, said.text) };
  return named ? { kind: 'withheld', reasons: ['not-masked'] } : { kind: 'own', text: example.trim() };
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
