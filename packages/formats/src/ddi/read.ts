import {
  numberOf,
  questionnaireVariable,
  type CodeLabel,
  type Questionnaire,
  type QuestionnaireVariable,
} from '@bagom/core';
import type { Refuse } from '../questionnaire/damage.js';
import { FoundVariables } from '../questionnaire/found-variables.js';
import { chosenLanguage } from '../questionnaire/languages.js';
import { child, children, readXml, textOf, type XmlElement } from '../xml/read.js';

/** What is read over: figures, files and further material say nothing of what an answer means. */
const SKIPPED = new Set([
  'catStat',
  'sumStat',
  'otherMat',
  'docDscr',
  'stdCatgry',
  'nCubeGrp',
  'nCube',
  'geoMap',
]);

/** Whether a document is a DDI codebook: told from its beginning. */
export const isDdi = (text: string): boolean => /<(?:\w+:)?codeBook[\s>]/.test(text.slice(0, 4000));

/** Reads the metadata of a DDI-Codebook (versions 1.2 to 2.6): variables, questions, categories, invalid values, weights. */
export function readDdi(text: string, refuse: Refuse, wanted = ''): Questionnaire {
  const root = readXml(text, refuse, SKIPPED);
  if (root.name !== 'codeBook') throw refuse('other-document', root.name);
  const found = new FoundVariables(refuse);
  const variables = children(root, 'dataDscr').flatMap((data) => children(data, 'var'));
  const languages = languagesOf(root, variables);
  const language = chosenLanguage(languages, wanted);
  const files = children(root, 'fileDscr').length;
  if (files > 1) found.note('several-data-files', String(files));
  // Weights are pointed at by the variables they weight, by their identifier.
  const weights = new Set(
    variables.flatMap(({ attributes }) => (attributes['wgt-var'] ?? '').split(/\s+/).filter(Boolean)),
  );
  for (const variable of variables)
    found.add(variableOf(variable, weights, language, (kind, what) => found.note(kind, what)));
  const stated = child(child(child(root, 'stdyDscr') ?? root, 'citation') ?? root, 'titlStmt');
  return found.questionnaire({
    kind: 'ddi',
    title: textOf(stated && child(stated, 'titl')),
    language,
    languages,
    own: [],
  });
}

function languagesOf(root: XmlElement, variables: readonly XmlElement[]): string[] {
  const found = new Set<string>();
  const put = ({ attributes }: XmlElement): void => {
    if (attributes['lang']) found.add(attributes['lang']);
  };
  put(root);
  for (const variable of variables) {
    children(variable, 'labl').forEach(put);
    for (const category of children(variable, 'catgry')) children(category, 'labl').forEach(put);
  }
  return [...found];
}

function variableOf(
  element: XmlElement,
  weights: ReadonlySet<string>,
  language: string,
  note: (kind: string, what: string) => void,
): QuestionnaireVariable {
  const { attributes } = element;
  const name = (attributes['name'] ?? attributes['ID'] ?? '').trim();
  const labels: CodeLabel[] = [];
  const missing = new Set<string>();
  for (const category of children(element, 'catgry')) {
    const value = textOf(child(category, 'catValu'));
    const label = spoken(category, 'labl', language);
    if (value === '') {
      if (label !== '') note('category-without-value', `${name}: ${label}`);
      continue;
    }
    if (label !== '' && !labels.some((known) => known.value === value)) labels.push({ value, label });
    if (category.attributes['missing'] === 'Y') missing.add(value);
  }
  const ranges: { from: number; to: number }[] = [];
  for (const invalid of children(element, 'invalrng')) {
    for (const item of children(invalid, 'item'))
      if (item.attributes['VALUE']) missing.add(item.attributes['VALUE']);
    for (const range of children(invalid, 'range')) {
      const read = rangeOf(range.attributes);
      if (read === null) note('range-without-ends', name);
      else ranges.push(read);
    }
  }
  if (ranges.length > 1) note('several-ranges', name);
  const format = child(element, 'varFormat')?.attributes['type'];
  return questionnaireVariable(name, {
    aliases: attributes['ID'] && attributes['ID'] !== name ? [attributes['ID']] : [],
    label: spoken(element, 'labl', language) || questionOf(element),
    question: questionOf(element),
    kind: format === 'character' ? 'string' : format === 'numeric' ? 'number' : null,
    measure: measureOf(attributes),
    labels,
    missing: [...missing],
    missingRange: ranges[0] ?? null,
    role: attributes['wgt'] === 'wgt' || weights.has(attributes['ID'] ?? '') ? 'weight' : 'none',
  });
}

/** From where to where values are invalid, both included; null where no end is given, which would be every answer. */
function rangeOf(given: Readonly<Record<string, string | undefined>>): { from: number; to: number } | null {
  const whole = given['UNITS'] !== 'REAL';
  const from = numberIn(given['min']) ?? beyond(numberIn(given['minExclusive']), whole, 1);
  const to = numberIn(given['max']) ?? beyond(numberIn(given['maxExclusive']), whole, -1);
  return from === null && to === null ? null : { from: from ?? -Infinity, to: to ?? Infinity };
}

const numberIn = (text: string | undefined): number | null => (text === undefined ? null : numberOf(text));

/** The next number after an end that is not included: the next whole one, or the next there is. */
function beyond(end: number | null, whole: boolean, sense: 1 | -1): number | null {
  if (end === null) return null;
  return end + sense * (whole ? 1 : Math.abs(end) * Number.EPSILON || Number.MIN_VALUE);
}

/** The words in the language that is read, else those without one, else the first. */
function spoken(element: XmlElement, name: string, language: string): string {
  const all = children(element, name);
  const found =
    all.find(({ attributes }) => attributes['lang'] === language) ??
    all.find(({ attributes }) => attributes['lang'] === undefined) ??
    all[0];
  return textOf(found);
}

/** What the interviewer read out; older files have the words in the element itself. */
function questionOf(element: XmlElement): string {
  const question = child(element, 'qstn');
  if (!question) return '';
  const parts = [child(question, 'preQTxt'), child(question, 'qstnLit')].map(textOf).filter(Boolean);
  return parts.length > 0 ? parts.join(' ') : textOf(question);
}

function measureOf({
  nature,
  intrvl,
}: Readonly<Record<string, string | undefined>>): QuestionnaireVariable['measure'] {
  if (nature === 'nominal' || nature === 'ordinal') return nature;
  if (nature === 'interval' || nature === 'ratio' || nature === 'percent' || intrvl === 'contin')
    return 'scale';
  return null;
}
