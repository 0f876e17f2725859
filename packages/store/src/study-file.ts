import {
  applyChanges,
  BagomError,
  type Change,
  type Draft,
  type Operation,
  type StudyState,
} from '@bagom/core';
import type { Kysely } from 'kysely';
import { missingBlobs, readBlob, TextCache, writeBlobs, type Blob } from './blobs.js';
import { inStudyWords } from './database-errors.js';
import {
  lastOn,
  lockHead,
  nextOperation,
  nextToRedo,
  nextToUndo,
  operationsAfter,
  readHead,
  readOperation,
  readOperations,
  senseOf,
  writeOperation,
  type Head,
  type OperationName,
  type Planned,
} from './history.js';
import type { Dialect } from './migrations/make-tables.js';
import type { Originals } from './media.js';
import type { Mode, Place } from './place.js';
import type { Problem } from './problem.js';
import { inSnapshot, readState } from './read-rows.js';
import { mergeUndoneWith, wholeMerge } from './merge/whole-merge.js';
import { resolveAgain, resolveBack, resolveDrafts } from './resolve.js';
import { BLOB_COLUMNS, ORIGINAL_COLUMNS, type Database } from './schema.js';
import { Turns } from './turns.js';
import { verify } from './verify.js';
import { writeRows } from './write-rows.js';

/** Characters of texts kept in memory. */
const CACHED_CHARACTERS = 16_000_000;

/** What a merge comes to: their operations with the changes they make here, and the changes that end it. */
export interface Merged {
  readonly operations: readonly { readonly operation: Operation; readonly changes: readonly Change[] }[];
  readonly ending: readonly Change[];
  readonly subject: string;
  readonly blobs: readonly Blob[];
  /** The last operation that all this was planned on. */
  readonly head: string;
}

/** An open study: its rows in memory, its history, its blobs. One program writes a study at a time. */
export class StudyFile {
  readonly mode: Mode;
  /** Who does what is committed from now on. */
  actor: string;
  readonly #place: Place;
  readonly #turns = new Turns();
  readonly #texts = new TextCache(CACHED_CHARACTERS);
  #state: StudyState;
  #head: Head;
  #closed = false;

  private constructor(place: Place, mode: Mode, actor: string, state: StudyState, head: Head) {
    this.#place = place;
    this.mode = mode;
    this.actor = actor;
    this.#state = state;
    this.#head = head;
  }

  /** Reads a study that is there, at one moment of it. */
  static load(place: Place, mode: Mode, actor: string): Promise<StudyFile> {
    return inSnapshot(place.database, async (snapshot) => {
      const head = await readHead(snapshot);
      return new StudyFile(place, mode, actor, await readState(snapshot), head);
    });
  }

  /** Where it is, as it may be shown. */
  get location(): string {
    return this.#place.location;
  }

  get dialect(): Dialect {
    return this.#place.dialect;
  }

  /** Every row, kept in step with each commit. The rows are frozen: they change by operations only. */
  get state(): StudyState {
    return this.#state;
  }

  /** Does all of it, as one operation, or nothing. It is on the disk when this returns. */
  async commit(
    kind: string,
    subject: string,
    drafts: readonly Draft[],
    blobs: readonly Blob[] = [],
  ): Promise<Operation> {
    const [operation] = await this.#write(async (transaction, head) => {
      const changes = resolveDrafts(this.#state, drafts);
      await writeBlobs(transaction, blobs);
      await refuseDangling(transaction, drafts);
      return [nextOperation(head, this.actor, { kind, subject, root: null, sense: 1, changes })];
    });
    if (operation === undefined) throw new Error('commit: nothing was planned');
    return operation;
  }

  /** The hash of the last operation: what was planned on it holds as long as it is the last. */
  get head(): string {
    return this.#head.hash;
  }

  /**
   * Takes in what was done in another copy of this study, each operation with the changes it comes to here, and one of our own
   * that ends the merge: all of it, or nothing. False, and nothing, when the study has moved on from where it was planned.
   */
  async takeIn({ operations, ending, subject, blobs, head: plannedOn }: Merged): Promise<boolean> {
    const written = await this.#write(async (transaction, head) => {
      if (head.hash !== plannedOn) return [];
      await writeBlobs(transaction, blobs);
      const made: Operation[] = [];
      for (const { operation, changes } of operations) {
        const planned = { ...operation, changes: [...changes] };
        made.push(nextOperation(made.at(-1) ?? head, operation.actor, planned, operation));
      }
      const last: Planned = { kind: 'study.merge', subject, root: null, sense: 1, changes: [...ending] };
      return [...made, nextOperation(made.at(-1) ?? head, this.actor, last)];
    });
    return written.length > 0;
  }

  /** Takes back the last operation that still stands, or the one named; null when there is none. */
  undo(root?: string): Promise<Operation | null> {
    return this.#again(root, -1);
  }

  /** Does again what was taken back last, or the one named; null when there is none. */
  redo(root?: string): Promise<Operation | null> {
    return this.#again(root, 1);
  }

  undoable(): Promise<OperationName | null> {
    return this.#read(nextToUndo);
  }

  redoable(): Promise<OperationName | null> {
    return this.#read(async (database) => {
      const next = await nextToRedo(database);
      return next && ((await mergeUndoneWith(database, next.root)) ?? next);
    });
  }

  /** Operations, newest first; `before` a number, so that one can read on. */
  operations(options: { limit?: number; before?: number } = {}): Promise<Operation[]> {
    return this.#read((database) => readOperations(database, options));
  }

  /** Every operation, oldest first, a few in memory at a time. */
  history(): AsyncIterable<Operation> {
    return operationsAfter(this.#place.database, 0);
  }

  /** The number of the last operation. */
  get seq(): number {
    return this.#head.seq;
  }

  async operationCount(): Promise<number> {
    return this.#head.seq;
  }

  /** For a reader beside a writer: takes in what was committed since. True when there was something. */
  refresh(): Promise<boolean> {
    return this.#turns.run(() =>
      this.#read((database) =>
        inSnapshot(database, async (snapshot) => {
          const head = await readHead(snapshot);
          if (head.hash === this.#head.hash) return false;
          await this.#catchUp(snapshot);
          return true;
        }),
      ),
    );
  }

  blob(hash: string): Promise<Uint8Array> {
    return this.#read((database) => readBlob(database, hash));
  }

  /** A blob that is UTF-8 text. */
  async text(hash: string): Promise<string> {
    const cached = this.#texts.get(hash);
    if (cached !== undefined) return cached;
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await this.blob(hash));
    this.#texts.set(hash, text);
    return text;
  }

  /** Keeps an imported file, byte for byte, and names it by its hash. */
  async keepOriginal(bytes: Uint8Array): Promise<string> {
    if (this.mode === 'read') throw new BagomError('study.read-only', { location: this.location });
    return this.#read(() => this.#place.originals.keep(bytes));
  }

  /** Imported files that the study names and that are not here, by hash, each with its name. */
  async missingOriginals(): Promise<Map<string, string>> {
    const missing = new Map<string, string>();
    for (const { table, column } of ORIGINAL_COLUMNS)
      for (const row of this.#state[table].values()) {
        const values = row as unknown as Record<string, unknown>;
        const hash = values[column];
        if (typeof hash !== 'string' || hash === '' || missing.has(hash)) continue;
        if (await this.hasOriginal(hash)) continue;
        const name = column === 'questionnaire' ? values['questionnaireFile'] : values['fileName'];
        missing.set(hash, typeof name === 'string' ? name : '');
      }
    return missing;
  }

  hasOriginal(hash: string): Promise<boolean> {
    return this.#read(() => this.#place.originals.has(hash));
  }

  original(hash: string): Promise<Uint8Array> {
    return this.#read(() => this.#place.originals.read(hash));
  }

  /** The kept files, for what is too large to be read whole; who writes there writes no row. */
  get originals(): Originals {
    return this.#place.originals;
  }

  /** A source's text: the version that is shown, or the one named. */
  async sourceText(sourceId: string, version?: number): Promise<string> {
    const source = this.#state.sources.get(sourceId);
    if (source === undefined) throw new BagomError('row.missing', { table: 'sources', id: sourceId });
    const number = version ?? source.version;
    for (const row of this.#state.sourceVersions.values()) {
      if (row.sourceId === sourceId && row.number === number) return this.text(row.text);
    }
    throw new BagomError('row.missing', { table: 'sourceVersions', id: `${sourceId} ${number}` });
  }

  /** The texts that are shown, by source; of all sources when none are named. */
  async texts(sourceIds: Iterable<string> = this.#state.sources.keys()): Promise<Map<string, string>> {
    const texts = new Map<string, string>();
    for (const id of sourceIds) texts.set(id, await this.sourceText(id));
    return texts;
  }

  /** Writes the database as it stands into a new SQLite file, without the kept files of these names. */
  writeTo(path: string, without: ReadonlySet<string>): Promise<void> {
    return this.#turns.run(() => this.#read(() => this.#place.writeTo(path, without)));
  }

  /** Checks everything that can be checked: history, rows, blobs, files, spans. */
  verify(): Promise<Problem[]> {
    return this.#turns.run(() => this.#read(() => verify(this.#place)));
  }

  /** Waits for what is under way, then lets go of the study. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#turns.run(() => this.#place.close());
  }

  async #read<T>(work: (database: Kysely<Database>) => Promise<T>): Promise<T> {
    try {
      return await work(this.#place.database);
    } catch (error) {
      throw inStudyWords(error, this.location);
    }
  }

  async #again(named: string | undefined, sense: 1 | -1): Promise<Operation | null> {
    const written = await this.#write(async (transaction, head) => {
      const id = named ?? (await next(transaction, sense));
      if (id === undefined) return [];
      const original = await readOperation(transaction, id);
      if (original === null || original.root !== id)
        throw new BagomError('row.missing', { table: 'operations', id });
      if (original.seq === 1 || (await senseOf(transaction, id)) === sense) return [];
      const merged = await wholeMerge(transaction, original, sense);
      // A merge is many operations: each is taken back by one of its own, all of them together or none.
      if (merged) {
        const changes = await this.#saying(transaction, () => resolveBack(this.#state, merged));
        const made: Operation[] = [];
        for (const [i, { kind, subject, root, sense: way }] of merged.entries()) {
          const planned = { kind, subject, root, sense: way === 1 ? -1 : 1, changes: changes[i]! } as const;
          made.push(nextOperation(made.at(-1) ?? head, this.actor, planned));
        }
        return made;
      }
      const changes = await this.#saying(transaction, () => resolveAgain(this.#state, original, sense));
      const { kind, subject } = original;
      return [nextOperation(head, this.actor, { kind, subject, root: id, sense, changes })];
    });
    return written.find(({ kind }) => kind === 'study.merge') ?? written[0] ?? null;
  }

  /** Where a row is no longer what an operation left: what was done to it since, so that a person knows what rests on it. */
  async #saying<T>(database: Kysely<Database>, work: () => T): Promise<T> {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof BagomError) || error.code !== 'history.changed-since') throw error;
      const later = await lastOn(database, String(error.data['table']), String(error.data['id']));
      const { kind = '', subject = '', actor = '', at = '', seq = 0 } = later ?? {};
      throw new BagomError(error.code, {
        ...error.data,
        laterKind: kind,
        later: subject,
        by: actor,
        at,
        seq,
      });
    }
  }

  /** One transaction: the operations that `plan` finds, and their rows. The state follows only once it is committed. */
  #write(
    plan: (transaction: Kysely<Database>, head: Head) => Promise<readonly Operation[]>,
  ): Promise<readonly Operation[]> {
    return this.#turns.run(async () => {
      if (this.mode === 'read' || this.#closed)
        throw new BagomError('study.read-only', { location: this.location });
      try {
        await this.#place.lock();
        const operations = await this.#place.database.transaction().execute(async (transaction) => {
          const head = await lockHead(transaction, this.dialect);
          // Only after a lost connection: a commit that came through without an answer, or another writer meanwhile.
          if (head.hash !== this.#head.hash) await this.#catchUp(transaction);
          const planned = await plan(transaction, head);
          for (const operation of planned) {
            await writeRows(transaction, operation.changes);
            await writeOperation(transaction, operation);
          }
          return planned;
        });
        for (const operation of operations) this.#follow(operation);
        return operations;
      } catch (error) {
        throw inStudyWords(error, this.location);
      }
    });
  }

  async #catchUp(database: Kysely<Database>): Promise<void> {
    for await (const operation of operationsAfter(database, this.#head.seq)) {
      if (operation.previous !== this.#head.hash) {
        throw new BagomError('history.chain-broken', { seq: operation.seq });
      }
      this.#follow(operation);
    }
  }

  #follow(operation: Operation): void {
    applyChanges(this.#state, operation.changes);
    this.#head = { seq: operation.seq, hash: operation.hash };
  }
}

/** A row may name only blobs that are there. */
async function refuseDangling(database: Kysely<Database>, drafts: readonly Draft[]): Promise<void> {
  const named = new Set<string>();
  for (const draft of drafts) {
    if (draft.do === 'remove') continue;
    const values: object = draft.do === 'insert' ? draft.row : draft.set;
    for (const { table, column } of BLOB_COLUMNS) {
      const hash = table === draft.table ? (values as Record<string, unknown>)[column] : undefined;
      if (typeof hash === 'string' && hash !== '') named.add(hash);
    }
  }
  const [hash] = named.size === 0 ? [] : await missingBlobs(database, named);
  if (hash !== undefined) throw new BagomError('blob.missing', { hash });
}

/** What comes next to take back or to do again; a merge that was taken back as a whole is done again as one. */
async function next(database: Kysely<Database>, sense: 1 | -1): Promise<string | undefined> {
  if (sense === -1) return (await nextToUndo(database))?.root;
  const found = await nextToRedo(database);
  return found ? ((await mergeUndoneWith(database, found.root))?.id ?? found.root) : undefined;
}
