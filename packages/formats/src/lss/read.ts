import { plainText } from '../questionnaire/plain-text.js';
import { MOST_QUESTIONS, type Refuse } from '../questionnaire/damage.js';
import { chosenLanguage } from '../questionnaire/languages.js';
import { FoundVariables } from '../questionnaire/found-variables.js';
import { readXml } from '../xml/read.js';
import type { Questionnaire } from '@bagom/core';
import { columnsOf, type LssQuestion } from './columns.js';
import { ownWords } from './own-words.js';
import { lssTables, type LssRow } from './tables.js';

/** What is read over: settings, mails, themes and pictures say nothing of the answers. */
const SKIPPED = new Set([
  'fields',
  'themes',
  'themes_inherited',
  'question_attributes',
  'defaultvalues',
  'defaultvalue_l10ns',
  'conditions',
  'assessments',
  'quota',
  'quota_members',
  'quota_languagesettings',
  'survey_url_parameters',
  'plugin_settings',
]);

/** Columns of an export that no question speaks of. */
const OWN =
  'id submitdate lastpage startlanguage seed token startdate datestamp ipaddr refurl interviewtime'.split(
    ' ',
  );

/** Reads a LimeSurvey survey structure (`.lss`), of versions with texts beside the questions and of those with texts apart. */
export function readLss(text: string, refuse: Refuse, wanted = ''): Questionnaire {
  const root = readXml(text, refuse, SKIPPED);
  const tables = lssTables(root);
  const survey = tables.rows('surveys')[0];
  const settings = tables.rows('surveys_languagesettings');
  const languages = [
    ...new Set(
      [
        survey?.get('language') ?? '',
        ...(survey?.get('additional_languages') ?? '').split(/\s+/),
        ...settings.map((row) => row.get('surveyls_language') ?? ''),
        ...tables.languages,
      ].filter((language) => language !== ''),
    ),
  ];
  const language = chosenLanguage(languages, wanted);
  const spoken = (rows: readonly LssRow[], key: string, column: string): Map<string, string> => {
    const found = new Map<string, string>();
    for (const row of rows) {
      const id = row.get(key) ?? '';
      const words = plainText(row.get(column) ?? '');
      const its = row.get('language') ?? language;
      // Another language's words are better than none.
      if (words !== '' && (its === language || !found.has(id))) found.set(id, words);
    }
    return found;
  };
  const groups = spoken([...tables.rows('groups'), ...tables.rows('group_l10ns')], 'gid', 'group_name');
  const questionRows = [...tables.rows('questions'), ...tables.rows('subquestions')];
  const words = spoken([...questionRows, ...tables.rows('question_l10ns')], 'qid', 'question');
  const answerWords = spoken(tables.rows('answer_l10ns'), 'aid', 'answer');
  const answers = answersOf(tables.rows('answers'), answerWords, language);
  const subquestions = new Map<string, LssRow[]>();
  for (const row of unique(questionRows.filter(isItem))) {
    const parent = row.get('parent_qid')!;
    const items = subquestions.get(parent);
    if (items) items.push(row);
    else subquestions.set(parent, [row]);
  }
  const found = new FoundVariables(refuse);
  const tops = unique(questionRows.filter((row) => !isItem(row)));
  if (tops.length > MOST_QUESTIONS) throw refuse('too-many-variables');
  const groupOrder = new Map(
    tables.rows('groups').map((row) => [row.get('gid') ?? '', Number(row.get('group_order') ?? 0)]),
  );
  const placeOf = (row: LssRow) => groupOrder.get(row.get('gid') ?? '') ?? 0;
  for (const row of inOrder(tops, placeOf)) {
    const qid = row.get('qid') ?? '';
    const code = row.get('title') ?? '';
    const items = inOrder(subquestions.get(qid) ?? [], () => 0).map((one) => ({
      code: one.get('title') ?? '',
      words: words.get(one.get('qid') ?? '') ?? '',
      scale: Number(one.get('scale_id') ?? 0),
    }));
    const question: LssQuestion = {
      code,
      type: row.get('type') ?? '',
      words: words.get(qid) ?? '',
      hasOther: row.get('other') === 'Y',
      own: ownWords(language),
      items,
      answers: answers.get(qid) ?? [],
      sgqa: `${row.get('sid') ?? survey?.get('sid') ?? ''}X${row.get('gid') ?? ''}X${qid}`,
      from: groups.get(row.get('gid') ?? '') ?? '',
    };
    const { columns, note } = columnsOf(question);
    if (note) found.note(note, code);
    const relevance = (row.get('relevance') ?? '').trim();
    if (relevance !== '' && relevance !== '1')
      found.note('asked-on-condition', `${code}: ${plainText(relevance).slice(0, 200)}`);
    for (const column of columns) found.add(column);
  }
  const title = settings.find((row) => row.get('surveyls_language') === language) ?? settings[0];
  return found.questionnaire({
    kind: 'limesurvey',
    title: plainText(title?.get('surveyls_title') ?? ''),
    language,
    languages,
    own: OWN,
  });
}

const isItem = (row: LssRow): boolean => (row.get('parent_qid') ?? '0') !== '0';

type Answer = LssQuestion['answers'][number];

/** Answer options by question, each code once a scale, in order. */
function answersOf(
  rows: readonly LssRow[],
  apart: ReadonlyMap<string, string>,
  language: string,
): Map<string, Answer[]> {
  const found = new Map<string, Map<string, Answer & { order: number; language: string }>>();
  for (const row of rows) {
    const qid = row.get('qid') ?? '';
    const code = row.get('code') ?? '';
    const scale = Number(row.get('scale_id') ?? 0);
    const its = row.get('language') ?? language;
    const label = plainText(row.get('answer') ?? apart.get(row.get('aid') ?? '') ?? '');
    const ofQuestion = found.get(qid) ?? new Map<string, Answer & { order: number; language: string }>();
    found.set(qid, ofQuestion);
    const key = `${scale} ${code}`;
    const known = ofQuestion.get(key);
    if (known && (known.language === language || its !== language)) continue;
    ofQuestion.set(key, {
      value: code,
      label,
      scale,
      order: Number(row.get('sortorder') ?? 0),
      language: its,
    });
  }
  return new Map(
    [...found].map(([qid, answers]) => [
      qid,
      [...answers.values()]
        .sort((a, b) => a.scale - b.scale || a.order - b.order)
        .map(({ value, label, scale }) => ({ value, label, scale })),
    ]),
  );
}

/** Old files have a row for each language of a question. */
function unique(rows: readonly LssRow[]): LssRow[] {
  const seen = new Map<string, LssRow>();
  for (const row of rows) {
    const id = row.get('qid') ?? '';
    if (!seen.has(id)) seen.set(id, row);
  }
  return [...seen.values()];
}

const inOrder = (rows: readonly LssRow[], first: (row: LssRow) => number): LssRow[] =>
  rows.toSorted(
    (a, b) =>
      first(a) - first(b) || Number(a.get('question_order') ?? 0) - Number(b.get('question_order') ?? 0),
  );

/** Whether a document is a LimeSurvey structure: told from its beginning. */
export const isLss = (text: string): boolean => /<LimeSurveyDocType>\s*Survey\s*</.test(text.slice(0, 4000));
