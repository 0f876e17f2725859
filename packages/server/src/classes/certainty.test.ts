import { CERTAINTY_BANDS } from '@bagom/core';
import { CERTAINTY_LIMITS } from '@bagom/latent-class';
import { expect, it } from 'vitest';

it('the bands on the page are those of the statistics', () => {
  expect(CERTAINTY_BANDS.map(({ from }) => from)).toEqual([...CERTAINTY_LIMITS, 0]);
});
