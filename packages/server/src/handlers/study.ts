import { BagomError, conflictsToDecide, overview, seenOperation, studyInfo } from '@bagom/core';
import { existsSync } from 'node:fs';
import { importFile } from '../imports/import-file.js';
import { transcriptPreview } from '../imports/transcript-preview.js';
import { seenName, seenStudy, veilOf } from '../seen-study.js';
import { api, change, given } from './api.js';
import { questionnaireFile } from './survey-files.js';

export const study = {
  overview: api.study.overview.handler(async ({ context }) => {
    const { study: file, keyPath, location, remembered, coderId } = context;
    const row = [...file.state.studies.values()][0];
    const operations = await file.operationCount();
    const seen = await seenStudy(context);
    const [undo, redo] = [await file.undoable(), await file.redoable()];
    return {
      ...remembered.get(operations, `overview ${seen === file.state ? '' : coderId}`, () => ({
        info: studyInfo(seen, operations),
        stations: overview(seen),
      })),
      undo: await seenName(context, undo),
      redo: await seenName(context, redo),
      location,
      openConflicts: conflictsToDecide(seen).filter(({ state }) => state === 'open').length,
      hasKey: keyPath !== null && existsSync(keyPath),
      smallCell: row?.smallCell ?? 3,
      quantifiers: row?.quantifiers ?? [],
    };
  }),

  rename: api.study.rename.handler(async ({ context: { study: file }, input }) => {
    const row = [...file.state.studies.values()][0];
    if (!row) throw new BagomError('row.missing', { table: 'studies', id: '' });
    const set = given(input);
    return change(file, 'study.rename', input.title ?? row.title, [
      { do: 'update', table: 'studies', id: row.id, set },
    ]);
  }),

  check: api.study.check.handler(async ({ context: { study: file } }) => {
    const problems = await file.verify();
    return { ok: problems.length === 0, problems };
  }),

  history: api.study.history.handler(async ({ context, input }) => {
    const operations = await context.study.operations(given(input));
    const veil = await veilOf(context);
    return operations.map((operation) => {
      const { changes, seq, kind, subject, id, at, actor, sense, root } = seenOperation(veil, operation);
      return { seq, kind, subject, id, at, actor, sense, root, changes: changes.length };
    });
  }),

  undo: api.study.undo.handler(async ({ context, input }) => ({
    operation: await seenName(context, await context.study.undo(input.root)),
  })),

  redo: api.study.redo.handler(async ({ context, input }) => ({
    operation: await seenName(context, await context.study.redo(input.root)),
  })),

  import: api.study.import.handler(async ({ context, input, signal }) => {
    const { study: file } = context;
    const bytes = new Uint8Array(await input.file.arrayBuffer());
    const {
      as,
      participantId,
      replaces,
      questionnaire,
      questionnaireLanguage: language,
      grammar,
      roles,
      speakers,
    } = given(input);
    const { reading, ...summary } = await importFile(file, bytes, {
      fileName: input.file.name,
      dryRun: input.dryRun === true,
      seen: await seenStudy(context),
      apart: signal ? { signal } : {},
      ...(as ? { as } : {}),
      ...(participantId ? { participantId } : {}),
      ...(replaces ? { replaces } : {}),
      ...(questionnaire
        ? {
            questionnaire: await questionnaireFile(questionnaire, { ...input, language }),
          }
        : {}),
      wish: {
        ...(grammar ? { grammar } : {}),
        ...(speakers
          ? { speakers: Object.fromEntries(speakers.map(({ label, speaks }) => [label, speaks])) }
          : {}),
        ...(roles ? { roles: Object.fromEntries(roles.map(({ label, role }) => [label, role])) } : {}),
      },
    });
    return reading ? { ...summary, transcript: transcriptPreview(reading) } : summary;
  }),
};
