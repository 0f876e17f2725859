import type { RecodeRule } from './recipe.js';
import type { Measure, ValueLabel } from './survey.js';

/** A variable as a proposal sees it: its valid values in order, with how often each was given. */
export interface ProposalSource {
  kind: 'number' | 'string';
  measure: Measure;
  values: readonly { value: number | string; label: string; n: number }[];
}

/** A recipe ready to be taken over or changed; `at` is where it cuts, or the least share of a category. */
export interface RecipeProposal {
  kind: 'dichotomise' | 'collapse' | 'reverse' | 'bands' | 'groups';
  at: number[];
  rules: RecodeRule[];
  others: 'missing';
  labels: ValueLabel[];
  measure: Measure;
}

/** A category given by less than this share of those who answered is rare. */
const RARE = 0.05;
/** Ages that life phases begin at: 18-29, 30-49, 50-69 and older. */
const LIFE_PHASES = [18, 30, 50, 70];

/**
 * Recipes worth thinking of, most likely first: dichotomies of an ordinal at each value, its reverse, rare categories
 * put together (`other` is the new one's label), and bands of a number.
 */
export function proposeRecipes(source: ProposalSource, other: string): RecipeProposal[] {
  const { values, measure, kind } = source;
  if (kind === 'string') return [...wordsNumbered(source), ...rareTogether(source, other)];
  const numbers = numbersOf(source);
  if (numbers.length < 2) return [];
  if (numbers.length > 12 || measure === 'scale') {
    const least = numbers[0]!.value;
    const most = numbers.at(-1)!.value;
    const isAge = numbers.every(({ value }) => Number.isInteger(value)) && least >= 10 && most <= 110;
    return [
      ...(isAge && most - least > 20 ? [banded(source, LIFE_PHASES, 'bands')] : []),
      banded(source, quantileCuts(source, 4), 'groups'),
      banded(source, quantileCuts(source, 2), 'groups'),
    ].filter(({ rules }) => rules.length > 1);
  }
  return [
    ...(values.length > 2 || measure === 'ordinal'
      ? numbers.slice(1).map(({ value }) => dichotomised(source, value))
      : [dichotomised(source, numbers[1]!.value)]),
    ...(measure === 'nominal' ? [] : [reversed(source)]),
    ...rareTogether(source, other),
  ];
}

/** 1 for values below the cut, 0 from it on. */
export function dichotomised(source: ProposalSource, cut: number): RecipeProposal {
  const numbers = numbersOf(source);
  const below = numbers.filter(({ value }) => value < cut);
  const from = numbers.filter(({ value }) => value >= cut);
  return {
    kind: 'dichotomise',
    at: [cut],
    rules: [named(below, 1), named(from, 0)],
    others: 'missing',
    labels: [
      { value: 0, label: joined(from) },
      { value: 1, label: joined(below) },
    ],
    measure: 'nominal',
  };
}

/** The same values the other way round, each with the label of the answer it stands for. */
export function reversed(source: ProposalSource): RecipeProposal {
  const numbers = numbersOf(source);
  const turned = numbers.map((one, i) => ({ ...one, to: numbers[numbers.length - 1 - i]!.value }));
  return {
    kind: 'reverse',
    at: [],
    rules: turned.map((one) => named([one], one.to)),
    others: 'missing',
    labels: turned
      .filter(({ label }) => label !== '')
      .map(({ to, label }) => ({ value: to, label }))
      .toSorted((a, b) => a.value - b.value),
    measure: source.measure,
  };
}

/** Bands of a number, each from its start up to the next; below the first start is no answer, the last has no end. */
export function banded(
  source: ProposalSource,
  starts: readonly number[],
  kind: 'bands' | 'groups' = 'bands',
): RecipeProposal {
  const numbers = numbersOf(source);
  const least = numbers[0]?.value ?? NaN;
  const most = numbers.at(-1)?.value ?? NaN;
  const step = numbers.every(({ value }) => Number.isInteger(value)) ? 1 : null;
  const inside = [...new Set(starts)].filter((start) => start <= most).toSorted((a, b) => a - b);
  // Nobody stands below the second start: then the first band is empty.
  const used = inside.filter((_, i) => i === inside.length - 1 || inside[i + 1]! > least);
  const rules: RecodeRule[] = [];
  const labels: ValueLabel[] = [];
  for (const [i, start] of used.entries()) {
    const next = used[i + 1];
    const end = next === undefined ? null : step === null ? before(numbers, next) : next - step;
    rules.push({ values: [], range: { from: start, to: end }, to: i + 1 });
    labels.push({
      value: i + 1,
      label: end === null ? `${start}+` : end === start ? `${start}` : `${start}–${end}`,
    });
  }
  return { kind, at: used, rules, others: 'missing', labels, measure: 'ordinal' };
}

/** Categories as they are, the rare ones together as one more. None where no more than one is rare. */
function rareTogether(source: ProposalSource, other: string): RecipeProposal[] {
  if (source.measure !== 'nominal') return [];
  const total = source.values.reduce((sum, { n }) => sum + n, 0);
  const rare = source.values.filter(({ n }) => n < RARE * total);
  const kept = source.values.filter(({ n }) => n >= RARE * total);
  if (rare.length < 2 || kept.length < 1) return [];
  const numbered = kept.map((one, i) => ({
    ...one,
    to: typeof one.value === 'number' ? one.value : i + 1,
  }));
  const last = 1 + Math.max(...numbered.map(({ to }) => to));
  return [
    {
      kind: 'collapse',
      at: [RARE],
      rules: [...numbered.map((one) => named([one], one.to)), named(rare, last)],
      others: 'missing',
      labels: [
        ...numbered.map(({ to, value, label }) => ({ value: to, label: label || String(value) })),
        { value: last, label: other },
      ],
      measure: 'nominal',
    },
  ];
}

/** Words as numbers in alphabetical order, where there are few enough to be categories. */
function wordsNumbered({ values }: ProposalSource): RecipeProposal[] {
  if (values.length < 2 || values.length > 30) return [];
  return [
    {
      kind: 'groups',
      at: [],
      rules: values.map((one, i) => named([one], i + 1)),
      others: 'missing',
      labels: values.map(({ value }, i) => ({ value: i + 1, label: String(value) })),
      measure: 'nominal',
    },
  ];
}

/** Starts of groups of about the same size. */
function quantileCuts(source: ProposalSource, groups: number): number[] {
  const numbers = numbersOf(source);
  const total = numbers.reduce((sum, { n }) => sum + n, 0);
  const cuts = [numbers[0]!.value];
  let below = 0;
  for (const { value, n } of numbers) {
    if (below >= (cuts.length * total) / groups && value > cuts.at(-1)! && cuts.length < groups)
      cuts.push(value);
    below += n;
  }
  return cuts;
}

const numbersOf = ({ values }: ProposalSource) =>
  values.filter((one): one is { value: number; label: string; n: number } => typeof one.value === 'number');

const before = (numbers: readonly { value: number }[], next: number) =>
  numbers.filter(({ value }) => value < next).at(-1)?.value ?? next;

const named = (values: readonly { value: number | string }[], to: number): RecodeRule => ({
  values: values.map(({ value }) => value),
  range: null,
  to,
});

const joined = (values: readonly { value: number | string; label: string }[]) =>
  values.length > 3 && values.every(({ label }) => label === '')
    ? `${values[0]!.value}–${values.at(-1)!.value}`
    : values.map(({ value, label }) => label || String(value)).join(' / ');
