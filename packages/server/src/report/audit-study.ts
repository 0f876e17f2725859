import type { Finding, Onlooker, StudyState } from '@bagom/core';
import { writeReport } from '@bagom/formats';
import type { StudyFile } from '@bagom/store';
import { auditPrinted } from './audit-printed.js';
import { studyAsPublishedReport } from './published-study.js';

/** The study's report as plain text, in the form that a reading of reports knows. */
export async function reportText(study: StudyFile, who: Onlooker = null): Promise<string> {
  return writeReport(await studyAsPublishedReport(study, who));
}

/** What the study prints in the place of names: such a name standing in an excerpt was put there, not forgotten. */
export function replacementsIn({ entities }: StudyState): string[] {
  return [...new Set([...entities.values()].map(({ replacement }) => replacement))];
}

/**
 * Audits the report as it would be printed now. It is printed and read again first, so that the lines of the findings are
 * lines of the text that can be downloaded.
 */
export async function auditStudy(study: StudyFile): Promise<Finding[]> {
  return auditPrinted(await reportText(study), replacementsIn(study.state));
}
