import { claims } from './da/claims.js';
import { classes } from './da/classes.js';
import { coders } from './da/coders.js';
import { codebook } from './da/codebook.js';
import { coding } from './da/coding.js';
import { comparison } from './da/comparison.js';
import { desk } from './da/desk.js';
import { fieldwork } from './da/fieldwork.js';
import { history } from './da/history.js';
import { invitations } from './da/invitations.js';
import { judging } from './da/judging.js';
import { masking } from './da/masking.js';
import { memos } from './da/memos.js';
import { profile } from './da/profile.js';
import { proposals } from './da/proposals.js';
import { report } from './da/report.js';
import { respondents } from './da/respondents.js';
import { scoring } from './da/scoring.js';
import { search } from './da/search.js';
import { shell } from './da/shell.js';
import { start } from './da/start.js';
import { survey } from './da/survey.js';
import { surveyFiles } from './da/survey-files.js';
import { surveyWork } from './da/survey-work.js';
import { transcripts } from './da/transcripts.js';
import { words } from './da/words.js';

/** The Danish catalogue; its type is what every other language must fill. One file a station. */
export const da = {
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
export type Messages = typeof da;
