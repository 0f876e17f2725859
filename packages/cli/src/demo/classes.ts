import { update } from '@bagom/core';
import {
  answersFingerprint,
  classData,
  fitClasses,
  importFile,
  keepModels,
  startPlan,
  studyItems,
  studyWeights,
  SurveyColumns,
} from '@bagom/server';
import { change, type Demo } from './demo.js';
import { demoSurvey } from './survey.js';

const CLASS_NAMES = ['Majoritet', 'Risiko', 'Udsat'];
const MOST_CLASSES = 5;
/** Few, so that the demo is soon made; each number of classes is still reached by several of them. */
const STARTS = 24;
const SEED = 1;

/** The survey, read as a researcher's own CSV file, then told what a codebook would tell. */
export async function importSurvey(demo: Demo): Promise<void> {
  const { csv, metadata } = await demoSurvey();
  const fileName = 'faellesskabsmaaling-2024.csv';
  await importFile(demo.study, new TextEncoder().encode(csv), { fileName, as: 'survey' });
  const described = new Map(metadata.map((variable) => [variable.name, variable]));
  const drafts = [...demo.study.state.variables.values()].flatMap(({ id, name }) => {
    const { name: _, ...set } = described.get(name) ?? { name };
    return Object.keys(set).length > 0 ? [update('variables', id, set)] : [];
  });
  await change(demo, 'variable.change', `${drafts.length}`, drafts);
}

/** Models of one to five classes, of which the one with three is chosen and its classes named. */
export async function fitModels(demo: Demo): Promise<void> {
  const { study } = demo;
  const variables = [...study.state.variables.values()].sort((a, b) => a.position - b.position);
  const indicators = variables.filter(({ role }) => role === 'indicator');
  const weight = variables.find(({ role }) => role === 'weight');
  const answers = { study, columns: new SurveyColumns() };
  const weights = weight ? await studyWeights(answers, weight) : null;
  const search = { starts: STARTS, seed: SEED, tolerance: 1e-10 };
  const data = classData(await studyItems(answers, indicators), weights, 'fiml');
  const ordinal = indicators.map(() => false);
  const models = await fitClasses({ ...data, ...search, from: 1, to: MOST_CLASSES, ordinal });
  const rows = await keepModels(study, models, {
    waveId: indicators[0]?.waveId ?? '',
    indicators: indicators.map(({ id }) => id),
    weightId: weight?.id ?? null,
    missing: 'fiml',
    seed: SEED,
    starts: STARTS,
    settings: {
      ordinal: [],
      userMissingAsCategory: [],
      design: false,
      finished: startPlan(STARTS).finished,
      tolerance: search.tolerance,
    },
    answers: answersFingerprint(study.state.variables, weight ? [...indicators, weight] : indicators),
  });
  const chosen = rows.find(({ classes }) => classes === CLASS_NAMES.length);
  if (!chosen) return;
  await change(demo, 'class-model.choose', chosen.name, [update('classModels', chosen.id, { chosen: true })]);
  await change(demo, 'class-model.name', chosen.name, [
    update('classModels', chosen.id, { classNames: CLASS_NAMES }),
  ]);
}
