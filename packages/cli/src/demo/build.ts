import { createKeyFile, createStudy } from '@bagom/store';
import { BagomError } from '@bagom/core';
import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { onInterrupt, refuseNoFolder } from '../files.js';
import { keyLocation } from '../study-location.js';
import { addClaims, addLiterature } from './claims.js';
import { fitModels, importSurvey } from './classes.js';
import { addCodebook, addCoders, addMemos, codeSources } from './coding.js';
import { changeCodebook } from './codebook-history.js';
import { addDoubleCoding } from './double-coding.js';
import { emptyDemo, type Demo } from './demo.js';
import { addGuide, addInterviews } from './interviews.js';
import { addInvitations } from './invitations.js';
import { maskSources } from './masking.js';
import { addNotes } from './notes.js';
import { addParticipants, setQuotas } from './participants.js';
import { addRecodes } from './recodes.js';
import { addReport } from './report.js';
import { addSites } from './sites.js';
import { importTranscripts } from './transcripts.js';
import { addWishes } from './wishes.js';

/** What opens the demo's key file. No secret: everything in it is invented. */
export const PASSPHRASE = 'bag om tallene';
const TITLE = 'På kanten af fællesskabet (demo)';
const ACTOR = 'Signe Bruun';

/** The stations in the order in which a study passes them. */
const STEPS: readonly ((demo: Demo) => Promise<void>)[] = [
  importSurvey,
  addRecodes,
  fitModels,
  addSites,
  setQuotas,
  addInvitations,
  addParticipants,
  addGuideAndInterviews,
  importTranscripts,
  maskSources,
  addCodebook,
  addCoders,
  codeSources,
  changeCodebook,
  addDoubleCoding,
  addWishes,
  addLiterature,
  addClaims,
  addMemos,
  addNotes,
  addReport,
];

async function addGuideAndInterviews(demo: Demo): Promise<void> {
  await addInterviews(demo);
  await addGuide(demo);
}

export interface BuiltDemo {
  study: string;
  key: string | null;
}

/**
 * Makes the demo study: in a folder beside its place, moved there when it is whole, so that an interrupted making leaves
 * nothing behind. On PostgreSQL it is made where it stays.
 */
export async function buildDemo(location: string): Promise<BuiltDemo> {
  const key = keyLocation(location);
  if (key === null) {
    await build(location, null);
    return { study: location, key };
  }
  const media = `${location.replace(/\.bagom$/, '')}.media`;
  const taken = [location, key, media].find((path) => existsSync(path));
  if (taken !== undefined) throw new BagomError('study.exists', { location: taken });
  const folder = dirname(resolve(location));
  await refuseNoFolder(location);
  const workshop = await mkdtemp(join(folder, '.bagom-demo-'));
  const tidy = () => rm(workshop, { recursive: true, force: true });
  const stopWatching = onInterrupt(tidy);
  try {
    const inside = (path: string) => join(workshop, basename(path));
    await build(inside(location), inside(key));
    // The study last: once it is there, all of it is.
    for (const path of [media, key, location]) await rename(inside(path), path);
  } finally {
    await tidy();
    stopWatching();
  }
  return { study: location, key };
}

async function build(location: string, key: string | null): Promise<void> {
  const study = await createStudy(location, { title: TITLE, language: 'da', actor: ACTOR });
  try {
    const demo = emptyDemo(study);
    for (const step of STEPS) await step(demo);
    if (key === null) return;
    const file = await createKeyFile(key, PASSPHRASE);
    for (const { table, id, field, value } of demo.secrets) file.set(table, id, field, value);
    await file.save();
  } finally {
    await study.close();
  }
}
