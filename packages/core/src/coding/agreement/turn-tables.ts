import { allNo, judgedTurns, unitCount, type CodedText } from './coded-text.js';
import { judged, type Judgement, type RatedUnits } from './ratings.js';
import { unitizedDisagreement, type Disagreement } from './unitized-alpha.js';

/** The units of one code by how they were judged, and its disagreement on where stretches lie. */
export interface Table {
  readonly units: readonly RatedUnits[];
  readonly unitized: Disagreement;
}

/** Every turn as it stands where nobody used a code: most turns, for most codes. */
export interface EmptyTurns {
  readonly turns: readonly {
    readonly pattern: number;
    readonly units: number;
    readonly length: number;
    readonly judges: number;
  }[];
  /** The different sets of judges, as all their noes. */
  readonly patterns: readonly (readonly Judgement[])[];
}

export function emptyTurns(texts: readonly CodedText[]): EmptyTurns {
  const known = new Numbered();
  const turns = texts.flatMap((text) => {
    const values = allNo(text);
    const pattern = known.number(values);
    return text.turns.map((turn) => ({
      pattern,
      units: unitCount(turn),
      length: turn.stretch.to - turn.stretch.from,
      judges: judged(values),
    }));
  });
  return { turns, patterns: known.list };
}

/**
 * The turns in which a code was used, as flat lists of numbers, so that drawing them anew a thousand times is quick. Of used turn
 * i: which turn it is; its units, at `first[i]` to below `first[i + 1]` of `pattern` and `weight`; its lengths.
 */
interface CodeTurns {
  readonly patterns: readonly (readonly Judgement[])[];
  readonly turn: Int32Array;
  readonly first: Int32Array;
  readonly pattern: Int32Array;
  readonly weight: Float64Array;
  readonly agreeing: Float64Array;
  readonly coded: Float64Array;
  readonly alone: Float64Array;
}

export function codeTurns(texts: readonly CodedText[], code: string, { patterns }: EmptyTurns): CodeTurns {
  const known = new Numbered(patterns);
  const lists = {
    turn: [],
    first: [0],
    pattern: [],
    weight: [],
    agreeing: [],
    coded: [],
    alone: [],
  } as Record<Exclude<keyof CodeTurns, 'patterns'>, number[]>;
  let before = 0;
  for (const text of texts) {
    for (const { turn, units, agreeing, coded, alone } of judgedTurns(text, code)) {
      for (const { values, weight } of units) {
        lists.pattern.push(known.number(values));
        lists.weight.push(weight);
      }
      lists.turn.push(before + turn);
      lists.first.push(lists.pattern.length);
      lists.agreeing.push(agreeing);
      lists.coded.push(coded);
      lists.alone.push(alone);
    }
    before += text.turns.length;
  }
  return {
    patterns: known.list,
    turn: Int32Array.from(lists.turn),
    first: Int32Array.from(lists.first),
    pattern: Int32Array.from(lists.pattern),
    weight: Float64Array.from(lists.weight),
    agreeing: Float64Array.from(lists.agreeing),
    coded: Float64Array.from(lists.coded),
    alone: Float64Array.from(lists.alone),
  };
}

/** What every code shares when turn i is taken `times[i]` times: units that all judges said no to, and lengths. */
export interface Untouched {
  readonly weights: readonly number[];
  readonly length: number;
}

export function untouched({ turns, patterns }: EmptyTurns, times: ArrayLike<number>): Untouched {
  const weights = patterns.map(() => 0);
  let length = 0;
  turns.forEach((turn, i) => {
    weights[turn.pattern]! += turn.units * times[i]!;
    if (turn.judges > 1) length += turn.length * turn.judges * times[i]!;
  });
  return { weights, length };
}

/** A code's table when turn i is taken `times[i]` times. */
export function tableOf(
  used: CodeTurns,
  { turns }: EmptyTurns,
  { weights, length }: Untouched,
  times: ArrayLike<number>,
): Table {
  const found = new Float64Array(used.patterns.length);
  found.set(weights);
  const sums = { agreeing: length, coded: 0, alone: 0 };
  for (let i = 0; i < used.turn.length; i++) {
    const taken = times[used.turn[i]!]!;
    if (taken === 0) continue;
    const nobody = turns[used.turn[i]!]!;
    found[nobody.pattern]! -= nobody.units * taken;
    for (let at = used.first[i]!; at < used.first[i + 1]!; at++)
      found[used.pattern[at]!]! += used.weight[at]! * taken;
    if (nobody.judges < 2) continue;
    sums.agreeing += (used.agreeing[i]! - nobody.length * nobody.judges) * taken;
    sums.coded += used.coded[i]! * taken;
    sums.alone += used.alone[i]! * taken;
  }
  const units = used.patterns.flatMap((values, i) =>
    found[i]! > 0 && judged(values) > 1 ? [{ values, weight: found[i]! }] : [],
  );
  if (length === 0) return { units, unitized: { observed: 0, expected: 0 } };
  const gaps = length - sums.coded;
  const values = new Map([
    ['', { length: gaps, alone: gaps }],
    ['coded', { length: sums.coded, alone: sums.alone }],
  ]);
  return { units, unitized: unitizedDisagreement({ all: length, agreeing: sums.agreeing, values }) };
}

/** Judgements by number: equal ones have the same. */
class Numbered {
  readonly list: (readonly Judgement[])[];
  readonly #numbers: Map<string, number>;

  constructor(known: readonly (readonly Judgement[])[] = []) {
    this.list = [...known];
    this.#numbers = new Map(known.map((values, i) => [values.join(), i]));
  }

  number(values: readonly Judgement[]): number {
    const key = values.join();
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.list.push(values) - 1);
    return this.list.length - 1;
  }
}
