import { BagomError } from '@bagom/core';
import { LatentClassError, type LatentClassErrorCode } from '@bagom/latent-class';

type Figures = LatentClassError['data'];

/** What latent-class refuses, in the words of a study. Rows are counted from 1, as people do. */
const WORDED: Partial<Record<LatentClassErrorCode, (data: Figures) => BagomError>> = {
  'constant-indicator': ({ name }) => new BagomError('classes.constant-indicator', { name: name ?? '' }),
  'empty-indicator': ({ name }) => new BagomError('classes.empty-indicator', { name: name ?? '' }),
  'no-rows': ({ rows, empty, incomplete }) =>
    empty === undefined
      ? new BagomError('classes.few-rows', { rows: rows ?? 0 })
      : new BagomError('classes.no-rows', { rows: rows ?? 0, empty, incomplete: incomplete ?? 0 }),
  'bad-weight': ({ row }) => new BagomError('classes.bad-weight', { row: rowOf(row) }),
  'bad-design': badDesign,
  'not-identified': ({ rank, npar }) =>
    new BagomError('classes.not-identified', { rank: rank ?? 0, npar: npar ?? 0 }),
  'singular-information': () => new BagomError('classes.singular'),
  'not-estimable': () => new BagomError('classes.not-estimable'),
  'bad-covariate': () => new BagomError('classes.bad-covariate'),
  'bad-outcome': () => new BagomError('classes.bad-outcome'),
};

/** Of what a design lacks, by what the figures tell. */
function badDesign(data: Figures): BagomError {
  const { stratum, lonely, what, population, units, replicate, number, row } = data;
  if (stratum !== undefined) return new BagomError('classes.lonely-psu', { stratum, lonely: lonely ?? 1 });
  if (population !== undefined) return new BagomError('classes.bad-fpc', { row: rowOf(row), population });
  if (what !== undefined && row !== undefined)
    return new BagomError('classes.design-missing', { what, row: rowOf(row) });
  if (units !== undefined) return new BagomError('classes.many-units', { units });
  if (replicate !== undefined) return new BagomError('classes.bad-replicate', { row: rowOf(row) });
  if (number !== undefined) return new BagomError('classes.few-replicates', { number });
  return new BagomError('classes.bad-design');
}

const rowOf = (row: string | number | undefined) => (typeof row === 'number' ? row + 1 : null);

/** An error of latent-class as one that a researcher is told; any other as it is. */
export function asBagomError(error: unknown): unknown {
  if (!(error instanceof LatentClassError)) return error;
  return WORDED[error.code]?.(error.data) ?? new BagomError('classes.failed', { reason: error.message });
}

/** Does what may refuse the data, and tells a researcher why it did. */
export async function inStudyWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asBagomError(error);
  }
}
