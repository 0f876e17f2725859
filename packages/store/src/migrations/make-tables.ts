import { sql, type Kysely } from 'kysely';

/** A table in one line: `id text, waveId text > waves, year integer?`; `?` may be null, `>` points into. */
export type TableSpecs = Readonly<Record<string, string>>;
export type Dialect = 'sqlite' | 'postgres';

interface ColumnSpec {
  name: string;
  type: string;
  nullable: boolean;
  to: string | undefined;
}

function columnSpecs(table: string, line: string): ColumnSpec[] {
  return line.split(', ').map((words) => {
    const match = /^(\w+) (text|integer|real)(\?)?(?: > (\w+))?$/.exec(words);
    if (!match) throw new Error(`migration: cannot read "${words}" of ${table}`);
    return { name: match[1] ?? '', type: match[2] ?? '', nullable: match[3] === '?', to: match[4] };
  });
}

const SQL_TYPES = {
  sqlite: { text: sql`text`, integer: sql`integer`, real: sql`real` },
  postgres: { text: sql`text`, integer: sql`bigint`, real: sql`double precision` },
} as const;

/**
 * Makes tables of the study. Pointers are checked at the end of a transaction, so that the order of the changes within one
 * operation is nobody's concern.
 */
export async function makeTables(
  database: Kysely<never>,
  dialect: Dialect,
  specs: TableSpecs,
): Promise<void> {
  for (const [table, line] of Object.entries(specs)) {
    let create = database.schema
      .createTable(table)
      .addColumn('ordinal', SQL_TYPES[dialect].integer, (column) =>
        dialect === 'sqlite' ? column.primaryKey() : column.primaryKey().generatedByDefaultAsIdentity(),
      );
    const columns = columnSpecs(table, line);
    for (const { name, type, nullable } of columns) {
      create = create.addColumn(name, SQL_TYPES[dialect][type as 'text'], (column) =>
        nullable ? column : name === 'id' ? column.notNull().unique() : column.notNull(),
      );
    }
    for (const { name, to } of columns) {
      if (to === undefined) continue;
      create = create.addForeignKeyConstraint(`${table}_${name}_to`, [name as never], to, ['id'], (key) =>
        key.deferrable().initiallyDeferred(),
      );
    }
    await (dialect === 'sqlite' ? create.modifyEnd(sql`strict`) : create).execute();
    for (const { name, to } of columns) {
      if (to !== undefined)
        await database.schema.createIndex(`${table}_${name}`).on(table).column(name).execute();
    }
  }
}

/** Adds columns to tables that studies have already. Rows that are there hold null in them. */
export async function addColumns(
  database: Kysely<never>,
  dialect: Dialect,
  specs: TableSpecs,
): Promise<void> {
  for (const [table, line] of Object.entries(specs)) {
    for (const { name, type, nullable, to } of columnSpecs(table, line)) {
      if (!nullable || to !== undefined)
        throw new Error(`migration: ${table}.${name} must be nullable and point nowhere`);
      await database.schema
        .alterTable(table)
        .addColumn(name, SQL_TYPES[dialect][type as 'text'])
        .execute();
    }
  }
}
