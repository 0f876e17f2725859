import { BagomError, overview, studyInfo } from '@bagom/core';
import { existsSync } from 'node:fs';
import { importFile } from '../imports/import-file.js';
import { transcriptPreview } from '../imports/transcript-preview.js';
import { api, brief, change, given } from './api.js';
import { questionnaireFile } from './survey-files.js';

export const study = {
  overview: api.study.overview.handler(
    async ({ context: { study: file, keyPath, location, remembered } }) => {
      const row = [...file.state.studies.values()][0];
      const operations = await file.operationCount();
      const [undo, redo] = [await file.undoable(), await file.redoable()];
      return {
        ...remembered.get(operations, 'overview', () => ({
          info: studyInfo(file.state, operations),
          stations: overview(file.state),
        })),
        undo: undo && brief(undo),
        redo: redo && brief(redo),
        location,
        hasKey: keyPath !== null && existsSync(keyPath),
        smallCell: row?.smallCell ?? 3,
        quantifiers: row?.quantifiers ?? [],
      };
    },
  ),

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

  history: api.study.history.handler(async ({ context: { study: file }, input }) => {
    const operations = await file.operations(given(input));
    return operations.map(({ changes, seq, kind, subject, id, at, actor, sense, root }) => ({
      seq,
      kind,
      subject,
      id,
      at,
      actor,
      sense,
      root,
      changes: changes.length,
    }));
  }),

  undo: api.study.undo.handler(async ({ context: { study: file }, input }) => {
    const operation = await file.undo(input.root);
    return { operation: operation && brief(operation) };
  }),

  redo: api.study.redo.handler(async ({ context: { study: file }, input }) => {
    const operation = await file.redo(input.root);
    return { operation: operation && brief(operation) };
  }),

  import: api.study.import.handler(async ({ context: { study: file }, input }) => {
    const bytes = new Uint8Array(await input.file.arrayBuffer());
    const {
      as,
      participantId,
      questionnaire,
      questionnaireLanguage: language,
      grammar,
      roles,
    } = given(input);
    const { reading, ...summary } = await importFile(file, bytes, {
      fileName: input.file.name,
      dryRun: input.dryRun === true,
      ...(as ? { as } : {}),
      ...(participantId ? { participantId } : {}),
      ...(questionnaire
        ? {
            questionnaire: await questionnaireFile(questionnaire, { ...input, language }),
          }
        : {}),
      wish: {
        ...(grammar ? { grammar } : {}),
        ...(roles ? { roles: Object.fromEntries(roles.map(({ label, role }) => [label, role])) } : {}),
      },
    });
    return reading ? { ...summary, transcript: transcriptPreview(reading) } : summary;
  }),
};
