import { describe, expect, it } from 'vitest';
import { cellsOf, proposedGroups, quotaMeaning, wantedByPlan } from './quota-axis.js';

const PHASE_NAMES = {
  young: 'unge (18-29 år)',
  adult: 'voksne (30-49 år)',
  older: 'ældre voksne (50-69 år)',
};
const frequency = (value: number, label: string, n: number, userMissing = false) => ({
  value,
  label,
  n,
  share: 0,
  weighted: null,
  userMissing,
});
const bins = (from: number, to: number) =>
  Array.from({ length: 20 }, (_, i) => ({
    from: from + ((to - from) * i) / 20,
    to: from + ((to - from) * (i + 1)) / 20,
    n: 10,
  }));

describe('the groups a variable is offered with', () => {
  it('are its answers, without those that count as none and those nobody gave', () => {
    const groups = proposedGroups(
      {
        name: 'koen',
        label: 'Køn',
        kind: 'number',
        frequencies: [
          frequency(1, 'Mand', 4),
          frequency(2, 'Kvinde', 6),
          frequency(3, 'Andet', 0),
          frequency(9, '', 1, true),
        ],
        bins: [],
      },
      PHASE_NAMES,
    );
    expect(groups).toEqual([
      { name: 'Mand', values: [1], range: null },
      { name: 'Kvinde', values: [2], range: null },
    ]);
  });

  it('of an age are the life phases, of another number three ranges that neither meet nor leave anybody out', () => {
    const age = {
      name: 'alder',
      label: 'Alder i år',
      kind: 'number',
      frequencies: [],
      bins: bins(18, 79),
    } as const;
    expect(
      proposedGroups({ ...age, frequencies: [], bins: [...age.bins] }, PHASE_NAMES).map(({ name }) => name),
    ).toEqual(Object.values(PHASE_NAMES));
    const hours = proposedGroups(
      { name: 'timer', label: 'Timer', kind: 'number', frequencies: [], bins: bins(0, 60) },
      PHASE_NAMES,
    );
    expect(hours.map(({ range }) => range)).toEqual([
      { from: 0, to: 21 },
      { from: 22, to: 42 },
      { from: 43, to: 60 },
    ]);
  });
});

it('a group is a gender by its name and a phase by its years; a woman is not a man', () => {
  expect(
    ['Kvinder', 'female', 'Mand', 'Men', 'unge (18-29 år)', '50–69', 'Region Sjælland'].map(quotaMeaning),
  ).toEqual([
    { gender: 'f' },
    { gender: 'f' },
    { gender: 'm' },
    { gender: 'm' },
    { phase: 'young' },
    { phase: 'older' },
    {},
  ]);
});

it('the study’s quotas for the survey are found whatever complexity they name; those for offers are left out', () => {
  const quota = {
    cells: [
      {
        phase: 'young',
        complexity: 'lower',
        gender: 'f',
        channel: 'respondent',
        target: 2,
        reached: 0,
        held: 0,
      },
      { phase: 'young', complexity: 'lower', gender: 'f', channel: 'offer', target: 4, reached: 0, held: 0 },
      {
        phase: 'adult',
        complexity: 'none',
        gender: 'm',
        channel: 'respondent',
        target: null,
        reached: 1,
        held: 0,
      },
    ],
    margins: [{ group: { phase: 'adult', gender: 'm', channel: 'respondent' }, target: 3, reached: 1 }],
  };
  const axis = (...names: string[]) => ({
    variableId: names.join(),
    groups: names.map((name) => ({ name, values: [], range: null })),
  });
  const phases = axis('18-29', '30-49');
  const both = cellsOf([axis('Kvinde', 'Mand'), phases]);
  expect(both).toHaveLength(4);
  expect(wantedByPlan(both, quota)).toEqual([2, 0, 0, 3]);
  expect(wantedByPlan(cellsOf([phases]), quota)).toEqual([2, 3]);
  expect(wantedByPlan(cellsOf([axis('Øst', 'Vest')]), quota)).toBeNull();
  expect(wantedByPlan(cellsOf([]), quota)).toEqual([5]);
});
