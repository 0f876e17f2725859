import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A compiled worker: beside this file, or in `dist` when this file is run from its source; null where neither is there. */
export function workerFile(name: string): string | null {
  const beside = fileURLToPath(new URL(`./${name}.js`, import.meta.url));
  const built = fileURLToPath(new URL(`../../dist/jobs/${name}.js`, import.meta.url));
  return existsSync(beside) ? beside : existsSync(built) ? built : null;
}
