import { claims } from './claims.js';
import { classAnalyses } from './class-analyses.js';
import { classes } from './classes.js';
import { codebook } from './codebook.js';
import { codingStation } from './coding.js';
import { comparison } from './comparison.js';
import { doubleCodings } from './double-coding.js';
import { fieldwork } from './fieldwork.js';
import { history } from './history.js';
import { invitations } from './invitations.js';
import { masking } from './masking.js';
import { recordings } from './recordings.js';
import { memos } from './memos.js';
import { proposals } from './proposals.js';
import { report } from './report.js';
import { respondents } from './respondents.js';
import { scoring } from './scoring.js';
import { search } from './search.js';
import { study } from './study.js';
import { survey } from './survey.js';
import { transcripts } from './transcripts.js';
import { versions } from './versions.js';

export { CODER_HEADER } from './operation.js';
export { ERRORS, errorSentence } from './errors.js';
export { REASONS } from './errors/reasons.js';
export { IMPORT_NOTES, importNoteWords, isQuietNote } from './import-notes.js';
export { PROBLEMS, problemSentence } from './problems.js';
export { historyFilter } from './history.js';
export { exportWishes } from './survey-files.js';

/** The whole API, one branch a station. The typed client, the server's handlers and the OpenAPI document come from it. */
export const contract = {
  study,
  history,
  survey,
  classes: { ...classes, ...classAnalyses },
  respondents,
  scoring,
  fieldwork,
  invitations,
  transcripts: { ...transcripts, ...versions, ...recordings },
  masking,
  coding: { ...codingStation, ...codebook, ...memos, ...proposals },
  doubleCodings,
  comparison,
  claims,
  report,
  search,
};
export type Contract = typeof contract;
