import type { StudyFile } from '@bagom/store';
import { userInfo } from 'node:os';
import { studyLocation } from './study-location.js';

/** Opens a study, does something with it and closes it, whatever happens. */
export async function withStudy<T>(
  name: string,
  mode: 'read' | 'write',
  use: (study: StudyFile) => Promise<T>,
): Promise<T> {
  // Loaded here, so that a command's help does not wait for the database.
  const { openStudy } = await import('@bagom/store');
  const study = await openStudy(studyLocation(name), { mode, actor: actor() });
  try {
    return await use(study);
  } finally {
    await study.close();
  }
}

/** Who operations are written for: the name one has on this machine. */
export function actor(): string {
  try {
    return userInfo().username;
  } catch {
    return 'bagom';
  }
}
