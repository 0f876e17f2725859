import type { Questionnaire, QuestionnaireVariable } from '@bagom/core';
import { XmlLines } from '../xml/write.js';

/** What a codebook says of the study and its file besides the variables. */
export interface DdiAbout {
  readonly title: string;
  /** As an archive knows languages: `da`, `en`. */
  readonly language: string;
  readonly respondents: number;
  /** The data file the codebook describes; empty where none goes with it. */
  readonly fileName: string;
  /** When it is written, as an ISO day. */
  readonly date: string;
}

const NAMESPACE = 'ddi:codebook:2_5';

/**
 * Writes variables as a DDI-Codebook 2.5: labels, questions, categories with those that count as no answer, invalid values,
 * measurement levels and the weight. No answer and no count of answers is in it. The order of elements is the schema's.
 */
export function writeDdi({ variables }: Pick<Questionnaire, 'variables'>, about: DdiAbout): Uint8Array {
  const out = new XmlLines();
  out.open('codeBook', { xmlns: NAMESPACE, version: '2.5', 'xml:lang': about.language });
  out.open('stdyDscr');
  out.open('citation');
  out.open('titlStmt');
  out.leaf('titl', about.title);
  out.close('titlStmt');
  out.open('prodStmt');
  out.leaf('prodDate', about.date, { date: about.date });
  out.leaf('software', 'Bagom');
  out.close('prodStmt');
  out.close('citation');
  out.close('stdyDscr');
  out.open('fileDscr', { ID: 'F1' });
  out.open('fileTxt');
  if (about.fileName !== '') out.leaf('fileName', about.fileName);
  out.open('dimensns');
  out.leaf('caseQnty', String(about.respondents));
  out.leaf('varQnty', String(variables.length));
  out.close('dimensns');
  out.close('fileTxt');
  out.close('fileDscr');
  out.open('dataDscr');
  const weight = variables.findIndex(({ role }) => role === 'weight');
  variables.forEach((variable, at) => writeVariable(out, variable, at, weight));
  out.close('dataDscr');
  out.close('codeBook');
  return out.bytes();
}

function writeVariable(out: XmlLines, variable: QuestionnaireVariable, at: number, weight: number): void {
  const { name, label, question, kind, measure, labels, missing, missingRange, role } = variable;
  out.open('var', {
    ID: idOf(at),
    name,
    files: 'F1',
    wgt: role === 'weight' ? 'wgt' : undefined,
    'wgt-var': weight === -1 || at === weight ? undefined : idOf(weight),
    intrvl: measure === 'scale' ? 'contin' : 'discrete',
    nature: measure === null ? undefined : measure === 'scale' ? 'interval' : measure,
  });
  if (label !== '') out.leaf('labl', label);
  if (question !== '') {
    out.open('qstn');
    out.leaf('qstnLit', question);
    out.close('qstn');
  }
  if (missing.length > 0) {
    out.open('invalrng');
    for (const value of missing) out.leaf('item', '', { UNITS: unitsOf(value), VALUE: value });
    out.close('invalrng');
  }
  if (missingRange !== null) {
    const { from, to } = missingRange;
    out.open('invalrng');
    out.leaf('range', '', {
      UNITS: 'REAL',
      min: from === -Infinity ? undefined : String(from),
      max: to === Infinity ? undefined : String(to),
    });
    out.close('invalrng');
  }
  const named = new Set(labels.map(({ value }) => value));
  for (const value of [
    ...labels,
    ...missing.filter((code) => !named.has(code)).map((code) => ({ value: code, label: '' })),
  ]) {
    out.open('catgry', missing.includes(value.value) ? { missing: 'Y' } : {});
    out.leaf('catValu', value.value);
    if (value.label !== '') out.leaf('labl', value.label);
    out.close('catgry');
  }
  if (kind !== null)
    out.leaf('varFormat', '', { type: kind === 'string' ? 'character' : 'numeric', schema: 'other' });
  out.close('var');
}

/** Identifiers must be names in XML; variables' own need not be. */
const idOf = (at: number): string => `V${at + 1}`;

const unitsOf = (value: string): string => (/^[+-]?\d+$/.test(value) ? 'INT' : 'REAL');
