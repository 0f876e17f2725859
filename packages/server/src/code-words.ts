import { currentVersion, type Coding } from '@bagom/core';
import type { StudyFile } from '@bagom/store';
import { nameOfSource } from './name-of-source.js';

/** Codings of the texts as they are now, with the words they stand on, by person and place. */
export async function codingsWithWords(study: StudyFile, codings: Iterable<Coding>) {
  const { state } = study;
  const bySource = new Map<string, Coding[]>();
  for (const coding of codings) {
    const list = bySource.get(coding.sourceId);
    if (list) list.push(coding);
    else bySource.set(coding.sourceId, [coding]);
  }
  const read = [];
  for (const [sourceId, own] of bySource) {
    const version = currentVersion(state, sourceId);
    if (!version) continue;
    const text = await study.text(version.text);
    const { number, ...name } = nameOfSource(state, sourceId);
    for (const coding of own.sort((a, b) => a.from - b.from || a.to - b.to)) {
      if (coding.version !== version.number) continue;
      const { id, codeId, coderId, from, to } = coding;
      const words = text.slice(from, to);
      const entry = { id, codeId, coderId, sourceId, version: coding.version, from, to, words, ...name };
      read.push({ number, entry });
    }
  }
  return read.sort((a, b) => a.number - b.number).map(({ entry }) => entry);
}
