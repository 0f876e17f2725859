import type { Messages } from './da.js';
import { claims } from './en/claims.js';
import { classes } from './en/classes.js';
import { coders } from './en/coders.js';
import { codebook } from './en/codebook.js';
import { coding } from './en/coding.js';
import { comparison } from './en/comparison.js';
import { desk } from './en/desk.js';
import { fieldwork } from './en/fieldwork.js';
import { history } from './en/history.js';
import { invitations } from './en/invitations.js';
import { judging } from './en/judging.js';
import { masking } from './en/masking.js';
import { memos } from './en/memos.js';
import { profile } from './en/profile.js';
import { proposals } from './en/proposals.js';
import { report } from './en/report.js';
import { respondents } from './en/respondents.js';
import { scoring } from './en/scoring.js';
import { search } from './en/search.js';
import { shell } from './en/shell.js';
import { start } from './en/start.js';
import { survey } from './en/survey.js';
import { surveyFiles } from './en/survey-files.js';
import { surveyWork } from './en/survey-work.js';
import { transcripts } from './en/transcripts.js';
import { words } from './en/words.js';

/** The English catalogue. */
export const en: Messages = {
  claims,
  classes,
  coders,
  codebook,
  coding,
  comparison,
  desk,
  fieldwork,
  history,
  invitations,
  judging,
  masking,
  memos,
  profile,
  proposals,
  report,
  respondents,
  scoring,
  search,
  shell,
  start,
  survey,
  surveyFiles,
  surveyWork,
  transcripts,
  words,
};
