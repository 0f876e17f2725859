import { flatten, type Span } from '../../text/spans.js';
import type { Judgement, RatedUnits } from './ratings.js';
import { merged, within } from './text-units.js';
import { unitizedSums } from './unitized-alpha.js';

/** A text as several coders coded it. */
export interface CodedText {
  /** What can be coded, in text order: the text's turns, with the units in each. Null: every character is one. */
  readonly turns: readonly { readonly stretch: Span; readonly units: readonly Span[] | null }[];
  /** Whether each coder judged this text at all; one who did and coded nothing said no everywhere. */
  readonly judges: readonly boolean[];
  /** Of each code, what each coder coded with it. Codes that nobody used here may be absent. */
  readonly codings: ReadonlyMap<string, readonly (readonly Span[])[]>;
}

/**
 * What one turn shows of the coders' agreement on one code: its units by how they were judged, and the lengths that alpha for
 * unitizing is made of. A coding that runs over several turns is one stretch in each.
 */
export interface TurnAgreement {
  readonly units: readonly RatedUnits[];
  readonly agreeing: number;
  readonly coded: number;
  readonly alone: number;
}

/** The turns of a text in which anybody used a code, in text order, and how they were judged on it. */
export function judgedTurns(text: CodedText, codeId: string): (TurnAgreement & { readonly turn: number })[] {
  const byCoder = text.codings.get(codeId);
  if (!byCoder) return [];
  const coders = text.judges.map((judge, i) => (judge ? merged(byCoder[i] ?? []) : []));
  const noes = allNo(text);
  return turnsUnder(text.turns, coders.flat()).map((turn) => {
    const { stretch, units } = text.turns[turn]!;
    const length = stretch.to - stretch.from;
    const lines = coders.map((spans) => within(spans, stretch).map((span) => coded(span, stretch.from)));
    const { agreeing, values } = unitizedSums(
      lines.filter((_, coder) => text.judges[coder]),
      length,
    );
    const { length: long, alone } = values.get(CODED)!;
    return {
      turn,
      units: units === null ? characters(noes, lines, length) : whole(noes, units, coders),
      agreeing,
      coded: long,
      alone,
    };
  });
}

/** Which turns stretches lie in, in order; the turns are in text order and do not overlap. */
function turnsUnder(turns: CodedText['turns'], spans: readonly Span[]): number[] {
  const found = new Set<number>();
  for (const { from, to } of spans)
    for (let turn = firstAfter(turns, from); turn < turns.length && turns[turn]!.stretch.from < to; turn++)
      found.add(turn);
  return [...found].sort((a, b) => a - b);
}

/** The first turn that ends after a place. */
function firstAfter(turns: CodedText['turns'], place: number): number {
  let [low, high] = [0, turns.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (turns[middle]!.stretch.to <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

const CODED = 'coded';
const coded = ({ from, to }: Span, start: number) => ({ from: from - start, to: to - start, value: CODED });

/** How many units a turn has. */
export const unitCount = ({ stretch, units }: CodedText['turns'][number]): number =>
  units === null ? stretch.to - stretch.from : units.length;

/** Said no to by every judge, not judged by the others. */
export const allNo = ({ judges }: Pick<CodedText, 'judges'>): (0 | null)[] =>
  judges.map((judge) => (judge ? 0 : null));

/** The characters of a turn, those that the same coders coded together. */
function characters(noes: readonly Judgement[], lines: readonly (readonly Span[])[], length: number) {
  const spans = lines.flat();
  const coders = lines.flatMap((line, coder) => line.map(() => coder));
  let nobody = length;
  const found = flatten(spans).map((segment): RatedUnits => {
    const values = [...noes];
    for (const span of segment.spans) values[coders[span]!] = 1;
    const weight = segment.to - segment.from;
    nobody -= weight;
    return { values, weight };
  });
  return [...found, { values: noes, weight: nobody }];
}

/** Sentences, turns or excerpts: a coder said yes who coded any part of one. */
function whole(noes: readonly Judgement[], units: readonly Span[], coders: readonly (readonly Span[])[]) {
  return units.map((unit): RatedUnits => {
    const values = noes.map((no, coder) =>
      no === null ? null : Number(within(coders[coder]!, unit).length > 0),
    );
    return { values, weight: 1 };
  });
}
