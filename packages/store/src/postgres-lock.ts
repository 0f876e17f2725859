import { BagomError } from '@bagom/core';
import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import type { PgClient, PgPool } from './pg-pool.js';

/** The first half of the advisory lock's key: "Bago". The second is the schema. */
const BAGOM = 0x4261676f;

const keyOf = (schema: string): number => createHash('sha256').update(schema).digest().readUInt32BE(0) >>> 1;

/** The right to write a schema's study: an advisory lock of a session of its own, which ends with the session. */
export class PostgresLock {
  readonly #pool: PgPool;
  readonly #schema: string;
  readonly #location: string;
  #client: PgClient | undefined;

  constructor(pool: PgPool, schema: string, location: string) {
    this.#pool = pool;
    this.#schema = schema;
    this.#location = location;
  }

  /** Takes the lock, again if its session was cut off. */
  async take(): Promise<void> {
    if (this.#client !== undefined) return;
    const client = await this.#pool.connect();
    const lost = (): void => {
      if (this.#client === client) this.release();
    };
    client.on?.('error', lost);
    client.on?.('end', lost);
    try {
      const key = keyOf(this.#schema);
      const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1, $2) as got', [
        BAGOM,
        key,
      ]);
      if (rows[0]?.got !== true) throw await this.#locked(client, key);
      // An application name has 63 signs: who and since when come first.
      const name = `bagom ${process.pid} ${new Date().toISOString()} ${hostname()}`.slice(0, 63);
      await client.query('select set_config($1, $2, false)', ['application_name', name]);
    } catch (error) {
      client.release(true);
      throw error;
    }
    this.#client = client;
  }

  async #locked(client: PgClient, key: number): Promise<BagomError> {
    const { rows } = await client.query<{ name: string | null }>(
      `select a.application_name as name from pg_locks l join pg_stat_activity a on a.pid = l.pid
       where l.locktype = 'advisory' and l.granted and l.classid::bigint = $1 and l.objid::bigint = $2
       and l.database = (select oid from pg_database where datname = current_database())`,
      [BAGOM, key],
    );
    const [, pid, since, host] = rows[0]?.name?.split(' ') ?? [];
    return new BagomError('study.locked', {
      location: this.#location,
      pid: pid === undefined ? null : Number(pid),
      host: host ?? null,
      since: since ?? null,
    });
  }

  release(): void {
    const client = this.#client;
    this.#client = undefined;
    client?.release(true);
  }
}
