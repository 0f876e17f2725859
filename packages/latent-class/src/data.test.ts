import { describe as group, expect, test } from 'vitest';
import { indicators, type IndicatorOptions } from './data.js';
import { LatentClassError } from './error.js';

const nan = NaN;

function read(columns: number[][], options: Partial<IndicatorOptions> = {}) {
  return indicators(columns, { names: columns.map((_, i) => `v${i + 1}`), missing: 'fiml', ...options });
}

function refusal(run: () => unknown): LatentClassError {
  try {
    run();
  } catch (error) {
    if (error instanceof LatentClassError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

group('patterns', () => {
  test('equal rows become one pattern with their number as weight', () => {
    const data = read([
      [1, 2, 1, 1],
      [2, 1, 2, 1],
    ]);
    expect(data.n).toBe(4);
    expect(data.activePatterns).toBe(3);
    expect(data.patternOfRow[0]).toBe(data.patternOfRow[2]);
    expect(data.patternWeights[data.patternOfRow[0]!]).toBe(2);
    expect(data.patternWeights[data.patternOfRow[1]!]).toBe(1);
  });

  test('every row finds its own answers back in its pattern', () => {
    const columns = [0, 1, 2].map((item) =>
      Array.from({ length: 500 }, (_, row) => (row * (2 * item + 3)) % 4),
    );
    const data = read(columns);
    const answers = Array.from({ length: 500 }, (_, row) => columns.map((column) => column[row]!));
    const found = answers.map((_, row) => {
      const u = data.patternOfRow[row]!;
      return u < 0 ? [0, 0, 0] : [...data.patternCodes.subarray(u * 3, u * 3 + 3)];
    });
    expect(found).toEqual(answers);
    expect(data.patternWeights.reduce((sum, weight) => sum + weight, 0)).toBe(500 - data.dropped.empty);
  });

  test('patterns of equal weight are neighbours, those of weight 0 come last', () => {
    const data = read([[1, 2, 3, 4, 5]], { weights: [1, 0, 2, 1, 2], weighting: 'frequency' });
    const weights = [...data.patternWeights];
    expect(weights.toSorted((a, b) => a - b)).toEqual([0, 1, 1, 2, 2]);
    expect(weights.at(-1)).toBe(0);
    expect(weights[0]).toBe(weights[1]);
    expect(data.activePatterns).toBe(4);
  });
});

group('missing answers', () => {
  const columns = [
    [1, 2, 0, nan, 2],
    [1, 2, 1, 0, nan],
  ];

  test('under fiml a row without any answer is dropped and counted', () => {
    const data = read(columns);
    expect(data.dropped).toEqual({ empty: 1, incomplete: 0 });
    expect(data.patternOfRow[3]).toBe(-1);
    expect(data.n).toBe(4);
  });

  test('under listwise every incomplete row is dropped and counted', () => {
    const data = read(columns, { missing: 'listwise' });
    expect(data.dropped).toEqual({ empty: 1, incomplete: 2 });
    expect(data.n).toBe(2);
  });

  test('no row left is refused, with the way out', () => {
    const error = refusal(() =>
      read(
        [
          [1, 0],
          [0, 2],
        ],
        { missing: 'listwise' },
      ),
    );
    expect(error.code).toBe('no-rows');
    expect(error.message).toContain('fiml');
  });
});

group('weights', () => {
  test('survey weights are rescaled to sum to the number of rows used', () => {
    const data = read([[1, 2, 1, 0]], { weights: [10, 20, 30, 99] });
    expect(data.n).toBeCloseTo(3, 12);
    expect([...data.patternWeights].toSorted((a, b) => a - b)).toEqual(
      [1, 2].map((weight) => expect.closeTo(weight, 12)),
    );
    expect(data.weighted).toBe(true);
  });

  test('frequencies are left as they are', () => {
    const data = read([[1, 2]], { weights: [30, 70], weighting: 'frequency' });
    expect(data.n).toBe(100);
    expect(data.weighted).toBe(false);
  });

  test('a row of weight 0 counts for nothing but keeps a pattern', () => {
    const data = read([[1, 2, 3]], { weights: [1, 1, 0] });
    expect(data.n).toBe(2);
    expect(data.patternOfRow[2]).toBe(2);
    expect(data.categories).toEqual([2]);
  });

  test.each([
    ['a negative weight', [1, -1]],
    ['a weight that is not a number', [1, nan]],
    ['an infinite weight', [1, Infinity]],
    ['too few weights', [1]],
  ])('%s is refused', (_, weights) => {
    expect(refusal(() => read([[1, 2]], { weights })).code).toBe('bad-weight');
  });
});

group('what cannot be an indicator', () => {
  test('an indicator that everybody answered alike is refused by name', () => {
    const error = refusal(() =>
      read([
        [1, 2],
        [2, 2],
      ]),
    );
    expect(error.code).toBe('constant-indicator');
    expect(error.data).toEqual({ name: 'v2', code: 2 });
    expect(error.message).toMatch(/^everybody in use has code 2 on "v2"/);
  });

  test('an indicator that varies only among dropped rows is constant', () => {
    const columns = [
      [1, 1, 2],
      [1, 2, 0],
    ];
    expect(refusal(() => read(columns, { missing: 'listwise' })).data['name']).toBe('v1');
  });

  test('an indicator that nobody answered is refused', () => {
    const columns = [
      [1, 2],
      [0, nan],
    ];
    expect(refusal(() => read(columns)).code).toBe('empty-indicator');
  });

  test.each([
    ['a code above the categories', 4],
    ['a negative code', -1],
    ['a code that is no whole number', 1.5],
    ['an infinite code', Infinity],
  ])('%s is refused with its row', (_, code) => {
    const error = refusal(() => read([[1, 2, code]], { categories: [3] }));
    expect(error.code).toBe('bad-code');
    expect(error.data['row']).toBe(2);
    expect(error.message).toContain('row 3');
  });

  test('a category that nobody chose is kept and listed', () => {
    const data = read([[1, 3]], { categories: [3] });
    expect(data.categories).toEqual([3]);
    expect(data.unused).toEqual([{ item: 0, category: 2 }]);
  });

  test.each<[string, () => unknown, string]>([
    ['no column', () => read([]), 'no-indicators'],
    [
      'a name used twice',
      () =>
        read(
          [
            [1, 2],
            [1, 2],
          ],
          { names: ['a', 'a'] },
        ),
      'bad-names',
    ],
    ['columns of different length', () => read([[1, 2], [1]]), 'uneven-columns'],
    ['a single category', () => read([[1, 1]], { categories: [1] }), 'bad-categories'],
    [
      'labels that miss a category',
      () => read([[1, 2]], { categories: [3], labels: [['a', 'b']] }),
      'bad-categories',
    ],
    [
      'categories for some columns only',
      () =>
        read(
          [
            [1, 2],
            [1, 2],
          ],
          { categories: [2] },
        ),
      'bad-categories',
    ],
  ])('%s is refused', (_, run, code) => {
    expect(refusal(run).code).toBe(code);
  });

  test('labels give the number of categories, and codes stand in for absent labels', () => {
    expect(read([[1, 2]], { labels: [['yes', 'no', 'unsure']] }).categories).toEqual([3]);
    expect(read([[1, 2]]).labels).toEqual([['1', '2']]);
  });
});
