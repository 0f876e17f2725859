import { CODER_HEADER, contract, type Contract } from '@bagom/contract';
import { createORPCClient } from '@orpc/client';
import type {
  ContractRouterClient,
  InferContractRouterInputs,
  InferContractRouterOutputs,
} from '@orpc/contract';
import type { JsonifiedClient } from '@orpc/openapi-client';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { CODER, recall } from './parts/remembered.js';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';

/** Every call of the contract, typed: `api.survey.change({ id, label })`. */
export const api: JsonifiedClient<ContractRouterClient<Contract>> = createORPCClient(
  new OpenAPILink(contract, {
    url: () => `${window.location.origin}/api`,
    // Nobody chosen yet: the first coder, as the page shows it.
    headers: () => ({ [CODER_HEADER]: recall<string | null>(CODER, null) ?? '-' }),
  }),
);

/** What a route takes and answers: `Outputs['survey']['read']['variables'][number]`. */
export type Inputs = InferContractRouterInputs<Contract>;
export type Outputs = InferContractRouterOutputs<Contract>;
export type Operation = NonNullable<Outputs['study']['overview']['undo']>;

type Read<I, O> = (input: I, options: { signal: AbortSignal }) => Promise<O>;

/** Query options of a route; `key` is its path in the contract. The last answer stays while the next is read: nothing jumps. */
function query<I, O>(key: string, read: Read<I, O>, input: I) {
  return queryOptions({
    queryKey: [...key.split('.'), input],
    queryFn: ({ signal }) => read(input, { signal }),
    placeholderData: keepPreviousData,
  });
}

/** Like `query`, for one thing among many: another's answer must not stand in while this one is read. */
function queryOne<I, O>(key: string, read: Read<I, O>, input: I) {
  return queryOptions({
    queryKey: [...key.split('.'), input],
    queryFn: ({ signal }) => read(input, { signal }),
  });
}

/** Query options per route: `useQuery(queries.survey())`. A change makes all of them stale. */
export const queries = {
  overview: () => query('study.overview', api.study.overview, undefined),
  check: () => queryOne('study.check', api.study.check, undefined),
  history: (input: { limit?: number; before?: number } = {}) =>
    query('study.history', api.study.history, input),
  historyEntries: (input: Inputs['history']['list']) => query('history.list', api.history.list, input),
  historyEntry: (id: string) => queryOne('history.entry', api.history.entry, { id }),
  conflicts: () => query('history.conflicts', api.history.conflicts, undefined),
  survey: () => query('survey.read', api.survey.read, undefined),
  surveyRows: (input: { waveId: string; from: number; count: number }) =>
    queryOne('survey.rows', api.survey.rows, input),
  surveyExport: (input: Inputs['survey']['exported']) => query('survey.exported', api.survey.exported, input),
  recode: (input: Inputs['survey']['recode']) => query('survey.recode', api.survey.recode, input),
  sample: (input: Inputs['survey']['sample']) => query('survey.sample', api.survey.sample, input),
  missing: (input: { waveId: string; of: 'indicators' | 'all' }) =>
    query('survey.missing', api.survey.missing, input),
  missingRule: (input: Inputs['survey']['missingRule']) =>
    query('survey.missingRule', api.survey.missingRule, input),
  estimates: (input: Inputs['survey']['estimates']) => query('survey.estimates', api.survey.estimates, input),
  crosstab: (input: Inputs['survey']['crosstab']) => query('survey.crosstab', api.survey.crosstab, input),
  classes: () => query('classes.read', api.classes.read, undefined),
  classAnalyses: (id: string) => queryOne('classes.analyses', api.classes.analyses, { id }),
  fitTime: (input: Inputs['classes']['fit']) => query('classes.fitTime', api.classes.fitTime, input),
  job: (id: string) => queryOne('classes.job', api.classes.job, { id }),
  respondents: (input: Inputs['respondents']['read']) =>
    query('respondents.read', api.respondents.read, input),
  classFlow: (id: string) => queryOne('respondents.flow', api.respondents.flow, { id }),
  invitationDraw: (input: Inputs['invitations']['draw']) =>
    query('invitations.draw', api.invitations.draw, { ...input, preview: true }),
  invitations: () => query('invitations.read', api.invitations.read, undefined),
  classWaves: (id: string) => queryOne('classes.waves', api.classes.waves, { id }),
  fieldwork: () => query('fieldwork.read', api.fieldwork.read, undefined),
  person: (id: string) => queryOne('fieldwork.person', api.fieldwork.person, { id }),
  transcripts: () => query('transcripts.list', api.transcripts.list, undefined),
  versions: (id: string) => queryOne('transcripts.versions', api.transcripts.versions, { id }),
  difference: (input: { id: string; from: string; to: string }) =>
    queryOne('transcripts.difference', api.transcripts.difference, input),
  lost: (id: string) => queryOne('transcripts.lost', api.transcripts.lost, { id }),
  recordings: (id: string) => queryOne('transcripts.recordings', api.transcripts.recordings, { id }),
  recogniser: () => query('transcripts.recogniser', api.transcripts.recogniser, undefined),
  recognised: (id: string, add: boolean) =>
    queryOne('transcripts.recognised', api.transcripts.recognised, { id, add }),
  transcript: (id: string) => queryOne('transcripts.read', api.transcripts.read, { id }),
  masking: (sourceId: string) => queryOne('masking.read', api.masking.read, { sourceId }),
  codebook: () => query('coding.codebook', api.coding.codebook, undefined),
  doubleCodings: () => query('doubleCodings.read', api.doubleCodings.read, undefined),
  textDraw: (input: Inputs['doubleCodings']['draw']) =>
    query('doubleCodings.draw', api.doubleCodings.draw, { ...input, preview: true }),
  agreement: (input: Inputs['doubleCodings']['agreement']) =>
    queryOne('doubleCodings.agreement', api.doubleCodings.agreement, input),
  disagreements: (input: Inputs['doubleCodings']['disagreements']) =>
    queryOne('doubleCodings.disagreements', api.doubleCodings.disagreements, input),
  codeHistory: (id: string) => queryOne('coding.codeHistory', api.coding.codeHistory, { id }),
  codeExamples: (id: string) => queryOne('coding.codeExamples', api.coding.codeExamples, { id }),
  codeCodings: (id: string) => queryOne('coding.codeCodings', api.coding.codeCodings, { id }),
  hangingOnCode: (id: string) => queryOne('coding.hangingOnCode', api.coding.hangingOnCode, { id }),
  memos: () => query('coding.memos', api.coding.memos, undefined),
  bookmarks: () => query('coding.bookmarks', api.coding.bookmarks, undefined),
  proposals: (input: Inputs['coding']['propose']) => queryOne('coding.propose', api.coding.propose, input),
  matrix: (input: Inputs['comparison']['matrix']) => query('comparison.matrix', api.comparison.matrix, input),
  passages: (input: Inputs['comparison']['passages']) =>
    query('comparison.passages', api.comparison.passages, input),
  wishes: () => query('comparison.wishes', api.comparison.wishes, undefined),
  claims: () => query('claims.read', api.claims.read, undefined),
  report: () => query('report.read', api.report.read, undefined),
  audit: () => query('report.audit', api.report.audit, undefined),
  search: (input: Inputs['search']) => query('search', api.search, input),
  trace: (blockId: string) => queryOne('report.trace', api.report.trace, { blockId }),
};
