import { allNo, judgedTurns, unitCount, type CodedText } from './coded-text.js';
import { judged, type Judgement } from './ratings.js';
import { addUnits, type Tally, type TallyPlan } from './tally.js';
import { unitizedDisagreement, type Disagreement } from './unitized-alpha.js';

/** What the coefficients of one code are made of. */
export interface CodeSums {
  readonly tally: Tally;
  readonly unitized: Disagreement;
}

/** How often each turn is taken: once each for the study as it is, otherwise as a draw has it. */
export type Times = Int32Array;

/** Every turn of texts that two judged, as it stands where nobody used a code: most turns, for most codes. */
export interface EmptyTurns {
  readonly plan: TallyPlan;
  /** Of turn i its units, and its characters times its judges. */
  readonly units: Float64Array;
  readonly length: Float64Array;
  /** Turns in a row with the same judges, with the tally of one unit that they all said no to. */
  readonly runs: readonly { readonly from: number; readonly to: number; readonly no: Float64Array }[];
}

export function emptyTurns(texts: readonly CodedText[], plan: TallyPlan): EmptyTurns {
  const runs: { from: number; to: number; judges: string; no: Float64Array }[] = [];
  const units: number[] = [];
  const length: number[] = [];
  for (const text of texts) {
    const noes = allNo(text);
    const judges = judged(noes);
    for (const turn of text.turns) {
      units.push(unitCount(turn));
      length.push((turn.stretch.to - turn.stretch.from) * judges);
    }
    const [from, to] = [units.length - text.turns.length, units.length];
    const last = runs.at(-1);
    if (last?.judges === noes.join()) last.to = to;
    else runs.push({ from, to, judges: noes.join(), no: tallyOfOne(plan, noes) });
  }
  return { plan, units: Float64Array.from(units), length: Float64Array.from(length), runs };
}

/**
 * What a code changes in the turns where it was used, as columns of numbers: the sums of a draw are then the columns times how often
 * each turn was drawn, and no unit is looked at again.
 */
export interface CodeTurns {
  /** Which turns. */
  readonly turn: Int32Array;
  /** Three numbers a turn: what it adds to the lengths agreeing, coded and alone that alpha for unitizing is made of. */
  readonly lengths: Float64Array;
  /** Units by how they were judged, where anybody said yes. */
  readonly judgements: readonly Judgements[];
}

/** Units that were judged alike. */
interface Judgements {
  readonly turn: Int32Array;
  readonly units: Float64Array;
  /** The sums in which such a unit differs from one that all said no to, and by how much. */
  readonly places: Int32Array;
  readonly changes: Float64Array;
}

export function codeTurns(texts: readonly CodedText[], code: string, empty: EmptyTurns): CodeTurns {
  const used: number[] = [];
  const lengths: number[] = [];
  const kinds = new Map<string, { values: readonly Judgement[]; turn: number[]; units: number[] }>();
  let before = 0;
  for (const text of texts) {
    for (const { turn, units, agreeing, coded, alone } of judgedTurns(text, code)) {
      const at = before + turn;
      used.push(at);
      lengths.push(agreeing - empty.length[at]!, coded, alone);
      for (const { values, weight } of units) {
        if (!values.includes(1)) continue;
        const key = values.join();
        let kind = kinds.get(key);
        if (!kind) kinds.set(key, (kind = { values, turn: [], units: [] }));
        kind.turn.push(at);
        kind.units.push(weight);
      }
    }
    before += text.turns.length;
  }
  return {
    turn: Int32Array.from(used),
    lengths: Float64Array.from(lengths),
    judgements: [...kinds.values()].map(({ values, turn, units }) => ({
      turn: Int32Array.from(turn),
      units: Float64Array.from(units),
      ...changesBy(values, empty.plan),
    })),
  };
}

/** What changes in a tally when a unit that all said no to is judged so instead. */
function changesBy(values: readonly Judgement[], plan: TallyPlan): Pick<Judgements, 'places' | 'changes'> {
  const no = tallyOfOne(
    plan,
    values.map((value) => (value === null ? null : 0)),
  );
  const differences = tallyOfOne(plan, values).map((sum, place) => sum - no[place]!);
  const places = [...differences.keys()].filter((place) => differences[place] !== 0);
  return {
    places: Int32Array.from(places),
    changes: Float64Array.from(places, (place) => differences[place]!),
  };
}

function tallyOfOne(plan: TallyPlan, values: readonly Judgement[]): Float64Array {
  const sums = new Float64Array(plan.size);
  addUnits(plan, sums, values, 1);
  return sums;
}

/** What every code shares in a draw: all units with a no from every judge, and the lengths. */
export interface Untouched {
  readonly sums: Float64Array;
  readonly length: number;
}

export function untouched({ plan, units, length, runs }: EmptyTurns, times: Times): Untouched {
  const sums = new Float64Array(plan.size);
  let all = 0;
  for (const { from, to, no } of runs) {
    let count = 0;
    for (let i = from; i < to; i++) {
      count += units[i]! * times[i]!;
      all += length[i]! * times[i]!;
    }
    for (let place = 0; place < plan.size; place++) sums[place]! += no[place]! * count;
  }
  return { sums, length: all };
}

/** A code's sums in a draw; its tally is written over `sums`, for to make a new one each time takes longer than to fill it. */
export function sumsOf(
  used: CodeTurns,
  { plan }: EmptyTurns,
  nobody: Untouched,
  times: Times,
  sums: Float64Array,
): CodeSums {
  sums.set(nobody.sums);
  for (const { turn, units, places, changes } of used.judgements) {
    let count = 0;
    for (let i = 0; i < turn.length; i++) count += units[i]! * times[turn[i]!]!;
    for (let i = 0; i < places.length; i++) sums[places[i]!]! += changes[i]! * count;
  }
  return { tally: { plan, sums }, unitized: unitizedIn(used, nobody.length, times) };
}

function unitizedIn({ turn, lengths }: CodeTurns, length: number, times: Times): Disagreement {
  if (length === 0) return { observed: 0, expected: 0 };
  let [agreeing, long, alone] = [length, 0, 0];
  for (let i = 0, at = 0; i < turn.length; i++, at += 3) {
    const taken = times[turn[i]!]!;
    agreeing += lengths[at]! * taken;
    long += lengths[at + 1]! * taken;
    alone += lengths[at + 2]! * taken;
  }
  const gaps = length - long;
  return unitizedDisagreement({
    all: length,
    agreeing,
    values: new Map([
      ['', { length: gaps, alone: gaps }],
      ['coded', { length: long, alone }],
    ]),
  });
}
