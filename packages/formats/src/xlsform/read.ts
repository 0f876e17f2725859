import {
  questionnaireVariable,
  type CodeLabel,
  type Questionnaire,
  type QuestionnaireVariable,
} from '@bagom/core';
import { MOST_QUESTIONS, type Refuse } from '../questionnaire/damage.js';
import { FoundVariables } from '../questionnaire/found-variables.js';
import { chosenLanguage } from '../questionnaire/languages.js';
import { itemLabel } from '../questionnaire/plain-text.js';
import { readXlsx } from '../xlsx/read.js';
import { sheetTable, type SheetTable } from './sheet-table.js';

/** Columns of an export that no question speaks of. */
const OWN =
  '_id _uuid _submission_time _submitted_by _status _version_ _validation_status _notes _tags _index _parent_index _parent_table_name __version__ formhub/uuid meta/instanceID meta/instanceName instanceID instanceName KEY PARENT_KEY SubmissionDate SubmitterID SubmitterName AttachmentsPresent AttachmentsExpected Status ReviewState DeviceID Edits FormVersion'.split(
    ' ',
  );

/** Reads an XLSForm, as KoBoToolbox and ODK have it: the sheets `survey`, `choices` and `settings` of a workbook. */
export async function readXlsForm(bytes: Uint8Array, refuse: Refuse, wanted = ''): Promise<Questionnaire> {
  const names = new Set(['survey', 'choices', 'settings']);
  const sheets = await readXlsx(bytes, refuse, (name) => names.has(name.trim().toLowerCase()));
  const table = (name: string): SheetTable | null => {
    const sheet = sheets.find((one) => one.name.trim().toLowerCase() === name);
    return sheet ? sheetTable(sheet.rows) : null;
  };
  const survey = table('survey');
  if (!survey) throw refuse('no-sheet', 'survey');
  for (const column of ['type', 'name'])
    if (!survey.columns.has(column)) throw refuse('no-column', `survey: ${column}`);
  const choices = table('choices');
  const settings = table('settings')?.rows[0];
  const languages = [...new Set([...survey.languages, ...(choices?.languages ?? [])])];
  const language = chosenLanguage(languages, wanted || (settings?.get('default_language') ?? ''));
  const lists = choiceLists(choices, language);
  const found = new FoundVariables(refuse);
  if (survey.rows.length > MOST_QUESTIONS) throw refuse('too-many-variables', MOST_QUESTIONS);
  const path: { name: string; label: string; repeats: boolean }[] = [];
  const own = [...OWN];
  for (const row of survey.rows) {
    const [type = '', list = '', ...rest] = typeWords(row.get('type') ?? '');
    const name = (row.get('name') ?? '').trim();
    const label = row.words('label', language);
    if (type === 'begin') {
      path.push({ name, label, repeats: list === 'repeat' });
      if (path.length > 60) throw refuse('too-deep', name);
      if (list === 'repeat') found.note('repeated-group', name, row.line);
      continue;
    }
    if (type === 'end') {
      path.pop();
      continue;
    }
    if (type === '' || NOT_ASKED.has(type)) continue;
    if (name === '') {
      found.note('question-without-code', label || type, row.line);
      continue;
    }
    if (METADATA.has(type)) {
      own.push(name);
      continue;
    }
    const relevant = row.get('relevant') ?? row.get('bind::relevant') ?? '';
    if (relevant.trim() !== '')
      found.note('asked-on-condition', `${name}: ${relevant.trim().slice(0, 200)}`, row.line);
    const asked = {
      type,
      list,
      hasOther: rest.includes('or_other'),
      name,
      label,
      path,
      line: row.line,
    };
    for (const variable of columnsOf(asked, lists, (kind) => found.note(kind, name, row.line)))
      found.add(variable);
  }
  if (path.length > 0) found.note('group-not-closed', path.map(({ name }) => name).join(', '));
  return found.questionnaire({
    kind: 'xlsform',
    title: (settings?.get('form_title') ?? settings?.get('form_id') ?? '').trim(),
    language,
    languages,
    own,
  });
}

/** Rows that no answer comes of. */
const NOT_ASKED = new Set(['note', 'xml-external', 'csv-external']);
const METADATA = new Set(
  'start end today deviceid subscriberid simserial phonenumber username email audit start-geopoint background-audio'.split(
    ' ',
  ),
);

/** `select_one yn or_other` as its words; older spellings as the one in use. */
function typeWords(given: string): string[] {
  const type = given
    .trim()
    .toLowerCase()
    .replace(/^(begin|end)[ _]+(group|repeat|loop)/, '$1 $2')
    .replace(
      /^(add )?select[ _]+(one|multiple|all that apply)([ _]from[ _]file)?( from)?/,
      (_, __, how: string, file?: string) =>
        `select_${how === 'one' ? 'one' : 'multiple'}${file ? '_from_file' : ''}`,
    )
    .replace(/\bor specify other\b/, 'or_other');
  const words = type.split(/\s+/);
  // A list's name keeps its capitals.
  const list = given
    .trim()
    .split(/\s+/)
    .find((word) => word.toLowerCase() === words[1]);
  return words.map((word, at) => (at === 1 && list !== undefined && words[0] !== 'begin' ? list : word));
}

interface Asked {
  readonly type: string;
  readonly list: string;
  readonly hasOther: boolean;
  readonly name: string;
  readonly label: string;
  readonly path: readonly { readonly name: string; readonly label: string }[];
  readonly line: number;
}

function columnsOf(
  { type, list, hasOther, name, label, path }: Asked,
  lists: ReadonlyMap<string, readonly CodeLabel[]>,
  note: (kind: string) => void,
): QuestionnaireVariable[] {
  const groups = path.map((group) => group.name).filter((group) => group !== '');
  const from = path
    .map((group) => group.label || group.name)
    .filter(Boolean)
    .join(' / ');
  const column = (
    own: string,
    words: string,
    more: Partial<QuestionnaireVariable>,
  ): QuestionnaireVariable => {
    const whole = [...groups, own].join('/');
    const aliases = groups.length === 0 ? [] : [own, whole.replaceAll('/', '.'), whole.replaceAll('/', '-')];
    return questionnaireVariable(whole, { aliases, label: words, question: label, from, ...more });
  };
  const choices = lists.get(list) ?? [];
  const withOther = hasOther ? [...choices, { value: 'other', label: 'Other' }] : choices;
  const other = hasOther ? [column(`${name}_other`, itemLabel('Other', label), { kind: 'string' })] : [];
  if (type.startsWith('select_') && choices.length === 0) note('choices-elsewhere');
  switch (type) {
    case 'select_one':
    case 'select_one_from_file':
      return [column(name, label, { measure: 'nominal', labels: withOther }), ...other];
    case 'select_multiple':
    case 'select_multiple_from_file':
      note('several-in-one-cell');
      return [
        column(name, label, { kind: 'string' }),
        ...withOther.map((choice) =>
          column(`${name}/${choice.value}`, itemLabel(choice.label, label), {
            kind: 'number',
            measure: 'nominal',
            labels: [
              { value: '0', label: 'No' },
              { value: '1', label: 'Yes' },
            ],
          }),
        ),
        ...other,
      ];
    case 'integer':
    case 'decimal':
    case 'range':
      return [column(name, label, { kind: 'number', measure: 'scale' })];
    case 'geopoint':
      return ['', '_latitude', '_longitude', '_altitude', '_precision'].map((end) =>
        column(
          end === '' ? name : `_${name}${end}`,
          label,
          end === '' ? { kind: 'string' } : { kind: 'number', measure: 'scale' },
        ),
      );
    case 'image':
    case 'audio':
    case 'video':
    case 'file':
      note('uploaded-files');
      return [column(name, label, { kind: 'string' })];
    case 'rank':
      note('several-in-one-cell');
      return [column(name, label, { kind: 'string' })];
    case 'calculate':
      return [column(name, label, {})];
    default:
      return [column(name, label, { kind: 'string' })];
  }
}

/** Choices by the name of their list, each once. */
function choiceLists(table: SheetTable | null, language: string): Map<string, CodeLabel[]> {
  const lists = new Map<string, Map<string, string>>();
  for (const row of table?.rows ?? []) {
    const list = (row.get('list_name') ?? '').trim();
    const value = (row.get('name') ?? row.get('value') ?? '').trim();
    if (list === '' || value === '') continue;
    const known = lists.get(list) ?? new Map<string, string>();
    lists.set(list, known);
    if (!known.has(value)) known.set(value, row.words('label', language));
  }
  return new Map(
    [...lists].map(([list, known]) => [list, [...known].map(([value, label]) => ({ value, label }))]),
  );
}
