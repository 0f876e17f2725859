import { flatten, type Span } from '../../text/spans.js';
import type { RatedUnits } from './ratings.js';
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

/** The turns of a text in which anybody used a code, and how they were judged on it. */
export function judgedTurns(text: CodedText, codeId: string): (TurnAgreement & { readonly turn: number })[] {
  const byCoder = text.codings.get(codeId);
  if (!byCoder) return [];
  const coders = text.judges.map((judge, i) => (judge ? merged(byCoder[i] ?? []) : []));
  const found = [];
  for (const [turn, { stretch, units }] of text.turns.entries()) {
    const inside = coders.map((spans) => within(spans, stretch));
    if (inside.every((spans) => spans.length === 0)) continue;
    const judged = units === null ? characters(text, stretch, inside) : whole(text, units, coders);
    const lines = inside
      .filter((_, coder) => text.judges[coder])
      .map((spans) => spans.map((span) => shifted(span, stretch)));
    const { agreeing, values } = unitizedSums(lines, stretch.to - stretch.from);
    const { length = 0, alone = 0 } = values.get(CODED) ?? {};
    found.push({ turn, units: judged, agreeing, coded: length, alone });
  }
  return found;
}

const CODED = 'coded';
const shifted = ({ from, to }: Span, stretch: Span) => ({
  from: from - stretch.from,
  to: to - stretch.from,
  value: CODED,
});

/** How many units a turn has. */
export const unitCount = ({ stretch, units }: CodedText['turns'][number]): number =>
  units === null ? stretch.to - stretch.from : units.length;

/** Said no to by every judge, not judged by the others. */
export const allNo = ({ judges }: Pick<CodedText, 'judges'>): (0 | null)[] =>
  judges.map((judge) => (judge ? 0 : null));

/** The characters of a turn, those that the same coders coded together. */
function characters(text: CodedText, stretch: Span, inside: readonly (readonly Span[])[]): RatedUnits[] {
  const spans = inside.flatMap((one, coder) => one.map((span) => ({ ...span, coder })));
  const segments = flatten(spans).map((segment) => {
    const here = new Set(segment.spans.map((i) => spans[i]!.coder));
    return {
      weight: segment.to - segment.from,
      values: text.judges.map((judge, coder) => (judge ? Number(here.has(coder)) : null)),
    };
  });
  const coded = segments.reduce((sum, { weight }) => sum + weight, 0);
  return [...segments, { weight: stretch.to - stretch.from - coded, values: allNo(text) }];
}

/** Sentences, turns or excerpts: a coder said yes who coded any part of one. */
function whole(text: CodedText, units: readonly Span[], coders: readonly (readonly Span[])[]): RatedUnits[] {
  return units.map((unit) => ({
    weight: 1,
    values: text.judges.map((judge, coder) =>
      judge ? Number(within(coders[coder]!, unit).length > 0) : null,
    ),
  }));
}
