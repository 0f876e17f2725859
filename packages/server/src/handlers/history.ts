import { BagomError, conflictsToDecide } from '@bagom/core';
import { copyStudy, settleConflict } from '@bagom/store';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import type { ServerContext } from '../context.js';
import { historyEntries, historyEntry, type Sight } from '../history/audit.js';
import { printableName } from '../imports/printable-name.js';
import { freePlace } from '../merge/free-place.js';
import { mergeUpload } from '../merge/merge-upload.js';
import { shownConflict } from '../merge/shown-conflicts.js';
import { seenFile, seenStudy, veilOf } from '../seen-study.js';
import { api, brief, given, rowOf } from './api.js';

export const history = {
  list: api.history.list.handler(async ({ context, input: { limit, ...filter } }) =>
    historyEntries(context.study, given(filter), limit, await sightOf(context)),
  ),

  entry: api.history.entry.handler(async ({ context, input: { id, limit } }) =>
    historyEntry(context.study, id, limit, await sightOf(context)),
  ),

  merge: api.history.merge.handler(async ({ context, input: { file, dryRun = false } }) => {
    const { study } = context;
    const { conflicts: all, ...report } = await mergeUpload(study, file, dryRun);
    const veil = await veilOf(context);
    const conflicts = all.filter((conflict) => !veil?.hides('mergeConflicts', conflict));
    const done = !dryRun && report.operations > 0;
    const [ending] = done ? await study.operations({ limit: 1 }) : [];
    return {
      ...report,
      conflicts: conflicts.length,
      operation: ending ? brief(ending) : null,
      root: ending?.root ?? null,
    };
  }),

  conflicts: api.history.conflicts.handler(async ({ context }) => {
    const seen = await seenStudy(context);
    const { study } = context;
    const missing = await study.missingOriginals();
    return {
      conflicts: await Promise.all(
        conflictsToDecide(seen).map((conflict) => shownConflict(study, seen, conflict)),
      ),
      missingOriginals: [...missing].map(([hash, name]) => ({ hash, name })),
    };
  }),

  decide: api.history.decide.handler(async ({ context, input: { id, choose, text = '' } }) => {
    rowOf(await seenFile(context), 'mergeConflicts', id);
    const { operation, texts } = await settleConflict(
      context.study,
      id,
      choose === 'other' ? { choose, text } : { choose },
    );
    // How many places follow would tell of codings that are made blind.
    const told = texts && !(await veilOf(context)) ? { ...texts, clashes: [...texts.clashes] } : null;
    return { operation: brief(operation), id, texts: told };
  }),

  copy: api.history.copy.handler(({ context: { study, keyPath }, input: { to, withKey, withMedia } }) => {
    if (!isAbsolute(to)) throw new BagomError('copy.no-place', { file: to });
    return copyStudy(study, to, {
      withoutMedia: !withMedia,
      ...(withKey && keyPath !== null ? { key: keyPath } : {}),
    });
  }),

  copyPlace: api.history.copyPlace.handler(async ({ context: { study, keyPath } }) => ({
    to: await freePlace(study),
    hasKey: keyPath !== null && existsSync(keyPath),
  })),

  addOriginal: api.history.addOriginal.handler(async ({ context: { study }, input: { file } }) => {
    const digest = createHash('sha256');
    // In pieces: a recording may be large.
    for await (const piece of file.stream()) digest.update(piece);
    const hash = digest.digest('hex');
    const missing = (await study.missingOriginals()).get(hash);
    if (missing === undefined) throw new BagomError('merge.not-missing', { file: printableName(file.name) });
    await study.originals.keepStream(file.stream(), file.size);
    return { name: missing };
  }),
};

async function sightOf(context: ServerContext): Promise<Sight> {
  return { seen: await seenStudy(context), veil: await veilOf(context) };
}
