import { fillSimplex, type Random } from './random.js';

/**
 * Where each parameter sits in one flat vector: first the K class shares, then class by class the category
 * probabilities of every indicator. Estimation works on the flat vector, people read `shares` and `probs`.
 */
export interface Layout {
  readonly classes: number;
  readonly categories: readonly number[];
  /** Position of an indicator's first category within a class. */
  readonly offsets: readonly number[];
  /** Probabilities a class holds. */
  readonly perClass: number;
  /** Length of the vector. */
  readonly size: number;
  /** Free parameters: K - 1 shares, and R - 1 probabilities for each indicator and class, less what is asked of them. */
  readonly free: number;
  /** What is asked of the parameters; undefined where all are free. */
  readonly restriction?: Restriction;
}

/** Probabilities that are one and the same wherever they stand: of a class, or of several, in one indicator or more. */
export interface Member {
  /** Positions of the first category in the parameter vector. */
  readonly at: readonly number[];
  /** Known probabilities, null where estimated; undefined where all are estimated. */
  readonly given: readonly (number | null)[] | undefined;
}

/** An indicator (or several parallel ones): what its classes' probabilities have to do with each other. */
export interface Family {
  readonly length: number;
  readonly members: readonly Member[];
  /** Scores of an ordinal indicator, from 0 to 1; undefined where members have nothing to do with each other. */
  readonly scores: readonly number[] | undefined;
}

/** What is asked of the parameters of a model, in a form that estimation can use. */
export interface Restriction {
  readonly families: readonly Family[];
  /** Known shares, null where estimated; undefined where all are. */
  readonly shares: readonly (number | null)[] | undefined;
  /** Classes of the same kind may change places without changing the model; a kind is named by its first class. */
  readonly kinds: readonly number[];
}

export type Parameters = Float64Array;

/** A probability below this is on the boundary. */
export const BOUNDARY = 1e-5;

export function layout(classes: number, categories: readonly number[]): Layout {
  const offsets: number[] = [];
  let perClass = 0;
  for (const count of categories) {
    offsets.push(perClass);
    perClass += count;
  }
  const free = classes - 1 + classes * (perClass - categories.length);
  return {
    classes,
    categories: [...categories],
    offsets,
    perClass,
    size: classes + classes * perClass,
    free,
  };
}

/** Position of the probability of `category` (1..R) of an indicator in a class. */
export function position(shape: Layout, item: number, inClass: number, category: number): number {
  return shape.classes + inClass * shape.perClass + shape.offsets[item]! + category - 1;
}

/** 1 at each position whose value is given and not estimated. */
export function givenAt(shape: Layout): Uint8Array {
  const given = new Uint8Array(shape.size);
  const { families = [], shares } = shape.restriction ?? {};
  for (const [k, share] of (shares ?? []).entries()) if (share !== null) given[k] = 1;
  for (const { members } of families) {
    for (const { at, given: known = [] } of members) {
      for (const first of at)
        for (const [c, value] of known.entries()) if (value !== null) given[first + c] = 1;
    }
  }
  return given;
}

/** Calls back with the range of every set of proportions in the vector: the shares, then each indicator. */
export function eachSimplex(shape: Layout, visit: (from: number, to: number) => void): void {
  visit(0, shape.classes);
  for (let k = 0; k < shape.classes; k++) {
    for (let item = 0; item < shape.categories.length; item++) {
      const from = position(shape, item, k, 1);
      visit(from, from + shape.categories[item]!);
    }
  }
}

/** Parameters with equal shares and every set of item probabilities drawn evenly from all there are. */
export function randomParameters(shape: Layout, random: Random): Parameters {
  const parameters = new Float64Array(shape.size);
  eachSimplex(shape, (from, to) => {
    if (from === 0) parameters.fill(1 / to, 0, to);
    else fillSimplex(random, parameters, from, to);
  });
  return parameters;
}

/** Class shares, and probabilities by indicator, class and category. */
export interface Profile {
  readonly shares: readonly number[];
  readonly probs: readonly (readonly (readonly number[])[])[];
}

export function profileOf(shape: Layout, parameters: Parameters): Profile {
  return {
    shares: [...parameters.subarray(0, shape.classes)],
    probs: shape.categories.map((count, item) =>
      Array.from({ length: shape.classes }, (_, k) => {
        const from = position(shape, item, k, 1);
        return [...parameters.subarray(from, from + count)];
      }),
    ),
  };
}

export function parametersOf(shape: Layout, profile: Profile): Parameters {
  const parameters = new Float64Array(shape.size);
  parameters.set(profile.shares);
  for (const [item, byClass] of profile.probs.entries()) {
    for (const [k, probs] of byClass.entries()) parameters.set(probs, position(shape, item, k, 1));
  }
  return parameters;
}

/** The same model with its classes in another order: class i of the result is class `order[i]`. */
export function reorder(shape: Layout, parameters: Parameters, order: readonly number[]): Parameters {
  const result = new Float64Array(shape.size);
  for (const [to, from] of order.entries()) {
    result[to] = parameters[from]!;
    const start = shape.classes + from * shape.perClass;
    result.set(parameters.subarray(start, start + shape.perClass), shape.classes + to * shape.perClass);
  }
  return result;
}

/** The order of the classes by size. */
export function sizeOrder(shape: Layout, parameters: Parameters): number[] {
  const classes = Array.from({ length: shape.classes }, (_, k) => k);
  const start = (k: number): number => shape.classes + k * shape.perClass;
  const sorted = classes.toSorted((a, b) => {
    const gap = parameters[b]! - parameters[a]!;
    if (Math.abs(gap) > 1e-9) return gap;
    for (let i = 0; i < shape.perClass; i++) {
      const difference = parameters[start(b) + i]! - parameters[start(a) + i]!;
      if (Math.abs(difference) > 1e-6) return difference;
    }
    return a - b;
  });
  const { restriction } = shape;
  if (restriction === undefined) return sorted;
  // A class that something is asked of keeps its place: only classes of a kind change places with each other.
  const byKind = new Map(
    classes.map((kind) => [kind, sorted.filter((k) => restriction.kinds[k] === kind).values()]),
  );
  return classes.map((k) => byKind.get(restriction.kinds[k]!)!.next().value!);
}

/** Largest class first; classes of the same size by their first differing probability, so the order is fixed. */
export function orderByShare(shape: Layout, parameters: Parameters): Parameters {
  return reorder(shape, parameters, sizeOrder(shape, parameters));
}
