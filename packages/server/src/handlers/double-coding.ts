import {
  BagomError,
  CONSENSUS_CODER,
  doubleCodingProgress,
  drawTexts,
  insert,
  isInside,
  keptSpans,
  remove,
  rowsWhere,
  update,
  type DoubleCoding,
  type Resolution,
} from '@bagom/core';
import { newId, type StudyFile } from '@bagom/store';
import { agreedInSample, carryOut } from '../double-coding/carry-out.js';
import { beginComparison, disagreements, openSample } from '../double-coding/compare.js';
import { seenStudy, veilOf } from '../seen-study.js';
import { currentText } from '../source-entries.js';
import { api, brief, change, checkVersion, given, rowOf, short } from './api.js';

/** A page asks again where an answer takes longer than this; milliseconds. */
const PATIENCE = 400;
/** More disagreements than anybody talks through are counted, not listed. */
const LISTED = 5000;

export const doubleCodings = {
  read: api.doubleCodings.read.handler(async ({ context }) => {
    const { study } = context;
    const seen = await seenStudy(context);
    return {
      doubleCodings: [...study.state.doubleCodings.values()].map((row) => {
        // How far the others are is for all to know: blindness ends when everybody is done.
        const progress = doubleCodingProgress(study.state, row);
        return {
          ...row,
          progress,
          done: progress.every(({ done }) => done),
          resolutions: rowsWhere(seen, 'resolutions', { doubleCodingId: row.id }).length,
        };
      }),
    };
  }),

  draw: api.doubleCodings.draw.handler(async ({ context: { study }, input }) => {
    const { name, coderIds, codeIds, count, axis, kind, seed, preview } = input;
    const strata = drawTexts(study.state, { count, axis, kind, seed });
    if (preview) return { strata, operation: null };
    for (const id of coderIds) checkCoder(study, id);
    for (const id of codeIds) rowOf(study, 'codes', id);
    const sourceIds = strata.flatMap(({ drawn }) => drawn);
    if (sourceIds.length === 0) throw new BagomError('double-coding.nothing-drawn');
    const row: DoubleCoding = {
      id: newId(),
      name,
      seed,
      sourceIds,
      coderIds: [...new Set(coderIds)],
      codeIds: [...new Set(codeIds)],
      blind: true,
      createdAt: new Date().toISOString(),
      doneCoderIds: null,
    };
    const made = await change(study, 'double-coding.draw', name, [insert('doubleCodings', row)], row.id);
    return { strata, ...made };
  }),

  change: api.doubleCodings.change.handler(async ({ context: { study }, input: { id, ...values } }) => {
    const { name } = rowOf(study, 'doubleCodings', id);
    for (const codeId of values.codeIds ?? []) rowOf(study, 'codes', codeId);
    const renamed = values.name !== undefined && values.blind === undefined && values.codeIds === undefined;
    const kind =
      values.blind === false ? 'double-coding.open' : `double-coding.${renamed ? 'rename' : 'change'}`;
    return change(
      study,
      kind,
      renamed ? `${name} → ${values.name}` : (values.name ?? name),
      [update('doubleCodings', id, given(values))],
      id,
    );
  }),

  done: api.doubleCodings.done.handler(async ({ context: { study }, input: { id, coderId, done } }) => {
    const sample = rowOf(study, 'doubleCodings', id);
    const { name } = rowOf(study, 'coders', coderId);
    const others = (sample.doneCoderIds ?? []).filter((one) => one !== coderId);
    const doneCoderIds = done ? [...others, coderId] : others;
    const kind = done ? 'double-coding.done' : 'double-coding.undone';
    return change(
      study,
      kind,
      `${sample.name}, ${name}`,
      [update('doubleCodings', id, { doneCoderIds })],
      id,
    );
  }),

  remove: api.doubleCodings.remove.handler(async ({ context: { study }, input: { id } }) => {
    const { name } = rowOf(study, 'doubleCodings', id);
    const settled = rowsWhere(study.state, 'resolutions', { doubleCodingId: id });
    const drafts = [...settled.map((row) => remove('resolutions', row.id)), remove('doubleCodings', id)];
    return change(study, 'double-coding.remove', name, drafts, id);
  }),

  agreement: api.doubleCodings.agreement.handler(async ({ context, input }) => {
    const { seed, replicates, ...asked } = input;
    const comparison = await beginComparison(context, given(asked), { seed, replicates });
    await Promise.race([comparison.ended, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
    const { compared, job, of } = comparison;
    if (!compared) return { found: null, jobId: job.id, progress: job.progress };
    const { unit, coderIds, sourceIds } = of.question;
    return {
      found: {
        unit,
        coderIds: [...coderIds],
        sourceIds: [...sourceIds],
        silent: [...of.silent],
        replicates,
        codes: compared.codes.map(({ code, ...agreement }) => ({ ...shown(agreement), codeId: code })),
        overall: shown(compared.overall),
      },
      jobId: null,
      progress: 1,
    };
  }),

  disagreements: api.doubleCodings.disagreements.handler(async ({ context, input }) => {
    const { coderIds, found } = await disagreements(context, given(input));
    return {
      coderIds: [...coderIds],
      total: found.length,
      settled: found.filter(({ resolution }) => resolution !== null).length,
      disagreements: found.slice(0, LISTED).map(({ code, coded, ...at }) => ({
        ...at,
        codeId: code,
        coded: coded.map((spans) => spans && [...spans]),
      })),
    };
  }),

  resolve: api.doubleCodings.resolve.handler(async ({ context, input }) => {
    const { study } = context;
    const { id, items, decision, reason, by, carry } = input;
    const sample = openSample(study, id);
    const veil = await veilOf(context);
    const at = new Date().toISOString();
    const rows: Resolution[] = [];
    for (const { sourceId, version, from, to, codeId, spans } of items) {
      const { source, text } = await currentText(study, sourceId);
      if (veil?.sourceIds.has(sourceId)) throw new BagomError('source.blind', { name: source.title });
      checkVersion(source, version);
      rowOf(study, 'codes', codeId);
      for (const span of [{ from, to }, ...(spans ?? [])])
        if (!isInside(span, text.length))
          throw new BagomError('span.outside-text', { ...span, length: text.length });
      const kept = decision === 'keep' ? spans : null;
      rows.push({
        id: newId(),
        doubleCodingId: id,
        sourceId,
        version,
        from,
        to,
        codeId,
        decision,
        reason,
        by,
        at,
        spans: kept,
      });
    }
    const carried = carry
      ? await carryOut(
          study,
          rows.flatMap((row) => keptSpans(row).map((span) => ({ ...where(row), ...span }))),
          rows.map(where),
        )
      : { drafts: [] };
    const names = [...new Set(rows.map(({ codeId }) => rowOf(study, 'codes', codeId).name))];
    return change(
      study,
      'resolution.save',
      short(`${sample.name}: ${names.join(', ')}`),
      [...rows.map((row) => insert('resolutions', row)), ...carried.drafts],
      rows[0]!.id,
    );
  }),

  consensus: api.doubleCodings.consensus.handler(async ({ context, input: { id } }) => {
    const { study } = context;
    const sample = openSample(study, id);
    const veil = await veilOf(context);
    const { wanted, inQuestion } = await agreedInSample(study, sample, veil?.sourceIds);
    const { drafts, added, removed } = await carryOut(study, wanted, inQuestion);
    if (drafts.length === 0) return { operation: null, added, removed };
    const operation = await study.commit('consensus.save', sample.name, drafts);
    return { operation: brief(operation), added, removed };
  }),
};

const where = ({ sourceId, version, codeId, from, to }: Resolution) => ({
  sourceId,
  version,
  codeId,
  from,
  to,
});

/** Lists of an answer as the contract has them: its own to change. */
const shown = <A extends { prevalenceOf: readonly (number | null)[] }>(agreement: A) => ({
  ...agreement,
  prevalenceOf: [...agreement.prevalenceOf],
});

function checkCoder(study: StudyFile, id: string): void {
  const { name } = rowOf(study, 'coders', id);
  if (id === CONSENSUS_CODER) throw new BagomError('double-coding.consensus-coder', { name });
}
