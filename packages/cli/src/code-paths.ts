import { codeTree, flatTree, type StudyState } from '@bagom/core';
import { nearest } from './nearest.js';
import { UsageError } from './usage-error.js';

/** Every code's id by its path. */
export function pathsOf(state: StudyState): Map<string, string> {
  return new Map(flatTree(codeTree(state)).map(({ path, code }) => [path, code.id]));
}

/** The ids of codes by their paths, or a refusal with the path that is nearest. */
export function codesAt(wanted: readonly string[], paths: ReadonlyMap<string, string>): string[] {
  return wanted.map((path) => {
    const id = paths.get(path);
    if (id !== undefined) return id;
    const known = [...paths.keys()];
    const closest = nearest(path, known) ?? known.find((one) => one.endsWith(`/${path}`));
    if (!closest) throw new UsageError('usage.unknown-code', { path });
    throw new UsageError('usage.unknown-code-near', { path, closest });
  });
}
