import { createHash } from 'node:crypto';
import type { Originals } from './media.js';
import {
  applyChanges,
  canonicalJson,
  emptyState,
  hashedPart,
  TABLE_NAMES,
  type Row,
  type StudyState,
  type TableName,
} from '@bagom/core';
import type { Kysely } from 'kysely';
import { sha256 } from './blobs.js';
import { BEGINNING, operationsAfter, readHead } from './history.js';
import type { Place } from './place.js';
import type { Problem, ProblemCode } from './problem.js';
import { inSnapshot, readState } from './read-rows.js';
import { completed } from './row.js';
import { BLOB_COLUMNS, ORIGINAL_COLUMNS, POINTERS, type Database } from './schema.js';
import { verifySpans } from './verify-spans.js';

const valueOf = (row: Row, column: string): unknown => (row as unknown as Record<string, unknown>)[column];

/** Checks everything that can be checked. An empty list: the study is whole. */
export async function verify(place: Place): Promise<Problem[]> {
  const problems: Problem[] = (await place.damage()).map((said) => ({
    code: 'file.damaged',
    data: { said },
  }));
  const { state, texts } = await inSnapshot(place.database, async (snapshot) => {
    const state = await readState(snapshot);
    problems.push(...(await verifyHistory(snapshot, state)), ...verifyPointers(state));
    return { state, texts: await verifyBlobs(snapshot, state, problems) };
  });
  problems.push(...verifySpans(state, texts), ...(await verifyOriginals(place, state)));
  return problems;
}

/** The chain is whole, and what it made, step by step, is what stands in the tables. */
async function verifyHistory(database: Kysely<Database>, state: StudyState): Promise<Problem[]> {
  const problems: Problem[] = [];
  const broken = (seq: number, why: string): void => {
    problems.push({ code: 'history.chain-broken', seq, data: { why } });
  };
  const replayed = emptyState();
  let head = BEGINNING;
  for await (const operation of operationsAfter(database, 0)) {
    const { seq, previous, hash, changes } = operation;
    if (seq !== head.seq + 1) broken(seq, 'number');
    if (previous !== head.hash) broken(seq, 'previous');
    if (sha256(hashedPart(operation)) !== hash) broken(seq, 'hash');
    applyChanges(replayed, changes);
    head = { seq, hash };
  }
  const noted = await readHead(database);
  if (noted.seq !== head.seq || noted.hash !== head.hash) broken(noted.seq, 'end');
  for (const table of TABLE_NAMES) problems.push(...differences(table, replayed, state));
  return problems;
}

/** Rows come in one order of columns, mostly: then the quick way tells. */
const same = (a: unknown, b: unknown): boolean =>
  JSON.stringify(a) === JSON.stringify(b) || canonicalJson(a) === canonicalJson(b);

/** Rows that are not what the history made of them. */
function differences(table: TableName, replayed: StudyState, state: StudyState): Problem[] {
  const problems: Problem[] = [];
  for (const [id, written] of replayed[table]) {
    const made = completed(table, written);
    const there = state[table].get(id);
    if (there === undefined) problems.push({ code: 'row.lost', table, id, data: {} });
    else if (!same(there, made)) {
      const columns = Object.keys(made).filter(
        (column) => !same(valueOf(there, column), valueOf(made, column)),
      );
      problems.push({ code: 'row.tampered', table, id, data: { columns } });
    }
  }
  for (const id of state[table].keys()) {
    if (!replayed[table].has(id)) problems.push({ code: 'row.unexplained', table, id, data: {} });
  }
  return problems;
}

function verifyPointers(state: StudyState): Problem[] {
  const problems: Problem[] = [];
  for (const { table, column, to, ids } of POINTERS) {
    for (const row of state[table].values()) {
      for (const id of ids(row)) {
        if (!state[to].has(id))
          problems.push({ code: 'row.dangling', table, id: row.id, data: { column, to, toId: id } });
      }
    }
  }
  return problems;
}

/** Every blob is what its hash says, and every blob that is named is there. Returns the texts of the sources. */
async function verifyBlobs(
  database: Kysely<Database>,
  state: StudyState,
  problems: Problem[],
): Promise<Map<string, string>> {
  const wanted = new Set([...state.sourceVersions.values()].map(({ text }) => text));
  const texts = new Map<string, string>();
  const there = new Set<string>();
  const hashes = await database.selectFrom('blobs').select('hash').orderBy('hash').execute();
  // A few at a time: the columns of a large survey need not be in memory together.
  for (let i = 0; i < hashes.length; i += 20) {
    const part = hashes.slice(i, i + 20).map(({ hash }) => hash);
    for (const { hash, bytes } of await database
      .selectFrom('blobs')
      .selectAll()
      .where('hash', 'in', part)
      .execute()) {
      there.add(hash);
      if (sha256(bytes) !== hash) problems.push({ code: 'blob.damaged', data: { hash } });
      if (wanted.has(hash)) texts.set(hash, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
    }
  }
  for (const { table, column } of BLOB_COLUMNS) {
    for (const row of state[table].values()) {
      const hash = valueOf(row, column);
      if (typeof hash === 'string' && hash !== '' && !there.has(hash)) {
        problems.push({ code: 'blob.missing', table, id: row.id, data: { hash } });
      }
    }
  }
  return texts;
}

/** Reads a kept file in pieces: a recording is larger than what should be in memory. */
async function originalProblem(originals: Originals, hash: string): Promise<ProblemCode | null> {
  try {
    const digest = createHash('sha256');
    const size = await originals.size(hash);
    if (size > 0) for await (const piece of originals.piece(hash, 0, size)) digest.update(piece);
    return digest.digest('hex') === hash ? null : 'original.damaged';
  } catch (error) {
    return (error as { code?: string }).code === 'blob.damaged' ? 'original.damaged' : 'original.missing';
  }
}

async function verifyOriginals({ originals }: Place, state: StudyState): Promise<Problem[]> {
  const problems: Problem[] = [];
  const known = new Map<string, ProblemCode | null>();
  for (const { table, column } of ORIGINAL_COLUMNS) {
    for (const row of state[table].values()) {
      const hash = valueOf(row, column);
      if (typeof hash !== 'string' || hash === '') continue;
      let code = known.get(hash);
      if (code === undefined) {
        code = await originalProblem(originals, hash);
        known.set(hash, code);
      }
      if (code !== null) problems.push({ code, table, id: row.id, data: { hash } });
    }
  }
  return problems;
}
