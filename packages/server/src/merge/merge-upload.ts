import { BagomError } from '@bagom/core';
import { mergeStudies, openStudy, type MergeReport, type StudyFile } from '@bagom/store';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printableName } from '../imports/printable-name.js';

/** The largest copy of a study that is taken over HTTP, in bytes; `bagom merge` has no limit. */
export const MERGE_LIMIT = 512 * 1024 * 1024;

/**
 * Merges a copy that was sent. It is laid in a folder of its own that goes afterwards: opened for writing there, because one
 * from an older program is brought up to date first, while the sender's file is left as it is.
 */
export async function mergeUpload(
  study: StudyFile,
  file: File,
  dryRun: boolean,
): Promise<MergeReport & { fileName: string }> {
  const fileName = printableName(file.name);
  if (file.size === 0) throw new BagomError('file.empty', { file: fileName });
  if (file.size > MERGE_LIMIT)
    throw new BagomError('file.too-large', { file: fileName, size: file.size, limit: MERGE_LIMIT });
  const folder = await mkdtemp(join(tmpdir(), 'bagom-copy-'));
  try {
    const path = join(folder, 'copy.bagom');
    await writeFile(path, new Uint8Array(await file.arrayBuffer()), { mode: 0o600 });
    const copy = await openStudy(path).catch((error: unknown) => {
      if (error instanceof BagomError)
        throw new BagomError(error.code, { ...error.data, location: fileName });
      throw error;
    });
    try {
      return { ...(await mergeStudies(study, copy, { name: fileName, dryRun })), fileName };
    } finally {
      await copy.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
