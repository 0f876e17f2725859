export { readSurvey, type CsvTable, type FileChunks } from './csv/read.js';
export { CsvRecords, delimiterOf, type CsvRecord } from './csv/records.js';
export { DANISH_EXCEL, writeCsv, type CsvOptions } from './csv/write.js';
export { DOCUMENT_REASONS, type DocumentReason } from './document/limits.js';
export { readDocx, readDocxText } from './docx/read.js';
export { writeDocx, type WordDocument, type WordPart } from './docx/write.js';
export { readDta } from './dta/read.js';
export { writeDta, type DtaOptions } from './dta/write.js';
export { readReport, ReportError, type ReportErrorCode } from './report/read.js';
export { writeReport } from './report/write.js';
export { readSav } from './sav/read.js';
export { writeSav, type SavOptions } from './sav/write.js';
export { isoText, type Calendar } from './survey/calendar.js';
export { extendedMissing, missingLetter } from './survey/extended-missing.js';
export { PackedNumbers } from './survey/packed-numbers.js';
export {
  unpacked,
  type PackedColumn,
  type PackedNumberColumn,
  type PackedStringColumn,
  type PackedTable,
  type ReadOptions,
} from './survey/packed-table.js';
export { PackedTexts } from './survey/packed-texts.js';
export { readPackedSurvey, readSurveyChunks, readSurveyFile, type SurveyFile } from './survey/read.js';
export { surveyFileKind, type SurveyFileKind } from './survey/sniff.js';
export {
  isUserMissing,
  missingCodes,
  numberColumn,
  stringColumn,
  type ColumnFormat,
  type ColumnRole,
  type NumberColumn,
  type StringColumn,
  type SurveyColumn,
  type SurveyNote,
  type SurveyTable,
  type UserMissing,
} from './survey/table.js';
export type { WrittenSurvey } from './survey/written.js';
export { decodeLoosely, type LooselyDecoded, type LooseEncoding } from './text/decode-loosely.js';
export { decodeText, type DecodedText, type TextEncoding } from './text/decode.js';
export { isZip } from './zip/read.js';
export { choicesIn } from './redcap/choices.js';
export { writeDdi, type DdiAbout } from './ddi/write.js';
export { QUESTIONNAIRE_REASONS, type QuestionnaireReason } from './questionnaire/damage.js';
export {
  isQuestionnaireText,
  QUESTIONNAIRE_LIMIT,
  readQuestionnaire,
  type QuestionnaireOptions,
} from './questionnaire/read.js';
export { formOfBytes, isTranscriptForm } from './transcript/form.js';
export { readDocument, readTranscript, type TranscriptFile } from './transcript/read.js';
