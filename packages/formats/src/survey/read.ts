import { BagomError } from '@bagom/core';
import { readSurvey } from '../csv/read.js';
import { readDta } from '../dta/read.js';
import { readSav } from '../sav/read.js';
import { surveyFileKind } from './sniff.js';
import type { SurveyTable } from './table.js';

/** Reads a survey of any kind known here: SPSS, Stata or delimited text. Its content tells which, not its name. */
export function readSurveyFile(bytes: Uint8Array, fileName: string): SurveyTable {
  const kind = surveyFileKind(bytes);
  if (kind === 'text') return readSurvey(bytes, fileName);
  if (kind !== 'sav' && kind !== 'dta')
    throw new BagomError('survey.unsupported', { file: fileName, kind: kind ?? 'binary' });
  const table = kind === 'sav' ? readSav(bytes, fileName) : readDta(bytes, fileName);
  if (table.rows === 0) throw new BagomError('survey.no-rows', { file: fileName });
  return table;
}
