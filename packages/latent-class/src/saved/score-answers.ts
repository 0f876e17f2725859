import { LatentClassError } from '../error.js';
import { score, type Scores } from '../posterior.js';
import type { ModelFile, SurveyValue } from './model-file.js';

/** An answer that is none of an indicator's categories. */
export interface UnknownValue {
  readonly name: string;
  readonly value: SurveyValue;
  /** How many rows have it, and the first of them (from 0). */
  readonly rows: number;
  readonly firstRow: number;
}

export interface AnswerScores extends Scores {
  /** Values that no category has, taken as missing. */
  readonly unknown: readonly UnknownValue[];
  /** Indicators of the model that were not given at all, and were taken as missing for everybody. */
  readonly absent: readonly string[];
}

export interface AnswerOptions {
  /** What becomes of a value that no category has: the whole table is refused (default), or the answer is `missing`. */
  readonly unknown?: 'refuse' | 'missing';
  /** What becomes of an indicator without a column: `refuse` (default), or `missing` for everybody. */
  readonly absent?: 'refuse' | 'missing';
  /** Values that mean missing, beside null, undefined, NaN and the empty text. */
  readonly missing?: readonly SurveyValue[];
}

/**
 * Classifies new people from their answers as the survey writes them: a column for each indicator, by name, in any
 * order; columns that the model does not have are left alone. Numbers and texts that read alike are the same, so that
 * "2" from a CSV file is the 2 of the model.
 */
export function scoreAnswers(
  { model, values }: ModelFile,
  columns: Readonly<Record<string, ArrayLike<SurveyValue | null | undefined>>>,
  options: AnswerOptions = {},
): AnswerScores {
  const gone = new Set(['', 'NaN', ...(options.missing ?? []).map(String)]);
  const absent = model.names.filter((name) => !Object.hasOwn(columns, name));
  if (absent.length === model.names.length || (absent.length > 0 && options.absent !== 'missing')) {
    throw new LatentClassError(
      'model-mismatch',
      `there is no column "${absent[0]!}"${absent.length > 1 ? ` and ${absent.length - 1} more` : ''}; give one for each indicator of the model, or take those that lack as missing`,
      { name: absent[0]!, absent: absent.length },
    );
  }
  const rows = columns[model.names.find((name) => !absent.includes(name))!]!.length;
  const unknown = new Map<string, UnknownValue>();
  const codes = model.names.map((name, item) => {
    const column = absent.includes(name) ? undefined : columns[name]!;
    if (column !== undefined && column.length !== rows) {
      throw new LatentClassError(
        'uneven-columns',
        `"${name}" has ${column.length} rows but others have ${rows}; give every column one value a row`,
        { name, rows: column.length, expected: rows },
      );
    }
    const own = values?.[item] ?? Array.from({ length: model.categories[item]! }, (_, c) => c + 1);
    const codeOf = new Map(own.map((value, c) => [String(value), c + 1]));
    return Uint8Array.from({ length: rows }, (_, row) => {
      const value = column?.[row] ?? '';
      const written = String(value).trim();
      const code = codeOf.get(written);
      if (code !== undefined) return code;
      if (gone.has(written)) return 0;
      if (options.unknown !== 'missing') {
        throw new LatentClassError(
          'bad-code',
          `"${name}" has the value ${written} in row ${row + 1}, which is none of ${own.join(', ')}; correct it, or take such values as missing`,
          { name, row, value, highest: own.length },
        );
      }
      const key = `${item} ${written}`;
      const known = unknown.get(key);
      unknown.set(key, { name, value, rows: (known?.rows ?? 0) + 1, firstRow: known?.firstRow ?? row });
      return 0;
    });
  });
  return { ...score(model, codes), unknown: [...unknown.values()], absent };
}
