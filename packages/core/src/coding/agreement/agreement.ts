import type { StudyState } from '../../study/state.js';
import type { Span } from '../../text/spans.js';
import type { TurnRole } from '../../transcripts/source.js';
import { currentVersion } from '../../transcripts/current-version.js';
import { withDescendants } from '../codebook.js';
import type { CodedText } from './coded-text.js';
import { compareCoders, type CodersCompared } from './compare-coders.js';
import { codableStretches, merged, sentencesIn, within, type AgreementUnit } from './text-units.js';

/** Which coders are compared, where, and on what. */
export interface AgreementQuestion {
  readonly coderIds: readonly string[];
  readonly sourceIds: readonly string[];
  readonly codeIds: readonly string[];
  readonly unit: AgreementUnit;
  /** A code stands for all under it as well. */
  readonly withUnder?: boolean;
  /** Whose turns are compared; null: everybody's. */
  readonly roles?: readonly TurnRole[] | null;
  /**
   * Texts that a coder was asked to code: who coded nothing in one said no throughout. In other texts a coder without codings is
   * taken not to have judged it.
   */
  readonly assigned?: (coderId: string, sourceId: string) => boolean;
  readonly seed?: number;
  readonly replicates?: number;
}

/** Agreement of coders in a study. `texts` holds the shown text of every source compared. */
export function agreement(
  state: StudyState,
  texts: ReadonlyMap<string, string>,
  question: AgreementQuestion,
): CodersCompared {
  const { codeIds, seed, replicates } = question;
  return compareCoders(codedTexts(state, texts, question), {
    codes: codeIds,
    ...(seed === undefined ? {} : { seed }),
    ...(replicates === undefined ? {} : { replicates }),
  });
}

/** The texts compared as their coders coded them. */
export function codedTexts(
  state: StudyState,
  texts: ReadonlyMap<string, string>,
  question: AgreementQuestion,
): CodedText[] {
  const { coderIds, sourceIds, unit, roles = null, assigned = () => false } = question;
  const found = codingsIn(state, question);
  return sourceIds.flatMap((sourceId): CodedText[] => {
    const source = state.sources.get(sourceId);
    const version = currentVersion(state, sourceId);
    const text = texts.get(sourceId);
    if (!source || !version || text === undefined) return [];
    const { codings, coders } = found.get(sourceId) ?? { codings: new Map(), coders: new Set() };
    const judges = coderIds.map((coderId) => coders.has(coderId) || assigned(coderId, sourceId));
    const stretches = codableStretches(text.length, version.turns, roles);
    const excerpts =
      unit === 'excerpts'
        ? merged([...codings.values()].flat(2).filter((span: Span) => span.to <= text.length))
        : [];
    const units = (stretch: Span): readonly Span[] | null => {
      if (unit === 'characters') return null;
      if (unit === 'turns') return [stretch];
      if (unit === 'sentences') return sentencesIn(text, stretch, source.language);
      return within(excerpts, stretch);
    };
    return [{ turns: stretches.map((stretch) => ({ stretch, units: units(stretch) })), judges, codings }];
  });
}

/** Texts compared by turns, divided into sentences: slow in long texts, and so for a thread to do. `of` has their words in the same order. */
export function inSentences(
  coded: readonly CodedText[],
  of: readonly { readonly text: string; readonly language: string }[],
): CodedText[] {
  return coded.map(({ turns, ...rest }, i) => {
    const { text, language } = of[i]!;
    const divided = turns.map(({ stretch }) => ({ stretch, units: sentencesIn(text, stretch, language) }));
    return { ...rest, turns: divided };
  });
}

interface Found {
  /** Of each code asked for, what each coder coded with it. */
  codings: Map<string, Span[][]>;
  /** Who coded anything at all here, with any code. */
  coders: Set<string>;
}

function codingsIn(
  state: StudyState,
  { coderIds, sourceIds, codeIds, withUnder = false }: AgreementQuestion,
): Map<string, Found> {
  const wanted = new Set(sourceIds);
  const asked = new Map<string, string[]>();
  for (const codeId of codeIds)
    for (const id of withUnder ? withDescendants(state, [codeId]) : [codeId])
      asked.set(id, [...(asked.get(id) ?? []), codeId]);
  const found = new Map<string, Found>();
  for (const { sourceId, version, codeId, coderId, from, to } of state.codings.values()) {
    const coder = coderIds.indexOf(coderId);
    if (coder === -1 || !wanted.has(sourceId) || version !== state.sources.get(sourceId)?.version) continue;
    let here = found.get(sourceId);
    if (!here) found.set(sourceId, (here = { codings: new Map(), coders: new Set() }));
    here.coders.add(coderId);
    for (const code of asked.get(codeId) ?? []) {
      let byCoder = here.codings.get(code);
      if (!byCoder) here.codings.set(code, (byCoder = coderIds.map(() => [])));
      byCoder[coder]!.push({ from, to });
    }
  }
  return found;
}
