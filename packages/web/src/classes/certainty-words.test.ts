import { expect, it } from 'vitest';
import { format } from '../format.js';
import { BANDS, bandRange } from './certainty-words.js';

it('the bands are written so that they meet without overlapping, in each language’s own decimals', () => {
  expect(BANDS.map((band) => bandRange(band, format('da')))).toEqual(['≥ 0,90', '0,70-0,89', '< 0,70']);
  expect(BANDS.map((band) => bandRange(band, format('en')))).toEqual(['≥ 0.90', '0.70-0.89', '< 0.70']);
});
