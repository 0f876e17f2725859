import { questionnaireVariable, type Questionnaire, type QuestionnaireVariable } from '@bagom/core';
import { CsvRecords, delimiterOf } from '../csv/records.js';
import { MOST_QUESTIONS, type Refuse } from '../questionnaire/damage.js';
import { FoundVariables } from '../questionnaire/found-variables.js';
import { itemLabel, plainText } from '../questionnaire/plain-text.js';
import { choicesIn } from './choices.js';

/** Columns of a record export that no field speaks of. */
const OWN = [
  'redcap_event_name',
  'redcap_repeat_instrument',
  'redcap_repeat_instance',
  'redcap_data_access_group',
  'redcap_survey_identifier',
];

/** The columns that say something of the answers, by their names in a file and in the API. */
const COLUMNS = {
  name: ['variable / field name', 'field_name'],
  form: ['form name', 'form_name'],
  section: ['section header', 'section_header'],
  type: ['field type', 'field_type'],
  label: ['field label', 'field_label'],
  choices: [
    'choices, calculations, or slider labels',
    'select_choices_or_calculations',
    'choices or calculations',
  ],
  validation: ['text validation type or show slider number', 'text_validation_type_or_show_slider_number'],
  identifier: ['identifier?', 'identifier'],
  branching: ['branching logic (show field only if...)', 'branching_logic'],
  annotation: ['field annotation', 'field_annotation'],
} as const;
type Part = keyof typeof COLUMNS;

/** Whether a text's first line is the head of a REDCap data dictionary. */
export function isRedcap(text: string): boolean {
  const first = text.slice(0, 4000).split(/\r?\n/, 1)[0]!.toLowerCase();
  return (
    COLUMNS.name.some((name) => first.includes(name)) && COLUMNS.type.some((name) => first.includes(name))
  );
}

/** Reads a REDCap data dictionary: a line a field, with the columns of checkboxes as an export of raw codes names them. */
export function readRedcap(text: string, refuse: Refuse): Questionnaire {
  const rows = rowsOf(text, refuse);
  const found = new FoundVariables(refuse);
  const forms: string[] = [];
  let first = true;
  for (const { cells, line } of rows) {
    const part = (name: Part): string => cells.get(name)?.trim() ?? '';
    const name = part('name');
    const form = part('form');
    if (form !== '' && forms.at(-1) !== form && !forms.includes(form)) forms.push(form);
    if (part('identifier').toLowerCase().startsWith('y')) found.note('identifying-field', name, line);
    const branching = plainText(part('branching'));
    if (branching !== '') found.note('asked-on-condition', `${name}: ${branching.slice(0, 200)}`, line);
    const note = noteOn(part('type'), part('annotation'));
    if (note) found.note(note, name, line);
    for (const variable of columnsOf(part)) found.add(first ? { ...variable, role: 'respondent' } : variable);
    first = false;
  }
  // Each form has a status of its own at the end.
  for (const form of forms)
    found.add(
      questionnaireVariable(`${form}_complete`, {
        label: `${form}: complete?`,
        kind: 'number',
        measure: 'nominal',
        labels: [
          { value: '0', label: 'Incomplete' },
          { value: '1', label: 'Unverified' },
          { value: '2', label: 'Complete' },
        ],
        from: form,
      }),
    );
  const own = [...OWN, ...forms.map((form) => `${form}_timestamp`)];
  return found.questionnaire({ kind: 'redcap', title: '', language: '', languages: [], own });
}

function noteOn(type: string, annotation: string): string | null {
  if (type === 'calc' || /@CALC(TEXT|DATE)\b/.test(annotation)) return 'calculated-field';
  if (type === 'sql') return 'choices-elsewhere';
  return type === 'file' ? 'uploaded-files' : null;
}

/** The columns of a field in an export of raw codes. */
function columnsOf(part: (name: Part) => string): QuestionnaireVariable[] {
  const name = part('name');
  const question = plainText(part('label'));
  const section = plainText(part('section'));
  const shared = {
    label: question,
    question,
    from: section === '' ? part('form') : `${part('form')} / ${section}`,
  };
  const type = part('type');
  const one = (more: Partial<QuestionnaireVariable>) => [questionnaireVariable(name, { ...shared, ...more })];
  const choices = choicesIn(part('choices'));
  switch (type) {
    case 'radio':
    case 'dropdown':
      return one({ measure: 'nominal', labels: choices });
    case 'checkbox':
      return choices.map(({ value, label }) =>
        questionnaireVariable(`${name}___${checkboxCode(value)}`, {
          ...shared,
          label: itemLabel(label, question),
          kind: 'number',
          measure: 'nominal',
          labels: coded('Unchecked', 'Checked'),
        }),
      );
    case 'yesno':
      return one({ kind: 'number', measure: 'nominal', labels: coded('No', 'Yes') });
    case 'truefalse':
      return one({ kind: 'number', measure: 'nominal', labels: coded('False', 'True') });
    case 'calc':
    case 'slider':
      return one({ kind: 'number', measure: 'scale' });
    case 'descriptive':
      return [];
    case 'text':
      return one(
        /^(number|integer)/.test(part('validation'))
          ? { kind: 'number', measure: 'scale' }
          : { kind: 'string' },
      );
    default:
      return one({ kind: type === 'sql' ? null : 'string' });
  }
}

const coded = (no: string, yes: string) => [
  { value: '0', label: no },
  { value: '1', label: yes },
];

/** In a column's name every sign of a code but letters and digits is a low line: `-9` is `field____9`. */
const checkboxCode = (code: string): string => code.toLowerCase().replace(/[^a-z0-9_]/g, '_');

function rowsOf(text: string, refuse: Refuse): { cells: Map<Part, string>; line: number }[] {
  const rows: { cells: Map<Part, string>; line: number }[] = [];
  let places: (Part | null)[] | null = null;
  const records = new CsvRecords(delimiterOf(text), ({ fields, line }) => {
    if (places === null) {
      places = fields.map(partNamed);
      for (const needed of ['name', 'type', 'label'] as const)
        if (!places.includes(needed)) throw refuse('no-column', COLUMNS[needed][0]);
      return;
    }
    if (fields.every((field) => field.trim() === '')) return;
    if (rows.length >= MOST_QUESTIONS) throw refuse('too-many-variables', MOST_QUESTIONS);
    const cells = new Map<Part, string>();
    for (const [at, field] of fields.entries()) {
      const part = places[at];
      if (part) cells.set(part, field);
    }
    rows.push({ cells, line });
  });
  records.write(text);
  const open = records.end();
  if (open !== null) throw refuse('malformed', open);
  return rows;
}

function partNamed(heading: string): Part | null {
  const name = heading.trim().toLowerCase();
  for (const part of Object.keys(COLUMNS) as Part[])
    if ((COLUMNS[part] as readonly string[]).includes(name)) return part;
  return null;
}
