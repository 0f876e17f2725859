import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { isDatabase } from './files.js';

const isAddress = (location: string): boolean => /^postgres(ql)?:\/\//.test(location);

/** Where a study is that is named with or without `.bagom`; an address stays as it is. */
export function studyLocation(name: string): string {
  if (isAddress(name) || name.endsWith('.bagom')) return name;
  const withEnding = `${name.replace(/[\\/]+$/, '')}.bagom`;
  return existsSync(name) && !existsSync(withEnding) ? name : withEnding;
}

/** Whether a name stands for a study and not for another file, which need not be there. */
export async function isStudy(name: string): Promise<boolean> {
  return isAddress(name) || name.endsWith('.bagom') || isDatabase(studyLocation(name));
}

/** The key file beside a study, which may be absent; a database at an address has none. */
export function keyLocation(location: string): string | null {
  return isAddress(location) ? null : `${location.replace(/\.bagom$/, '')}.key`;
}

/** The file's name without its ending, or the database's. */
export function studyTitle(location: string): string {
  return basename(isAddress(location) ? new URL(location).pathname : location).replace(/\.bagom$/, '');
}

/** The demo study that `bagom start` opens when none is named. */
export function demoLocation(env: Readonly<Record<string, string | undefined>>): string {
  return join(env['BAGOM_HOME'] || join(homedir(), 'Bagom'), 'demo.bagom');
}
