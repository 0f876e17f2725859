import { BagomError } from '@bagom/core';
import type { ExportFormat, WaveAnswers } from '@bagom/server';
import { basename, extname } from 'node:path';
import { command, EXIT, JSON_OPTION } from '../command.js';
import { readBytes, refuseStudy, writeWhole } from '../files.js';
import type { Language } from '../language.js';
import { questionnaireFile } from '../questionnaire-file.js';
import { isStudy } from '../study-location.js';
import { openedSurvey, savedQuestionnaire, type OpenedSurvey } from '../survey-source.js';
import { surveyJson, surveyText } from '../survey-listing.js';
import { UsageError } from '../usage-error.js';

const FORMATS: Readonly<Record<string, ExportFormat>> = {
  '.sav': 'sav',
  '.dta': 'dta',
  '.csv': 'csv',
  '.xml': 'ddi',
};

export const survey = command({
  name: 'survey',
  operands: [{ name: 'STUDY|DATA', required: true }],
  options: {
    wave: { kind: 'text', value: 'NAME' },
    questionnaire: { kind: 'text', value: 'FILE' },
    'questionnaire-language': { kind: 'text', value: 'LANG' },
    'missing-codes': { kind: 'text', value: 'CODES' },
    'keep-codes': { kind: 'flag' },
    save: { kind: 'flag' },
    out: { kind: 'text', value: 'FILE' },
    model: { kind: 'text', value: 'NAME' },
    respondents: { kind: 'flag' },
    'without-texts': { kind: 'flag' },
    excel: { kind: 'flag' },
    ...JSON_OPTION,
  },
  async run({ operands: [name = ''], options, io, messages, language, json }) {
    const { questionnaire } = await questionnaireFile(options);
    const ofStudy = await isStudy(name);
    // What a line cannot mean is said before any file is touched.
    if (options.out !== undefined) await refuseStudy(options.out);
    const format = options.out === undefined ? null : formatOf(options.out, options.excel);
    if (options.save && !questionnaire)
      throw new UsageError('usage.missing-option', { option: '--questionnaire' });
    if (!ofStudy)
      for (const [option, given] of [
        ['--model', options.model !== undefined],
        ['--wave', options.wave !== undefined],
        ['--save', options.save],
      ] as const)
        if (given) throw new BagomError('survey.needs-study', { option, file: name });
    if (options.save && questionnaire) await savedQuestionnaire(name, options.wave, questionnaire);
    const opened = ofStudy
      ? await openedSurvey(name, options)
      : await openedFile(name, await readBytes(name), language);
    const { withTextCodes } = await import('@bagom/server');
    const spoken = questionnaire && !options.save ? await described(opened, questionnaire) : opened;
    const keepCodes = options['keep-codes'];
    const shown = { ...spoken, answers: withTextCodes(spoken.answers, { keepCodes }) };
    const written = format === null ? null : await write(shown, format, options);
    if (written) await writeWhole(options.out!, written.bytes);
    const told = written ? { ...shown, answers: withNotes(shown.answers, written.notes) } : shown;
    const out = written && { file: options.out!, leftOut: written.leftOut, added: written.added };
    io.out(json ? JSON.stringify(surveyJson(told, out)) : await surveyText(told, out, messages, language));
    return EXIT.done;
  },
});

function formatOf(out: string, excel: boolean): ExportFormat {
  const format = FORMATS[extname(out).toLowerCase()];
  if (format === undefined)
    throw new UsageError('usage.bad-value', {
      option: '--out',
      given: out,
      allowed: Object.keys(FORMATS).join(', '),
    });
  if (excel && format !== 'csv')
    throw new UsageError('usage.bad-value', { option: '--out', given: out, allowed: '.csv' });
  return excel ? 'csv-excel' : format;
}

async function openedFile(name: string, bytes: Uint8Array, language: Language): Promise<OpenedSurvey> {
  const { readWave } = await import('@bagom/server');
  return {
    source: { file: name },
    name: basename(name, extname(name)),
    title: '',
    language,
    waves: null,
    answers: readWave(bytes, basename(name)),
    classes: null,
  };
}

async function described(
  opened: OpenedSurvey,
  file: NonNullable<Awaited<ReturnType<typeof questionnaireFile>>['questionnaire']>,
): Promise<OpenedSurvey> {
  const { describeWave, readAs } = await import('@bagom/server');
  const questionnaire = await readAs(file, opened.language);
  const answers = describeWave(questionnaire, opened.answers, file);
  if (answers.matched.length === 0)
    throw new BagomError('questionnaire.nothing-matched', { file: file.fileName });
  return { ...opened, answers: withNotes(answers, opened.answers.notes) };
}

const withNotes = (answers: WaveAnswers, more: WaveAnswers['notes']): WaveAnswers => ({
  ...answers,
  notes: [...more, ...answers.notes],
});

async function write(
  { answers, classes, name, title, language }: OpenedSurvey,
  format: ExportFormat,
  options: { readonly respondents: boolean; readonly 'without-texts': boolean },
) {
  const { exportTable, writtenAs } = await import('@bagom/server');
  const { table, leftOut, added } = exportTable(answers, {
    respondents: options.respondents,
    withoutTexts: options['without-texts'],
    classes,
    language,
    label: name,
    documents: [title === '' ? name : `${title}: ${name}`, ...(classes ? [classes.model.name] : [])],
  });
  return { ...writtenAs(table, format, { stem: name, title, language }), leftOut, added };
}
