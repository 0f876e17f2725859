import type { PackedNumbers } from './packed-numbers.js';
import type { PackedTexts } from './packed-texts.js';
import {
  numberColumn,
  stringColumn,
  type NumberColumn,
  type StringColumn,
  type SurveyColumn,
  type SurveyTable,
} from './table.js';

/** A survey whose answers stand in the smallest arrays that hold them: what is read from files of millions of rows. */
export interface PackedTable extends Omit<SurveyTable, 'columns'> {
  readonly columns: readonly PackedColumn[];
}

export type PackedColumn = PackedNumberColumn | PackedStringColumn;

/** A column without `values` was told of, but not kept: see `ReadOptions`. */
export interface PackedNumberColumn extends Omit<NumberColumn, 'values'> {
  readonly values: PackedNumbers | null;
}

export interface PackedStringColumn extends Omit<StringColumn, 'values'> {
  readonly values: PackedTexts | null;
}

/** A column of numbers about which no more is known than is given. */
export const packedNumbers = (
  name: string,
  values: PackedNumbers | null,
  more: Parameters<typeof numberColumn>[2] = {},
): PackedNumberColumn => ({ ...numberColumn(name, NONE, more), values });

/** A column of texts about which no more is known than is given. */
export const packedTexts = (
  name: string,
  values: PackedTexts | null,
  more: Parameters<typeof stringColumn>[2] = {},
): PackedStringColumn => ({ ...stringColumn(name, [], more), values });

const NONE = new Float64Array(0);

/** What of a file is wanted: all of it, unless something is said here. */
export interface ReadOptions {
  /** Whether the answers of the column with this name are kept. */
  readonly only?: (name: string) => boolean;
  /** Whether the answers of text columns are kept. */
  readonly texts?: boolean;
}

/** The same survey with plain arrays, without the columns that were not kept. */
export function unpacked(table: PackedTable): SurveyTable {
  const columns = table.columns.flatMap((column): SurveyColumn[] => {
    if (column.values === null) return [];
    return column.kind === 'number'
      ? [{ ...column, values: column.values.floats() }]
      : [{ ...column, values: column.values.strings() }];
  });
  return { ...table, columns };
}
