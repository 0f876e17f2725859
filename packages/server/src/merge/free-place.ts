import { studyLanguage } from '@bagom/core';
import type { StudyFile } from '@bagom/store';
import { stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** A name for a copy that nothing has: beside the study, or at home where that is on a server. */
export async function freePlace({ state, location, dialect }: StudyFile): Promise<string> {
  const word = studyLanguage(state) === 'da' ? 'kopi' : 'copy';
  const title = [...state.studies.values()][0]?.title.replace(/[^\p{L}\p{N} _-]+/gu, ' ').trim() || 'bagom';
  const stem = dialect === 'sqlite' ? resolve(location).replace(/\.bagom$/, '') : join(homedir(), title);
  for (let n = 1; ; n++) {
    const path = `${stem}-${word}${n === 1 ? '' : `-${n}`}`;
    const taken = await Promise.all(
      ['bagom', 'media', 'key'].map((ending) => stat(`${path}.${ending}`).catch(() => null)),
    );
    if (taken.every((found) => found === null)) return `${path}.bagom`;
  }
}
