import { CERTAINTY_BANDS, type CertaintyBand } from '@bagom/core';
import type { Format } from '../format.js';

export const BANDS = CERTAINTY_BANDS.map(({ band }) => band);

/** A band's probabilities as they are written: `≥ 0,90`, `0,70-0,89`, `< 0,70`. */
export function bandRange(band: CertaintyBand, f: Format): string {
  const at = BANDS.indexOf(band);
  const from = CERTAINTY_BANDS[at]?.from ?? 0;
  const above = CERTAINTY_BANDS[at - 1]?.from;
  if (above === undefined) return `≥ ${f.number(from, 2)}`;
  return from === 0 ? `< ${f.number(above, 2)}` : `${f.number(from, 2)}-${f.number(above - 0.01, 2)}`;
}
