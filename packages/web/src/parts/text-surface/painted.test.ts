import { flatten } from '@bagom/core';
import { expect, test } from 'vitest';
import { firstSegment } from './painted.js';

test('painting begins with the first segment that ends after a place', () => {
  const segments = flatten([
    { from: 0, to: 10 },
    { from: 5, to: 20 },
    { from: 30, to: 40 },
  ]);
  const naive = (from: number) => segments.filter(({ to }) => to <= from).length;
  for (let from = 0; from <= 45; from++) expect(firstSegment(segments, from)).toBe(naive(from));
});
