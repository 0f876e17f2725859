import { BagomError } from '@bagom/core';
import { constants } from 'node:fs';
import { access, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';

/** A program that recognises speech (whisper.cpp's `whisper-cli`) and its model: files of this machine, not of the study. */
export interface Recogniser {
  readonly program: string;
  readonly model: string;
}

/** Where what belongs to this machine is written down. */
export function settingsPath(env: NodeJS.ProcessEnv = process.env): string {
  const folder = env['XDG_CONFIG_HOME'] || env['APPDATA'] || join(homedir(), '.config');
  return join(folder, 'bagom', 'settings.json');
}

/** What was pointed at; null: nothing, and then nothing is recognised. */
export async function readRecogniser(path: string): Promise<Recogniser | null> {
  const settings: unknown = await readFile(path, 'utf8')
    .then(JSON.parse)
    .catch(() => null);
  const { recogniser } = (settings ?? {}) as { recogniser?: Partial<Recogniser> };
  const { program, model } = recogniser ?? {};
  return typeof program === 'string' && typeof model === 'string' ? { program, model } : null;
}

/** Writes it down once both files are there; null takes it away. */
export async function writeRecogniser(path: string, recogniser: Recogniser | null): Promise<void> {
  if (recogniser) await checkRecogniser(recogniser);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${JSON.stringify(recogniser ? { recogniser } : {}, null, 2)}\n`, { mode: 0o600 });
}

export async function checkRecogniser({ program, model }: Recogniser): Promise<void> {
  for (const [file, mode] of [
    [program, constants.X_OK],
    [model, constants.R_OK],
  ] as const) {
    const found = isAbsolute(file) && (await stat(file).catch(() => null));
    if (!found || !found.isFile()) throw new BagomError('recogniser.no-file', { file });
    await access(file, mode).catch(() => {
      throw new BagomError('recogniser.not-allowed', { file });
    });
  }
}
