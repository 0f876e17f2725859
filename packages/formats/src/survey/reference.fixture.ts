import { existsSync, readFileSync } from 'node:fs';
import { readSurvey } from '../csv/read.js';
import { isUserMissing, type SurveyTable } from './table.js';

// Files that haven 2.5 and PSPP 1.6.2 wrote, and what they hold, lie beside the repository and are never copied into it.
const FOLDER = new URL('../../../../../shared/reference/survey/files/', import.meta.url);

export const referencePresent = existsSync(FOLDER);
export const referenceBytes = (name: string): Uint8Array => readFileSync(new URL(name, FOLDER));

const DAY = 86_400;
const LAST = 'et_meget_langt_variabelnavn_paa_mere_end_otte_tegn';

/** Days from 1970 in `dato`, seconds from 1970 in `tid`, everything else as R printed it, to 15 digits. */
const truth = (): SurveyTable => readSurvey(referenceBytes('truth.csv'), 'truth.csv');

/** Where a table differs from what the files were made of; the truth has nothing where an answer is user-missing. */
export function differencesFromTruth(
  table: SurveyTable,
  clock: (name: 'dato' | 'tid', value: number) => number,
): string[] {
  const wrong: string[] = [];
  for (const expected of truth().columns) {
    const column = table.columns.find(
      ({ name }) =>
        name === expected.name || (expected.name === LAST && name === 'langt_navn_til_stata_test'),
    );
    if (column?.kind !== expected.kind || column.values.length !== 300) {
      wrong.push(expected.name);
      continue;
    }
    for (const [row, value] of expected.values.entries()) {
      let found = column.values[row]!;
      if (typeof found === 'number' && typeof value === 'number') {
        if (expected.name === 'dato') found = clock('dato', found) / DAY;
        if (expected.name === 'tid') found = clock('tid', found);
        if (column.kind === 'number' && isUserMissing(column.missing, found)) found = NaN;
        // What is user-missing to SPSS was an ordinary answer in the Stata files.
        if (expected.name === 'tillid' && found >= 97) found = NaN;
        if (Object.is(found, value) || Math.abs(found - value) <= 1e-14 * Math.abs(value)) continue;
      } else if (typeof found === 'string' && found.trimEnd() === value) continue;
      // Blanks at the end, which SPSS has not and Stata has, are no difference: the reader of the truth drops them.
      wrong.push(`${expected.name} ${row + 1}: ${found} is not ${value}`);
    }
  }
  return wrong;
}
