import {
  assess,
  BagomError,
  insert,
  quantifiersOf,
  remove,
  rowsWhere,
  type Claim,
  type StudyState,
} from '@bagom/core';
import { newId, type StudyFile } from '@bagom/store';
import { passageOf, readPassages } from '../passages.js';
import { keptMemos } from '../kept-memos.js';
import { seenFile, seenStudy } from '../seen-study.js';
import { api, change, given, put, rowOf, short } from './api.js';

export const claims = {
  read: api.claims.read.handler(async ({ context }) => {
    const { study } = context;
    const state = await seenStudy(context);
    const rows = [...state.claims.values()].sort((a, b) => a.number - b.number);
    return {
      claims: await Promise.all(
        rows.map(async (claim) => ({
          ...claim,
          assessment: assess(state, claim),
          evidence: await evidenceOf(study, state, claim),
          references: rowsWhere(state, 'claimReferences', { claimId: claim.id }),
        })),
      ),
      references: [...state.references.values()].sort((a, b) => (a.authors < b.authors ? -1 : 1)),
      quantifiers: [...quantifiersOf(state)],
    };
  }),

  save: api.claims.save.handler(async ({ context: { study }, input }) => {
    const known = input.id ? rowOf(study, 'claims', input.id) : undefined;
    for (const id of input.codes) rowOf(study, 'codes', id);
    const numbers = [...study.state.claims.values()].map(({ number }) => number);
    const row: Claim = {
      ...input,
      id: known?.id ?? newId(),
      number: input.number ?? known?.number ?? Math.max(0, ...numbers) + 1,
      group: given(input.group),
    };
    return change(study, 'claim.save', short(row.statement), [put(study, 'claims', row)], row.id);
  }),

  remove: api.claims.remove.handler(async ({ context: { study }, input: { id } }) => {
    const { statement } = rowOf(study, 'claims', id);
    const drafts = [
      ...rowsWhere(study.state, 'evidence', { claimId: id }).map((row) => remove('evidence', row.id)),
      ...rowsWhere(study.state, 'claimReferences', { claimId: id }).map((row) =>
        remove('claimReferences', row.id),
      ),
      ...keptMemos(study.state, 'claim', [id]),
      remove('claims', id),
    ];
    return change(study, 'claim.remove', short(statement), drafts, id);
  }),

  addEvidence: api.claims.addEvidence.handler(async ({ context, input }) => {
    const { study } = context;
    const { statement } = rowOf(study, 'claims', input.claimId);
    rowOf(await seenFile(context), 'codings', input.codingId);
    const known = rowsWhere(study.state, 'evidence', { claimId: input.claimId, codingId: input.codingId })[0];
    // The same passage again: a change of mind about what it says, not a second piece of evidence.
    const row = { ...input, id: known?.id ?? newId() };
    return change(study, 'evidence.tie', short(statement), [put(study, 'evidence', row)], row.id);
  }),

  removeEvidence: api.claims.removeEvidence.handler(async ({ context, input: { id } }) => {
    const { study } = context;
    const { claimId } = rowOf(await seenFile(context), 'evidence', id);
    const { statement } = rowOf(study, 'claims', claimId);
    return change(study, 'evidence.untie', short(statement), [remove('evidence', id)], id);
  }),

  saveReference: api.claims.saveReference.handler(async ({ context: { study }, input }) => {
    if (input.id) rowOf(study, 'references', input.id);
    const row = { ...input, id: input.id ?? newId() };
    return change(
      study,
      'reference.save',
      short(`${row.authors} ${row.year}`),
      [put(study, 'references', row)],
      row.id,
    );
  }),

  readAgainst: api.claims.readAgainst.handler(async ({ context: { study }, input }) => {
    const { statement } = rowOf(study, 'claims', input.claimId);
    rowOf(study, 'references', input.referenceId);
    const known = rowsWhere(study.state, 'claimReferences', {
      claimId: input.claimId,
      referenceId: input.referenceId,
    })[0];
    if (known?.relation === input.relation)
      throw new BagomError('row.exists', { table: 'claimReferences', id: known.id });
    const row = { ...input, id: known?.id ?? newId() };
    const draft = known ? put(study, 'claimReferences', row) : insert('claimReferences', row);
    return change(study, 'reference.tie', short(statement), [draft], row.id);
  }),

  untieReference: api.claims.untieReference.handler(async ({ context: { study }, input: { id } }) => {
    const { claimId } = rowOf(study, 'claimReferences', id);
    const { statement } = rowOf(study, 'claims', claimId);
    return change(study, 'reference.untie', short(statement), [remove('claimReferences', id)], id);
  }),

  removeReference: api.claims.removeReference.handler(async ({ context: { study }, input: { id } }) => {
    const { authors, year } = rowOf(study, 'references', id);
    const ties = rowsWhere(study.state, 'claimReferences', { referenceId: id }).length;
    if (ties > 0) throw new BagomError('reference.in-use', { claims: ties });
    return change(study, 'reference.remove', short(`${authors} ${year}`), [remove('references', id)], id);
  }),
};

async function evidenceOf(study: StudyFile, state: StudyState, claim: Claim) {
  const read = [];
  for (const row of rowsWhere(state, 'evidence', { claimId: claim.id })) {
    const coding = state.codings.get(row.codingId);
    const passage = coding ? (await readPassages(study, [passageOf(state, coding)]))[0] : undefined;
    read.push({ ...row, passage: passage ?? null });
  }
  return read;
}
