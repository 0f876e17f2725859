/** What a survey file is. `zip` is a Word document, a spreadsheet or a real zip: only its inside tells. */
export type SurveyFileKind = 'sav' | 'dta' | 'por' | 'xpt' | 'sas7bdat' | 'parquet' | 'xls' | 'zip' | 'text';

const SAS = '00000000000000000000000c2ea8160b';

/** The kind of a file by how its bytes begin, never by its name. Null for what is neither known nor text. */
export function surveyFileKind(bytes: Uint8Array): SurveyFileKind | null {
  const start = Buffer.from(bytes.subarray(0, 512)).toString('latin1');
  if (start.startsWith('$FL2') || start.startsWith('$FL3') || start.slice(8, 20) === 'ENCRYPTEDSAV')
    return 'sav';
  if (start.startsWith('<stata_dta>') || isOldStata(bytes)) return 'dta';
  if (start.startsWith('HEADER RECORD*******LIB')) return 'xpt';
  if (/SPSS PORT(ABLE)? ?(\r\n)?FILE/.test(start)) return 'por';
  if (start.startsWith('PAR1')) return 'parquet';
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return 'zip';
  if (start.startsWith('\xd0\xcf\x11\xe0')) return 'xls';
  if (Buffer.from(start.slice(0, 16), 'latin1').toString('hex') === SAS) return 'sas7bdat';
  const wide = start.startsWith('\xff\xfe') || start.startsWith('\xfe\xff');
  return wide || !bytes.subarray(0, 100_000).includes(0) ? 'text' : null;
}

/** Version 102 to 115, then the byte order, then a 1 that means data. */
const isOldStata = (bytes: Uint8Array): boolean =>
  bytes[0]! >= 102 &&
  bytes[0]! <= 115 &&
  (bytes[1] === 1 || bytes[1] === 2) &&
  bytes[2] === 1 &&
  bytes[3] === 0;
