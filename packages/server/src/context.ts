import type { StudyFile } from '@bagom/store';
import type { Jobs } from './jobs/jobs.js';
import type { OpenedKey } from './opened-key.js';
import type { Remembered } from './remembered.js';
import type { StudySearch } from './search/study-search.js';
import type { SurveyColumns } from './survey/columns.js';

/** What every handler works on. */
export interface ServerContext {
  study: StudyFile;
  columns: SurveyColumns;
  jobs: Jobs;
  /** Values made from the study's rows, until the rows change. */
  remembered: Remembered;
  search: StudySearch;
  /** Where the study lies, as it is shown. */
  location: string;
  /** Where the key file is or may be made; null: nowhere. */
  keyPath: string | null;
  /** The coder a request is made as; null: nobody in particular. */
  coderId: string | null;
  key: OpenedKey;
  /** Where what belongs to this machine is written down. */
  settingsPath: string;
  /** What speech recognition heard and nobody has kept yet, by job. */
  recognised: Map<string, { recordingId: string; json: Uint8Array }>;
}
