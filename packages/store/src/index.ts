export { blobOf, type Blob } from './blobs.js';
export { copyStudy, type CopyOptions, type CopyReport } from './copy-study.js';
export { type OperationName } from './history.js';
export { createKeyFile, openKeyFile, type KeyEntry, type KeyFile } from './key-file.js';
export { type Drafts, type Originals } from './media.js';
export {
  mergeStudies,
  type MergedWork,
  type MergeReport,
  type MissingOriginal,
} from './merge/merge-studies.js';
export { settleConflict, type SettledConflict, type Settlement } from './merge/settle-conflict.js';
export { newId } from './new-id.js';
export { createStudy, openStudy, type Location, type NewStudy } from './open-study.js';
export { type Mode } from './place.js';
export { type PgClient, type PgPool, type PostgresConnection } from './pg-pool.js';
export { type StudyFile } from './study-file.js';
export { PROBLEM_CODES, type Problem, type ProblemCode } from './problem.js';
