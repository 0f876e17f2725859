import { BagomError, readTurns } from '@bagom/core';
import {
  decodeLoosely,
  delimiterOf,
  formOfBytes,
  isQuestionnaireText,
  isTranscriptForm,
  isZip,
  surveyFileKind,
} from '@bagom/formats';
import type { ImportKind } from './import-summary.js';

const ATTRIBUTION = /\(\s?\p{Lu}[\p{L} -]{0,40},?\s\d{1,3}\s(?:år|years?(?:\sold)?)\s?\)/u;

/** Characters of a text that are looked at for speakers: whoever speaks in a transcript has spoken by then. */
const BEGINNING = 500_000;

/** What a file is, told from its content; its name only decides where the content leaves it open. */
export function kindOfFile(bytes: Uint8Array, fileName: string): ImportKind {
  if (isZip(bytes) && /\.xls[xm]$/i.test(fileName))
    throw new BagomError('survey.unsupported', { file: fileName, kind: 'xlsx' });
  if (formOfBytes(bytes) !== null) return 'transcript';
  const survey = surveyFileKind(bytes);
  if (survey !== null && survey !== 'text') return 'survey';
  const { text } = decodeLoosely(bytes, fileName);
  if (isQuestionnaireText(text)) throw new BagomError('questionnaire.needs-survey', { file: fileName });
  if (isTranscriptForm(text)) return 'transcript';
  if (/\.(csv|tsv)$/i.test(fileName)) return 'survey';
  if (ATTRIBUTION.test(text)) return 'report';
  if (isTable(text)) return 'survey';
  const { speakers } = readTurns(text.slice(0, BEGINNING).replace(/^(\*\*|__)(.{1,60}?)\1/gm, '$2'));
  if (speakers.length > 0) return 'transcript';
  throw new BagomError('file.unknown-kind', { file: fileName });
}

/** Whether the first lines are a table: the same number of delimiters on each of them. */
function isTable(text: string): boolean {
  const delimiter = delimiterOf(text);
  const lines = text
    .slice(0, 100_000)
    .split(/\r\n?|\n/)
    .slice(0, 20)
    .filter((line) => line.trim() !== '');
  const counts = new Set(lines.map((line) => line.replace(/"[^"]*"/g, '').split(delimiter).length));
  return lines.length > 1 && counts.size === 1 && !counts.has(1);
}
