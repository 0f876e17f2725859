import {
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';
import type { SqliteDatabase } from './node-sqlite.js';
import { Turns } from './turns.js';

type Statement = ReturnType<SqliteDatabase['prepare']>;

/** Statements are prepared once; bulk inserts come in few lengths, so a small number is enough. */
const MOST_STATEMENTS = 200;

class Connection implements DatabaseConnection {
  readonly database: SqliteDatabase;
  readonly #statements = new Map<string, Statement>();

  constructor(database: SqliteDatabase) {
    this.database = database;
  }

  #prepare(sql: string): Statement {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      if (this.#statements.size >= MOST_STATEMENTS) this.#statements.clear();
      statement = this.database.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  async executeQuery<R>({ query, sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const statement = this.#prepare(sql);
    const changes =
      query.kind === 'InsertQueryNode' ||
      query.kind === 'UpdateQueryNode' ||
      query.kind === 'DeleteQueryNode';
    if (!changes || query.returning) return { rows: statement.all(...parameters) as R[] };
    return { rows: [], numAffectedRows: BigInt(statement.run(...parameters).changes) };
  }

  // eslint-disable-next-line require-yield
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('sqlite: rows are not streamed');
  }
}

/** One connection; a transaction has it alone. */
class SqliteDriver implements Driver {
  readonly #connection: Connection;
  readonly #turns = new Turns();
  #done = (): void => {};

  constructor(database: SqliteDatabase) {
    this.#connection = new Connection(database);
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    this.#done = await this.#turns.take();
    return this.#connection;
  }

  async beginTransaction(_: DatabaseConnection, { accessMode }: TransactionSettings): Promise<void> {
    // A transaction that will write asks for it at once: later it could only fail.
    this.#connection.database.exec(accessMode === 'read only' ? 'begin' : 'begin immediate');
  }

  async commitTransaction(): Promise<void> {
    this.#connection.database.exec('commit');
  }

  async rollbackTransaction(): Promise<void> {
    if (this.#connection.database.isTransaction) this.#connection.database.exec('rollback');
  }

  async releaseConnection(): Promise<void> {
    this.#done();
  }

  async destroy(): Promise<void> {
    if (this.#connection.database.isOpen) this.#connection.database.close();
  }
}

/** Kysely over Node's SQLite API. */
export function sqliteDialect(database: SqliteDatabase): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new SqliteDriver(database),
    createIntrospector: (kysely) => new SqliteIntrospector(kysely),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}
