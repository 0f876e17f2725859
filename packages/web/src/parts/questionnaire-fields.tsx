import './questionnaire.css';
import { useState } from 'react';
import type { Outputs } from '../api.js';
import { useSpoken } from '../language.js';
import { Checkbox, TextField } from './field.js';
import { FileZone } from './file-zone.js';
import { Select } from './select.js';

/** The questionnaire that goes with answers, and how it is to be read. */
export interface QuestionnaireChoice {
  file: File | null;
  /** Empty: the study's language. */
  language: string;
  keepCodes: boolean;
  /** Codes for no answer in the whole survey, as they are typed. */
  missingCodes: string;
}

export const NO_QUESTIONNAIRE: QuestionnaireChoice = {
  file: null,
  language: '',
  keepCodes: false,
  missingCodes: '',
};

export type QuestionnaireSummary = Outputs['survey']['questionnaire']['questionnaire'];

/** The same, as the import's form has it. */
export const questionnaireForm = ({ file, language, keepCodes, missingCodes }: QuestionnaireChoice) =>
  file === null
    ? {}
    : {
        questionnaire: file,
        keepCodes,
        missingCodes,
        ...(language === '' ? {} : { questionnaireLanguage: language }),
      };

/** Chooses a questionnaire; once it was read, its language where it has several, and what becomes of answer codes. */
export function QuestionnaireFields({
  choice,
  onChange,
  summary,
  bare = false,
}: {
  choice: QuestionnaireChoice;
  onChange: (choice: QuestionnaireChoice) => void;
  summary: QuestionnaireSummary | undefined;
  /** Without a heading of its own. */
  bare?: boolean;
}) {
  const { messages, language: spoken } = useSpoken();
  const { surveyFiles: m } = messages;
  // Read once it is typed, not at each letter.
  const [codes, setCodes] = useState(choice.missingCodes);
  return (
    <section className="stack questionnaire-fields">
      {!bare && <h3>{m.beside}</h3>}
      {choice.file === null && <p className="hint">{m.besideLead}</p>}
      <FileZone
        prompt={m.drop}
        file={choice.file}
        onFile={(file) => onChange({ ...choice, file, language: '' })}
        onTake={() => onChange(NO_QUESTIONNAIRE)}
        takeName={m.take}
      />
      {choice.file !== null && (
        <div className="row wrap">
          {summary && summary.languages.length > 1 && (
            <Select
              label={m.language}
              value={summary.language}
              options={summary.languages.map((language) => ({
                value: language,
                name: languageName(language, spoken),
              }))}
              onChange={(language) => onChange({ ...choice, language })}
            />
          )}
          <TextField
            label={m.missingCodes}
            hint={m.missingCodesHint}
            value={codes}
            onChange={setCodes}
            onCommit={() => onChange({ ...choice, missingCodes: codes.trim() })}
          />
          <div>
            <Checkbox checked={choice.keepCodes} onChange={(keepCodes) => onChange({ ...choice, keepCodes })}>
              {m.keepCodes}
            </Checkbox>
            <p className="hint">{m.keepCodesHint}</p>
          </div>
        </div>
      )}
    </section>
  );
}

/** `da` is `dansk`; what is no code of a language is its own name. */
function languageName(language: string, spoken: string): string {
  return /^[a-z]{2,3}(-\w+)*$/i.test(language)
    ? (new Intl.DisplayNames([spoken], { type: 'language' }).of(language) ?? language)
    : language;
}
