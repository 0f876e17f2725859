export { createApp, openApi, type AppOptions } from './app.js';
export { type ServerContext } from './context.js';
export { newSession, type Session } from './http/session.js';
export { importFile } from './imports/import-file.js';
export { reportIn } from './imports/import-report.js';
export {
  IMPORT_LIMITS,
  type ImportKind,
  type ImportNote,
  type ImportOptions,
  type ImportSummary,
} from './imports/import-summary.js';
export { kindOfFile } from './imports/kind-of-file.js';
export {
  DEFAULT_SEARCH,
  fitClasses,
  fitRows,
  startPlan,
  type FitRequest,
  type FittedModel,
} from './classes/fit-classes.js';
export { keepModels, type FitKept } from './classes/keep-models.js';
export { classData, type ClassData } from './classes/class-data.js';
export { analyseModel } from './classes/analyses/analyse-model.js';
export { ANALYSES } from './classes/analyses/analyses.js';
export type { AnalysisGiven, BesideColumn, HowToRun, ModelGiven } from './classes/analyses/given.js';
export { codedItem, type AnswerColumn, type CodedItem } from './classes/answers.js';
export { besideOf, checkedWeights, floatsOf } from './classes/beside.js';
export { inStudyWords } from './classes/class-errors.js';
export { comparedModel, fitSummary } from './classes/fit-summary.js';
export { designColumns, namesAsNumbers, NO_DESIGN, type DesignColumns } from './classes/survey-design.js';
export { studyItems, studyWeights, type StudyAnswers } from './classes/study-answers.js';
export { likelihoodRatioOnThreads } from './jobs/replicates-on-threads.js';
export { enumerateOnThreads, type FitWatch } from './jobs/search-on-threads.js';
export { StartThreads, THREAD_LIMIT } from './jobs/start-threads.js';
export { manualDocx } from './manual/docx.js';
export { manualHtml } from './manual/html.js';
export { studyManual } from './manual/study-manual.js';
export { manualText } from './manual/text.js';
export { readPassages } from './passages.js';
export { auditOf, auditPrinted } from './report/audit-printed.js';
export { auditStudy, replacementsIn, reportText } from './report/audit-study.js';
export { reportDocx } from './report/docx.js';
export { reportHtml } from './report/html.js';
export { printedReport, studyAsPublishedReport } from './report/published-study.js';
export { serverContext, startServer, type RunningServer, type StartOptions } from './start-server.js';
export { addQuestionnaire, type AddedQuestionnaire } from './survey/add-questionnaire.js';
export { exportTable, type ClassPosteriors } from './survey/export-table.js';
export {
  EXPORT_FORMATS,
  exportWave,
  posteriorsOf,
  studyWords,
  writtenAs,
  type ExportFormat,
} from './survey/export-wave.js';
export { withTextCodes } from './survey/codes-as-numbers.js';
export { describeWave, questionnaireOf, readAs, type QuestionnaireFile } from './survey/questionnaire.js';
export { keptWave, readWave, variablesOf, type WaveAnswers } from './survey/wave-answers.js';
export {
  answersFingerprint,
  numberBytes,
  stringBytes,
  SurveyColumns,
  type ColumnValues,
} from './survey/columns.js';
export { drawList, type DrawWish } from './fieldwork/draw-list.js';
export { LARGEST_MODEL, readModel } from './classes/scoring/read-model.js';
export { scorePeople, scoredRow, type ScoredPeople, type ScoredRow } from './classes/scoring/score-people.js';
export { scoredTable } from './classes/scoring/scored-table.js';
