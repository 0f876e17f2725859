export * from './claims/assess.js';
export * from './claims/claim.js';
export * from './classes/class-model.js';
export { agreement, codedTexts, type AgreementQuestion } from './coding/agreement/agreement.js';
export {
  COEFFICIENTS,
  type Agreement,
  type Coefficients,
  type CodersCompared,
  type Interval,
} from './coding/agreement/compare-coders.js';
export { disagreementsIn, type CodersDiffer } from './coding/agreement/disagreements.js';
export { AGREEMENT_UNITS, type AgreementUnit } from './coding/agreement/text-units.js';
export * from './coding/code-counts.js';
export * from './coding/codebook.js';
export * from './coding/coding.js';
export * from './coding/double-coding.js';
export * from './comparison/matrix.js';
export * from './comparison/retrieve.js';
export * from './comparison/wish.js';
export * from './fieldwork/cases.js';
export * from './fieldwork/guide.js';
export * from './fieldwork/interview.js';
export * from './fieldwork/invitation.js';
export * from './fieldwork/participant.js';
export * from './fieldwork/quota-grid.js';
export * from './fieldwork/site.js';
export * from './history/operation.js';
export * from './masking/brackets.js';
export * from './masking/masking.js';
export * from './masking/propose.js';
export * from './masking/publish.js';
export * from './report/chapter.js';
export * from './report/gate.js';
export * from './report/audit/audit.js';
export * from './report/printed.js';
export * from './report/published.js';
export * from './study/bagom-error.js';
export * from './study/info.js';
export * from './study/overview.js';
export * from './study/state.js';
export * from './study/study.js';
export * from './study/tables.js';
export * from './survey/apply-questionnaire.js';
export * from './survey/distribution.js';
export * from './survey/match-columns.js';
export * from './survey/numbered-codes.js';
export * from './survey/questionnaire.js';
export * from './survey/statistics/statistics.js';
export * from './survey/recipe.js';
export * from './survey/missing.js';
export * from './survey/propose-recipes.js';
export * from './survey/recode.js';
export * from './survey/recipe-problems.js';
export * from './survey/recipe-words.js';
export * from './survey/sample/sample-design.js';
export * from './survey/sample/sample-summary.js';
export * from './survey/tables/crosstab.js';
export * from './survey/tables/estimates.js';
export * from './survey/survey.js';
export * from './text/carry.js';
export * from './text/change.js';
export { diffText } from './text/diff.js';
export * from './text/normalise.js';
export * from './text/spans.js';
export * from './transcripts/current-version.js';
export * from './transcripts/source.js';
export * from './transcripts/turns.js';
