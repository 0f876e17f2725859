import { api } from './api.js';
import { claims } from './claims.js';
import { classAnalyses } from './class-analyses.js';
import { classes } from './classes.js';
import { codebook } from './codebook.js';
import { coding } from './coding.js';
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

/** Every route of the contract; one that is missing does not compile. */
export const router = api.router({
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
  coding: { ...coding, ...codebook, ...memos, ...proposals },
  doubleCodings,
  comparison,
  claims,
  report,
  search,
});
