import { rowsBy } from '../study/rows-by.js';
import type { StudyState } from '../study/state.js';
import type { SourceVersion } from './source.js';

/** The current version of a source. */
export function currentVersion(state: StudyState, sourceId: string): SourceVersion | undefined {
  const source = state.sources.get(sourceId);
  for (const version of rowsBy(state, 'sourceVersions', 'sourceId', sourceId).values())
    if (version.number === source?.version) return version;
  return undefined;
}
