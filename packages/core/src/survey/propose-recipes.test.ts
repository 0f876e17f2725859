import { describe, expect, test } from 'vitest';
import { banded, dichotomised, proposeRecipes, reversed, type ProposalSource } from './propose-recipes.js';
import { recoded } from './recode.js';

const often: ProposalSource = {
  kind: 'number',
  measure: 'ordinal',
  values: ['ofte', 'af og til', 'sjældent', 'aldrig'].map((label, i) => ({ value: i + 1, label, n: 10 })),
};
const age: ProposalSource = {
  kind: 'number',
  measure: 'scale',
  values: Array.from({ length: 62 }, (_, i) => ({ value: 18 + i, label: '', n: 1 })),
};
const made = ({ rules, others }: ReturnType<typeof banded>, values: number[]) => [
  ...recoded({ rules, others }, { values: Float64Array.from(values), userMissing: [] }),
];

describe('proposeRecipes', () => {
  test('an ordinal is cut at each value, and turned round', () => {
    expect(proposeRecipes(often, 'andet').map(({ kind, at }) => [kind, ...at])).toEqual([
      ['dichotomise', 2],
      ['dichotomise', 3],
      ['dichotomise', 4],
      ['reverse'],
    ]);
    const { labels, ...recipe } = dichotomised(often, 3);
    expect(made({ ...recipe, labels }, [1, 2, 3, 4, 9])).toEqual([1, 1, 0, 0, NaN]);
    expect(labels).toEqual([
      { value: 0, label: 'sjældent / aldrig' },
      { value: 1, label: 'ofte / af og til' },
    ]);
  });

  test('a reversed scale keeps its labels with its answers', () => {
    const turned = reversed(often);
    expect(made(turned, [1, 2, 3, 4])).toEqual([4, 3, 2, 1]);
    expect(turned.labels[0]).toEqual({ value: 1, label: 'aldrig' });
    const gap = reversed({ ...often, values: [0, 1, 3].map((value) => ({ value, label: '', n: 1 })) });
    expect(made(gap, [0, 1, 3])).toEqual([3, 1, 0]);
  });

  test('ages are banded in life phases, other numbers in groups of about the same size', () => {
    const [phases, quarters] = proposeRecipes(age, 'andet');
    expect(phases!.labels.map(({ label }) => label)).toEqual(['18–29', '30–49', '50–69', '70+']);
    expect(made(phases!, [17, 18, 29, 30, 69, 70, 79])).toEqual([NaN, 1, 1, 2, 3, 4, 4]);
    expect(made(quarters!, [18, 33, 34, 48, 49, 79])).toEqual([1, 1, 2, 2, 3, 4]);
  });

  test('bands nobody stands in are left out', () => {
    const young = { ...age, values: age.values.slice(14, 40) };
    expect(banded(young, [18, 30, 50, 70]).labels.map(({ label }) => label)).toEqual(['30–49', '50+']);
  });

  test('rare categories go together where there are several', () => {
    const country: ProposalSource = {
      kind: 'string',
      measure: 'nominal',
      values: [
        ['Danmark', 90],
        ['Polen', 6],
        ['Syrien', 2],
        ['Irak', 2],
      ].map(([value, n]) => ({ value: String(value), label: '', n: Number(n) })),
    };
    const proposals = proposeRecipes(country, 'andet land');
    expect(proposals.map(({ kind }) => kind)).toEqual(['groups', 'collapse']);
    expect(proposals[1]!.labels).toEqual([
      { value: 1, label: 'Danmark' },
      { value: 2, label: 'Polen' },
      { value: 3, label: 'andet land' },
    ]);
    expect(proposals[1]!.rules[2]!.values).toEqual(['Syrien', 'Irak']);
  });

  test('a variable with a single value is not recoded', () => {
    expect(proposeRecipes({ ...often, values: often.values.slice(0, 1) }, 'andet')).toEqual([]);
  });
});
