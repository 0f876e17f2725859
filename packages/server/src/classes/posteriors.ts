import type { ClassModel } from '@bagom/core';
import type { StudyFile } from '@bagom/store';

/** The probability of each class, one row of the wave after the other; NaN for who was left out. A copy: blobs are shared. */
export async function posteriorsOf(
  study: StudyFile,
  model: Pick<ClassModel, 'posteriors'>,
): Promise<Float32Array> {
  return new Float32Array((await study.blob(model.posteriors)).slice().buffer);
}
