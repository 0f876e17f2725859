export { readSurvey, type SurveyColumn, type SurveyTable } from './csv/read.js';
export { CsvRecords, delimiterOf, type CsvRecord } from './csv/records.js';
export { DOCX_LIMITS, isZip, readDocx } from './docx/read.js';
export { writeDocx, type WordDocument, type WordPart } from './docx/write.js';
export { readReport, ReportError, type ReportErrorCode } from './report/read.js';
export { writeReport } from './report/write.js';
export { decodeText, type DecodedText, type TextEncoding } from './text/decode.js';
export { readTranscript, type TranscriptFile } from './transcript/read.js';
