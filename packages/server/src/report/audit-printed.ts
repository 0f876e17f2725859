import { auditReport, BagomError, type Finding, type PublishedReport } from '@bagom/core';
import { readReport } from '@bagom/formats';

/** What a critical reader would point at in a report whose study chose these names: see `auditReport`. */
export function auditOf(report: PublishedReport, known: readonly string[] = []): Finding[] {
  return auditReport(report, { known: new Set(known) });
}

/** Reads and audits a report's text; lines of findings are lines of it. Without excerpts there is nothing to audit yet. */
export function auditPrinted(text: string, known: readonly string[] = []): Finding[] {
  let report: PublishedReport;
  try {
    report = readReport(text);
  } catch (error) {
    if (error instanceof BagomError && (error.code === 'report.no-excerpts' || error.code === 'report.empty'))
      return [];
    throw error;
  }
  return auditOf(report, known);
}
