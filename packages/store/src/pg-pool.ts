/** What of a `pg` client is used; PGlite is fitted to it in tests. */
export interface PgClient {
  query<R>(text: string, values?: readonly unknown[]): Promise<{ rows: R[] }>;
  release(destroy?: boolean): void;
  on?(event: 'error' | 'end', listener: () => void): unknown;
}

export interface PgPool {
  connect(): Promise<PgClient>;
  end(): Promise<void>;
}

/** A PostgreSQL to keep a study in, other than by its address. */
export interface PostgresConnection {
  pool: PgPool;
  schema: string | null;
  location: string;
}
