import { auditReport, BagomError, type Finding, type PublishedReport } from '@bagom/core';
import { readReport, writeReport } from '@bagom/formats';
import type { StudyFile } from '@bagom/store';
import { studyAsPublishedReport } from './published-study.js';

/** What a critical reader would point at in a report: see `auditReport`. */
export function auditOf(report: PublishedReport): Finding[] {
  return auditReport(report);
}

/** The study's report as plain text, in the form that a reading of reports knows. */
export async function reportText(study: StudyFile): Promise<string> {
  return writeReport(await studyAsPublishedReport(study));
}

/**
 * Audits the report as it would be printed now. It is printed and read again first, so that the lines of the findings are
 * lines of the text that can be downloaded. A report without excerpts has nothing to be audited yet.
 */
export async function auditStudy(study: StudyFile): Promise<Finding[]> {
  let report: PublishedReport;
  try {
    report = readReport(await reportText(study));
  } catch (error) {
    if (error instanceof BagomError && (error.code === 'report.no-excerpts' || error.code === 'report.empty')) return [];
    throw error;
  }
  return auditOf(report);
}
