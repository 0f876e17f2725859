import { BagomError, type Questionnaire } from '@bagom/core';
import { isDdi, readDdi } from '../ddi/read.js';
import { isLss, readLss } from '../lss/read.js';
import { isRedcap, readRedcap } from '../redcap/read.js';
import { decodeText } from '../text/decode.js';
import { readXlsForm } from '../xlsform/read.js';
import { isZip } from '../zip/read.js';
import { refuseQuestionnaire } from './damage.js';

/** The largest questionnaire that is read, in bytes. */
export const QUESTIONNAIRE_LIMIT = 32 * 1024 * 1024;

export interface QuestionnaireOptions {
  /** The language wanted of a questionnaire in several: `da`, `en`. */
  readonly language?: string;
}

/** Whether a text is a questionnaire of a kind known here, by how it begins. */
export const isQuestionnaireText = (text: string): boolean => isLss(text) || isDdi(text) || isRedcap(text);

/**
 * Reads a questionnaire: LimeSurvey's structure, a DDI codebook, a REDCap data dictionary or an XLSForm. Its content tells which,
 * not its name.
 */
export async function readQuestionnaire(
  bytes: Uint8Array,
  fileName: string,
  { language = '' }: QuestionnaireOptions = {},
): Promise<Questionnaire> {
  if (bytes.length === 0) throw new BagomError('file.empty', { file: fileName });
  if (bytes.length > QUESTIONNAIRE_LIMIT)
    throw new BagomError('file.too-large', {
      file: fileName,
      size: bytes.length,
      limit: QUESTIONNAIRE_LIMIT,
    });
  const refuse = refuseQuestionnaire(fileName);
  if (isZip(bytes)) return readXlsForm(bytes, refuse, language);
  const { text } = decodeText(bytes, fileName);
  if (isLss(text)) return readLss(text, refuse, language);
  if (isDdi(text)) return readDdi(text, refuse, language);
  if (isRedcap(text)) return readRedcap(text, refuse);
  // A document type is what an attack begins with, and it may push the rest out of sight.
  if (/^\s*<(\?xml|!DOCTYPE)/i.test(text.slice(0, 200)) && text.slice(0, 4000).includes('<!DOCTYPE'))
    throw refuse('doctype', 1);
  throw new BagomError('questionnaire.unknown', { file: fileName });
}
