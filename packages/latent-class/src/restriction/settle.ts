import { exp, log } from '../elementary.js';
import {
  eachSimplex,
  type Family,
  type Member,
  type Parameters,
  type Restriction,
  type Layout,
} from '../parameters.js';
import type { Random } from '../random.js';
import { climbAdjacent, normalise } from './adjacent.js';

/** Steps of an ordinal indicator from nowhere to its maximum; the last ones hardly move. */
const FAR = 60;
/** Within an EM step one Newton step or two are enough: the next EM step goes on. */
const NEAR = 2;
/** Probabilities below this are set to zero: they no longer matter, and subnormal numbers are slow. */
const VANISHED = 1e-40;
/** Random class effects of ordinal indicators lie within this, over the whole scale. */
const RANDOM_EFFECT = 5;
/** Extrapolation multiplies no odds by more than this, in logarithms. */
const LEAP = 30;

/**
 * The M-step of restricted parameters. `to` holds weights: of each class among the shares, of each answer in its
 * place; it is overwritten with the parameters that fit them best. `from` is where they come from: an empty class keeps
 * what it had, and ordinal indicators climb on from there (any rise will do: Dempster, Laird & Rubin 1977, p. 7).
 */
export function maximise(shape: Layout, restriction: Restriction, from: Parameters, to: Parameters): void {
  maximiseFamilies(restriction.families, from, to);
  share(restriction.shares, 0, shape.classes, from, to);
}

/** The same for the answers alone, wherever their families have their places. */
export function maximiseFamilies(families: readonly Family[], from: Parameters, to: Parameters): void {
  for (const family of families) {
    if (family.scores !== undefined) maximiseOrdinal(family, from, to, NEAR);
    else for (const member of family.members) maximiseMember(family.length, member, from, to);
  }
}

function maximiseMember(length: number, { at, given }: Member, from: Parameters, to: Parameters): void {
  const first = at[0]!;
  for (let m = 1; m < at.length; m++) {
    for (let c = 0; c < length; c++) to[first + c] = to[first + c]! + to[at[m]! + c]!;
  }
  share(given, first, length, from, to);
  for (let m = 1; m < at.length; m++) to.copyWithin(at[m]!, first, first + length);
}

/** Weights become proportions of what is not given; without any weight they stay what they were. */
function share(
  given: readonly (number | null)[] | undefined,
  first: number,
  length: number,
  from: Parameters,
  to: Parameters,
): void {
  let sum = 0;
  let mass = 1;
  for (let c = 0; c < length; c++) {
    const known = given?.[c] ?? null;
    if (known === null) sum += to[first + c]!;
    else mass -= known;
  }
  for (let c = 0; c < length; c++) {
    const known = given?.[c] ?? null;
    if (known !== null) to[first + c] = known;
    else {
      const value = sum > 0 ? (to[first + c]! * mass) / sum : from[first + c]!;
      to[first + c] = value < VANISHED ? 0 : value;
    }
  }
}

function maximiseOrdinal(
  { length, members, scores }: Family,
  from: Parameters | undefined,
  to: Parameters,
  rounds: number,
): void {
  const logs = new Float64Array(members.length * length);
  const counts = new Float64Array(members.length * length);
  for (const [m, { at }] of members.entries()) {
    for (let c = 0; c < length; c++) {
      logs[m * length + c] = from === undefined ? 0 : log(from[at[0]! + c]!);
      for (const first of at) counts[m * length + c] = counts[m * length + c]! + to[first + c]!;
    }
  }
  normalise(logs, length);
  climbAdjacent(logs, counts, scores!, rounds);
  write(members, length, logs, to);
}

function write(members: readonly Member[], length: number, logs: Float64Array, to: Parameters): void {
  for (const [m, { at }] of members.entries()) {
    for (const first of at) for (let c = 0; c < length; c++) to[first + c] = exp(logs[m * length + c]!);
  }
}

/**
 * Brings any parameters into the model: given ones take their values, equal ones their mean, and an ordinal
 * indicator the probabilities of its form that are nearest (in Kullback and Leibler's sense).
 */
export function settle(shape: Layout, parameters: Parameters): void {
  const { restriction } = shape;
  if (restriction === undefined) return;
  settleFamilies(restriction.families, parameters);
  share(restriction.shares, 0, shape.classes, parameters, parameters);
}

/** The same for the answers alone. */
export function settleFamilies(families: readonly Family[], parameters: Parameters): void {
  for (const family of families) {
    if (family.scores !== undefined) maximiseOrdinal(family, undefined, parameters, FAR);
    else for (const member of family.members) maximiseMember(family.length, member, parameters, parameters);
  }
}

/** The same for random parameters: an ordinal indicator draws its categories and a class effect for each class. */
export function settleRandom(shape: Layout, parameters: Parameters, random: Random): void {
  const { restriction } = shape;
  if (restriction === undefined) return;
  settle(shape, parameters);
  for (const { length, members, scores } of restriction.families) {
    if (scores === undefined) continue;
    const categories = Float64Array.from({ length }, () => log(-log(random())));
    const logs = new Float64Array(members.length * length);
    for (let m = 0; m < members.length; m++) {
      const effect = RANDOM_EFFECT * (2 * random() - 1);
      for (let c = 0; c < length; c++) logs[m * length + c] = categories[c]! + effect * (scores[c]! - 0.5);
    }
    normalise(logs, length);
    write(members, length, logs, parameters);
  }
}

/**
 * Writes the point `ahead` steps beyond two EM steps to `to`, as squared extrapolation wants it, without leaving the
 * model: ordinal indicators are linear in logarithms, all others in probabilities, where those that would turn negative
 * are put close to zero instead.
 */
export function extrapolateWithin(
  shape: Layout,
  restriction: Restriction,
  here: Parameters,
  one: Parameters,
  two: Parameters,
  ahead: number,
  to: Parameters,
): void {
  eachSimplex(shape, (from, end) => {
    for (let i = from; i < end; i++) {
      to[i] = Math.max(beyond(here[i]!, one[i]!, two[i]!, ahead), two[i]! * 0.01);
    }
  });
  for (const { length, members, scores } of restriction.families) {
    if (scores === undefined) {
      for (const member of members) {
        for (const first of member.at) share(member.given, first, length, two, to);
      }
      continue;
    }
    const logs = new Float64Array(members.length * length);
    const base = new Float64Array(logs.length);
    let longest = 0;
    for (const [m, { at }] of members.entries()) {
      for (let c = 0; c < length; c++) {
        const i = at[0]! + c;
        base[m * length + c] = log(two[i]!);
        const reached = beyond(log(here[i]!), log(one[i]!), base[m * length + c]!, ahead);
        logs[m * length + c] = reached;
        longest = Math.max(longest, Math.abs(reached - base[m * length + c]!));
      }
    }
    const part = longest > LEAP ? LEAP / longest : 1;
    for (let i = 0; i < logs.length; i++) logs[i] = base[i]! + part * (logs[i]! - base[i]!);
    normalise(logs, length);
    write(members, length, logs, to);
  }
  share(restriction.shares, 0, shape.classes, two, to);
}

function beyond(here: number, one: number, two: number, ahead: number): number {
  const r = one - here;
  const v = two - one - r;
  return here + 2 * ahead * r + ahead * ahead * v;
}
