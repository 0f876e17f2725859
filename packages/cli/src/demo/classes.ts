import { update, type ClassModel, type Variable } from '@bagom/core';
import {
  analyseModel,
  answersFingerprint,
  classData,
  DEFAULT_SEARCH,
  fitClasses,
  importFile,
  keepModels,
  startPlan,
  studyItems,
  studyWeights,
  SurveyColumns,
  type StudyAnswers,
} from '@bagom/server';
import { change, type Demo } from './demo.js';
import { demoSurvey } from './survey.js';

const CLASS_NAMES = ['Majoritet', 'Risiko', 'Udsat'];
const MOST_CLASSES = 5;
const REASON =
  'BIC og justeret BIC er lavest ved tre klasser. AIC bliver ved med at falde, men med fire klasser deles majoriteten blot i to ' +
  'grupper, der ligner hinanden, mens de to andre klasser står uændret. De tre klasser kan vi også genkende i feltet: de ' +
  'fleste er med, en mindre gruppe står udenfor på nogle områder, og en lille gruppe på næsten alle.';

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
  const data = classData(await studyItems(answers, indicators), weights, 'fiml');
  const ordinal = indicators.map(() => false);
  const models = await fitClasses({ ...data, ...DEFAULT_SEARCH, from: 1, to: MOST_CLASSES, ordinal });
  const rows = await keepModels(study, models, {
    waveId: indicators[0]?.waveId ?? '',
    indicators: indicators.map(({ id }) => id),
    weightId: weight?.id ?? null,
    missing: 'fiml',
    seed: DEFAULT_SEARCH.seed,
    starts: DEFAULT_SEARCH.starts,
    settings: {
      ordinal: [],
      userMissingAsCategory: [],
      design: true,
      finished: startPlan(DEFAULT_SEARCH.starts).finished,
      tolerance: DEFAULT_SEARCH.tolerance,
    },
    answers: answersFingerprint(study.state.variables, weight ? [...indicators, weight] : indicators),
  });
  const chosen = rows.find(({ classes }) => classes === CLASS_NAMES.length);
  if (!chosen) return;
  await change(demo, 'class-model.choose', chosen.name, [
    update('classModels', chosen.id, { chosen: true, reason: REASON }),
  ]);
  await change(demo, 'class-model.name', chosen.name, [
    update('classModels', chosen.id, { classNames: CLASS_NAMES }),
  ]);
  await analyse(answers, chosen, variables);
}

/** How sure the figures are, who belongs to which class, and how satisfied its members are: as the page would ask. */
async function analyse(
  answers: StudyAnswers,
  model: ClassModel,
  variables: readonly Variable[],
): Promise<void> {
  const idOf = (name: string) => variables.find((variable) => variable.name === name)?.id ?? '';
  await analyseModel(answers, model, {
    kind: 'standard-errors',
    options: { errors: 'linearised', replicates: 500, seed: DEFAULT_SEARCH.seed, level: 0.95 },
  });
  await analyseModel(answers, model, {
    kind: 'covariates',
    options: {
      method: 'three-step',
      assignment: 'modal',
      correction: 'ml',
      covariates: [
        { variableId: idOf('livsfase'), as: 'categorical', reference: 3 },
        { variableId: idOf('koen'), as: 'categorical', reference: 1 },
        { variableId: idOf('udd'), as: 'categorical', reference: 1 },
      ],
      referenceClass: 0,
      starts: 20,
      seed: DEFAULT_SEARCH.seed,
    },
  });
  await analyseModel(answers, model, {
    kind: 'distal',
    options: { outcomeId: idOf('tilfreds'), as: 'mean', assignment: 'modal', correction: 'bch' },
  });
}
