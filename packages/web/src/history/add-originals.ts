import { useState } from 'react';
import { api } from '../api.js';

/** A kept file that is missing: its hash, and what it was called. */
export interface MissingFile {
  readonly hash: string;
  readonly name: string;
}

/** Of the files of a media folder, those that are missing: there they are named by their hash. */
export function wantedOf(files: readonly File[], missing: readonly MissingFile[]): File[] {
  const hashes = new Set(missing.map(({ hash }) => hash));
  const wanted = new Map<string, File>();
  for (const file of files) if (hashes.has(file.name)) wanted.set(file.name, file);
  return [...wanted.values()];
}

/** Puts missing files in place, one after the other; the program knows each by its content, whatever it is called. */
export function useAddOriginals() {
  const [adding, setAdding] = useState(false);
  /** @param only Of a folder: those that are missing; null: each that was chosen. */
  const add = async (
    files: readonly File[],
    only: readonly MissingFile[] | null,
  ): Promise<{ added: string[]; failed: unknown }> => {
    const added: string[] = [];
    let failed: unknown = null;
    setAdding(true);
    for (const file of only ? wantedOf(files, only) : files)
      try {
        added.push((await api.history.addOriginal({ file })).name || file.name);
      } catch (error) {
        failed = error;
      }
    setAdding(false);
    return { added, failed };
  };
  return { add, adding };
}
