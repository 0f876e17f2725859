import { describe as group, expect, test } from 'vitest';
import { fit, fitGroups, goodness, indicators, score } from '../index.js';
import { columnsOf, present, read, type Regression } from './reference.fixture.js';

test.skipIf(!present)(
  'reference (skipped when the folder is absent): values with two classes has the statistic that Goodman (1974) printed',
  () => {
    const names = ['A', 'B', 'C', 'D'];
    const data = indicators(columnsOf('values.csv', names), { names, missing: 'fiml' });
    const model = fit(data, { classes: 2, starts: { screened: 20, finished: 5 } });
    // G2 = 2.720 with 6 degrees of freedom; one group with nothing fixed is that model.
    expect(goodness(model, data)).toMatchObject({ g2: expect.closeTo(2.72, 3), df: { table: 6, cases: 6 } });
    const one = fitGroups(model, data, { items: 'free', starts: 1 });
    expect(one.loglik).toBeCloseTo(model.loglik, 7);
    expect(one.groups[0]!.shares).toEqual(model.shares.map((share) => expect.closeTo(share, 4)));
  },
);

group.skipIf(!present)('scoring reference (skipped when the folder is absent)', () => {
  interface Person {
    pattern: (number | null)[];
    posterior: number[];
    modal: number;
    loglik: number;
  }
  const file = present
    ? read<Record<string, { items: string[]; new: Person[] }>>('scoring/expected_scoring.json')
    : {};

  test.each(['carcinoma_k3', 'election_k3_fiml', 'gss82_k3'])(
    '%s: new people are classified alike',
    (name) => {
      const { items, new: people } = file[name]!;
      const model = scoringModel(name, items);
      const scores = score(
        model,
        items.map((_, item) => people.map(({ pattern }) => pattern[item] ?? NaN)),
      );
      const { classes } = model;
      for (const [row, person] of people.entries()) {
        // What lies at estimated zeros depends on how far an optimiser went; such people are marked instead.
        if (scores.unlike[row] === 1) continue;
        const found = [...scores.probabilities.subarray(row * classes, (row + 1) * classes)];
        expect(found).toEqual(person.posterior.map((p) => expect.closeTo(p, 4)));
        expect(scores.modal[row]).toBe(person.modal - 1);
        expect(scores.loglik[row]).toBeCloseTo(person.loglik, 3);
      }
      expect([...scores.unlike].filter((mark) => mark === 1).length).toBeLessThan(2);
    },
  );

  function scoringModel(name: string, items: string[]) {
    if (name !== 'gss82_k3') {
      const { categories, shares, probs } = read<Regression>(`expected/${name}.json`);
      return { classes: 3, names: items, categories, shares, probs: items.map((item) => probs[item]!) };
    }
    const data = indicators(columnsOf('gss82.csv', items), { names: items, missing: 'fiml' });
    const model = fit(data, { classes: 3, starts: { screened: 60, finished: 15 } });
    return model;
  }

  test('a code that the model does not know is refused', () => {
    const { items } = file['carcinoma_k3']!;
    expect(() =>
      score(
        scoringModel('carcinoma_k3', items),
        items.map(() => [3]),
      ),
    ).toThrow('use whole numbers 1 to 2');
  });
});
