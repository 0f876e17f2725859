import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../random/seeded-random.js';
import type { Span } from '../../text/spans.js';
import type { CodedText } from './coded-text.js';
import { COEFFICIENTS, type Coefficients } from './coefficients.js';
import { compareCoders } from './compare-coders.js';
import type { Judgement } from './ratings.js';

const CODES = ['x', 'y', 'unused'];

/** Texts of invented codings: coders who judge some of the texts only, codings over several turns, turns cut as `unit` says. */
function invented(seed: number, coders: number, unit: 'characters' | 'thirds' | 'whole'): CodedText[] {
  const random = seededRandom(seed);
  const below = (most: number) => Math.floor(random() * most);
  return Array.from({ length: 4 }, () => {
    const turns = Array.from({ length: 5 }, (_, i) => {
      const stretch = { from: i * 30 + 4, to: i * 30 + 8 + below(22) };
      const third = (stretch.to - stretch.from) / 3;
      const cuts = [0, 1, 2, 3].map((n) => Math.round(stretch.from + n * third));
      const thirds = [0, 1, 2].map((n) => ({ from: cuts[n]!, to: cuts[n + 1]! }));
      return {
        stretch,
        units:
          unit === 'characters'
            ? null
            : unit === 'whole'
              ? [stretch]
              : thirds.filter((one) => one.from < one.to),
      };
    });
    const judges = Array.from({ length: coders }, () => random() < 0.8);
    const spans = () =>
      Array.from({ length: below(3) }, () => {
        const from = below(140);
        return { from, to: from + 1 + below(40) };
      });
    const codings = new Map(['x', 'y'].map((code) => [code, judges.map((judge) => (judge ? spans() : []))]));
    return { turns, judges, codings };
  });
}

const covers = (spans: readonly Span[], at: number) => spans.some(({ from, to }) => from <= at && at < to);
const mean = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;
const known = (list: readonly (number | null)[]) => list.filter((one) => one !== null);

interface Plain {
  /** A row a unit: what each coder said. */
  units: Judgement[][];
  /** A row a turn: of each judge what each place says, as the number of its stretch, 0 a gap. */
  lines: number[][];
}

/** What was said of a code in every turn: unit by unit and place by place. */
function plainly(texts: readonly CodedText[], code: string): Plain[] {
  const compared = texts.filter(({ judges }) => judges.filter(Boolean).length > 1);
  return compared.flatMap(({ turns, judges, codings }) =>
    turns.map(({ stretch, units }) => {
      const by = codings.get(code) ?? judges.map(() => []);
      const places = Array.from({ length: stretch.to - stretch.from }, (_, i) => stretch.from + i);
      const cut = units ?? places.map((at) => ({ from: at, to: at + 1 }));
      const inUnit = ({ from, to }: Span) => places.filter((at) => from <= at && at < to);
      return {
        units: cut.map((unit) =>
          judges.map((judge, coder) =>
            judge ? Number(inUnit(unit).some((at) => covers(by[coder]!, at))) : null,
          ),
        ),
        lines: judges.flatMap((judge, coder) => {
          if (!judge) return [];
          let [stretches, before] = [0, false];
          return [
            places.map((at) => {
              const here = covers(by[coder]!, at);
              if (here && !before) stretches++;
              before = here;
              return here ? stretches : 0;
            }),
          ];
        }),
      };
    }),
  );
}

interface Pair {
  observed: number;
  expected: number;
}
const coefficient = (pairs: readonly (Pair | null)[]): number | null => {
  const told = pairs.filter((pair) => pair !== null);
  if (told.length === 0) return null;
  const expected = mean(told.map((pair) => pair.expected));
  return expected > 1 - 1e-12 ? null : (mean(told.map((pair) => pair.observed)) - expected) / (1 - expected);
};

/** The coefficients as their definitions have them: units and pairs of judgements one by one, a code an entry. */
function byDefinition(codes: readonly (readonly Plain[])[], coders: number): Coefficients {
  const rated = codes.map((turns) =>
    turns
      .flatMap(({ units }) => units)
      .map(known)
      .filter((said) => said.length > 1),
  );
  const whole = codes.map((turns) => turns.flatMap(({ units }) => units));
  const observed = rated.map((units) =>
    units.length === 0
      ? null
      : mean(
          units.map((said) =>
            mean(said.flatMap((a, i) => said.flatMap((b, j) => (i === j ? [] : [Number(a === b)])))),
          ),
        ),
  );
  const shares = rated.map((units) => mean(units.map(mean)));
  const ofChance = (chance: (yes: number) => number) =>
    coefficient(
      observed.map((one, i) => (one === null ? null : { observed: one, expected: chance(shares[i]!) })),
    );
  const kappas: (number | null)[] = [];
  for (let a = 0; a < coders; a++)
    for (let b = a + 1; b < coders; b++)
      kappas.push(
        coefficient(
          whole.map((units) => {
            const both = units.filter((said) => said[a] !== null && said[b] !== null);
            if (both.length === 0) return null;
            const [ofA, ofB] = [mean(both.map((said) => said[a]!)), mean(both.map((said) => said[b]!))];
            return {
              observed: mean(both.map((said) => Number(said[a] === said[b]))),
              expected: ofA * ofB + (1 - ofA) * (1 - ofB),
            };
          }),
        ),
      );
  const alphas = rated.map((units): Pair | null => {
    const all = units.flat();
    if (all.length === 0) return null;
    const yes = all.filter((one) => one === 1).length;
    const no = all.length - yes;
    const matched = units.map((said) => {
      const own = said.filter((one) => one === 1).length;
      return (own * (own - 1) + (said.length - own) * (said.length - own - 1)) / (said.length - 1);
    });
    return {
      observed: matched.reduce((sum, one) => sum + one, 0) / all.length,
      expected: (yes * (yes - 1) + no * (no - 1)) / (all.length * (all.length - 1)),
    };
  });
  return {
    percent: known(observed).length === 0 ? null : mean(known(observed)),
    kappa: known(kappas).length === 0 ? null : mean(known(kappas)),
    fleiss: ofChance((yes) => yes ** 2 + (1 - yes) ** 2),
    alpha: coefficient(alphas),
    ac1: ofChance((yes) => 2 * yes * (1 - yes)),
    unitized: unitized(codes),
  };
}

/** Alpha for unitizing place by place: chance pairs every place with all but those of its own stretch (itself, in a gap). */
function unitized(codes: readonly (readonly Plain[])[]): number | null {
  let [observed, expected] = [0, 0];
  for (const turns of codes) {
    let [all, unlike] = [0, 0];
    const own = new Map<string, number>();
    const said = [0, 0];
    for (const [turn, { lines }] of turns.entries()) {
      if (lines.length < 2) continue;
      for (const [coder, line] of lines.entries())
        for (const [place, here] of line.entries()) {
          all++;
          said[Math.sign(here)]!++;
          const name = [turn, coder, here, here === 0 ? place : -1].join(' ');
          own.set(name, (own.get(name) ?? 0) + 1);
          for (const [other, line2] of lines.entries())
            if (other !== coder)
              unlike += Number(Math.sign(here) !== Math.sign(line2[place]!)) / (lines.length - 1);
        }
    }
    if (all === 0) continue;
    const alone = [...own.values()].reduce((sum, one) => sum + one * one, 0);
    observed += unlike;
    expected += (all * 2 * said[0]! * said[1]!) / (all * all - alone);
  }
  return expected > 1e-9 ? 1 - observed / expected : null;
}

/** The same turns drawn as often, looked at one by one. */
function again(texts: readonly CodedText[], coders: number, seed: number, replicates: number) {
  const turns = CODES.map((code) => plainly(texts, code));
  const random = seededRandom(seed);
  const count = turns[0]!.length;
  return Array.from({ length: replicates }, () => {
    const drawn = Array.from({ length: count }, () => Math.floor(random() * count));
    const codes = turns.map((code) => drawn.map((turn) => code[turn]!));
    return [...codes.map((code) => byDefinition([code], coders)), byDefinition(codes, coders)];
  });
}

describe.each([
  ['characters', 2, 11],
  ['characters', 3, 12],
  ['thirds', 3, 13],
  ['whole', 4, 14],
  ['thirds', 2, 15],
] as const)('in %s, %i coders', (unit, coders, seed) => {
  const texts = invented(seed, coders, unit);
  const REPLICATES = 60;
  const found = compareCoders(texts, { codes: CODES, seed, replicates: REPLICATES });
  const rows = [...found.codes, found.overall];

  test('sums give what looking at every unit and place gives', () => {
    const turns = CODES.map((code) => plainly(texts, code));
    const expected = [...turns.map((code) => byDefinition([code], coders)), byDefinition(turns, coders)];
    const apart = rows.flatMap((row, i) =>
      COEFFICIENTS.filter((name) => !same(row[name], expected[i]![name])).map((name) => [i, name]),
    );
    expect(apart).toEqual([]);
  });

  test('and so in every draw: the intervals are those of turns drawn and looked at one by one', () => {
    const draws = again(texts, coders, seed, REPLICATES);
    const intervals = rows.flatMap((row, i) =>
      COEFFICIENTS.map((name) => {
        const told = known(draws.map((draw) => draw[i]![name])).sort((a, b) => a - b);
        const at = (share: number) => told[Math.round(share * (told.length - 1))]!;
        const enough = told.length >= REPLICATES / 2;
        const expected = enough ? { low: at(0.025), high: at(0.975), told: told.length } : null;
        return { i, name, interval: row.ci[name], expected };
      }),
    );
    const apart = intervals.filter(({ interval, expected }) =>
      (['low', 'high', 'told'] as const).some((part) => !same(interval?.[part], expected?.[part])),
    );
    expect(apart).toEqual([]);
    // Some can be told in every draw, some in none.
    expect(new Set(intervals.map(({ expected }) => expected?.told ?? 0)).size).toBeGreaterThan(1);
  });
});

const same = (one?: number | null, other?: number | null): boolean =>
  one == null || other == null ? one === other : Math.abs(one - other) < 1e-9;

/** One text of so many turns of ten characters, in whole turns; each coder's coded turns by number. */
const byTurns = (turns: number, ...coders: readonly (readonly number[] | null)[]): CodedText => ({
  turns: Array.from({ length: turns }, (_, i) => {
    const stretch = { from: i * 10, to: i * 10 + 10 };
    return { stretch, units: [stretch] };
  }),
  judges: coders.map((coded) => coded !== null),
  codings: new Map([
    ['x', coders.map((coded) => (coded ?? []).map((i) => ({ from: i * 10, to: i * 10 + 10 })))],
  ]),
});
const overall = (texts: readonly CodedText[], replicates = 200) =>
  compareCoders(texts, { codes: ['x'], replicates }).overall;

describe('who judged what', () => {
  test('a coder who did not judge a text takes no part there; one who coded nothing in it said no throughout', () => {
    const both = byTurns(10, [0, 1], [0, 1]);
    const absent = overall([both, byTurns(10, [0, 1, 2, 3], null)], 0);
    expect(absent).toMatchObject({ units: 10, percent: 1, kappa: 1, unitized: 1, prevalenceOf: [0.2, 0.2] });
    const silent = overall([both, byTurns(10, [0, 1, 2, 3], [])], 0);
    expect(silent).toMatchObject({ units: 20, percent: 0.8, prevalenceOf: [0.3, 0.1] });
    // 2 yes and 14 no alike of 20; by chance .3 * .1 + .7 * .9.
    expect(silent.kappa).toBeCloseTo((0.8 - 0.66) / 0.34, 12);
  });

  test('three coders, one of whom judged half: their units weigh, and the pairs of who judged them', () => {
    const texts = [byTurns(4, [0], [0], [0]), byTurns(4, [0, 1], [0], null)];
    const found = overall(texts, 0);
    expect(found.units).toBe(8);
    expect(found.percent).toBeCloseTo(7 / 8, 12);
    // Pairs: A and B on 8 turns, 7 alike, .375 and .25 yes; the others on 4 turns, all alike.
    const expected = 0.375 * 0.25 + 0.625 * 0.75;
    expect(found.kappa).toBeCloseTo(((0.875 - expected) / (1 - expected) + 1 + 1) / 3, 12);
    // Alpha: 20 judgements, 6 yes; of 12 of three coders all match, of 8 of two coders 6.
    expect(found.alpha).toBeCloseTo((18 / 20 - (6 * 5 + 14 * 13) / 380) / (1 - (6 * 5 + 14 * 13) / 380), 12);
  });

  test('a pair of whom kappa cannot be told is left out of the mean', () => {
    // B and C never code: their own kappa cannot be told. A with either: kappa 0.
    expect(overall([byTurns(10, [0], [], [])], 0).kappa).toBeCloseTo(0, 12);
  });

  test('no text that two judged: nothing can be told, and nothing is NaN', () => {
    const found = overall([byTurns(4, [0], null), byTurns(4, null, [1])]);
    expect(found).toMatchObject({ units: 0, prevalence: 0, prevalenceOf: [null, null] });
    for (const name of COEFFICIENTS) expect([found[name], found.ci[name]]).toEqual([null, null]);
  });
});

describe('where all say the same', () => {
  test('of a code that nobody used, and of one that all gave everything, only the percentage and AC1 can be told', () => {
    for (const coded of [[], [0, 1, 2, 3, 4]]) {
      const found = overall([byTurns(5, coded, coded)]);
      expect(found).toMatchObject({
        percent: 1,
        ac1: 1,
        kappa: null,
        fleiss: null,
        alpha: null,
        unitized: null,
      });
      expect(found.ci).toMatchObject({ kappa: null, fleiss: null, alpha: null, unitized: null });
      expect(found.ci.percent).toEqual({ low: 1, high: 1, told: 200 });
    }
  });

  test('full agreement with variance is 1 in every coefficient, and the interval has no width', () => {
    const found = overall([byTurns(20, [0, 1, 2, 3], [0, 1, 2, 3])]);
    for (const name of COEFFICIENTS) {
      expect(found[name]).toBeCloseTo(1, 12);
      expect(found.ci[name]!.low).toBeCloseTo(1, 12);
    }
  });
});

describe('draws in which a coefficient cannot be told', () => {
  test('are left out, neither 0 nor 1, and how many are left is told', () => {
    // Two of 30 turns were coded, by both: about e^-2 of the draws have neither, and there kappa cannot be told.
    const { ci } = overall([byTurns(30, [0, 1], [0, 1])], 1000);
    expect(ci.percent!.told).toBe(1000);
    expect(ci.kappa!.told).toBeGreaterThan(820);
    expect(ci.kappa!.told).toBeLessThan(910);
    expect(ci.kappa).toMatchObject({ low: 1, high: 1 });
  });

  test('there is no interval where they are more than half', () => {
    // Three turns: A and B both coded one and neither the next, A and C neither the third. Kappa wants both of the first two, and
    // 12 of 27 draws have them.
    const texts = [byTurns(2, [0], [0], null), byTurns(1, [], null, [])];
    const { kappa, ci } = overall(texts, 1000);
    expect(kappa).toBe(1);
    expect(ci.kappa).toBeNull();
    expect(ci.percent!.told).toBe(1000);
  });

  test('one turn cannot be drawn anew', () => {
    expect(overall([byTurns(1, [0], [])]).ci.percent).toBeNull();
  });
});

test('a skewed code: 98 percent agreement, kappa near half, AC1 near the percentage', () => {
  // Of 100 turns both code two, each another one alone: .98 observed, .03 yes of either.
  const found = overall([byTurns(100, [0, 1, 2], [0, 1, 3])], 0);
  expect(found.percent).toBeCloseTo(0.98, 12);
  expect(found.prevalence).toBeCloseTo(0.03, 12);
  const chance = 0.03 ** 2 + 0.97 ** 2;
  expect(found.kappa).toBeCloseTo((0.98 - chance) / (1 - chance), 12);
  const guess = 2 * 0.03 * 0.97;
  expect(found.ac1).toBeCloseTo((0.98 - guess) / (1 - guess), 12);
});

test('progress is told while turns are drawn, and never goes back', () => {
  const told: number[] = [];
  compareCoders([byTurns(5, [0], [1])], {
    codes: ['x'],
    replicates: 100,
    onProgress: (share) => told.push(share),
  });
  expect(told.length).toBeGreaterThan(3);
  expect(told).toEqual(told.toSorted((a, b) => a - b));
});
