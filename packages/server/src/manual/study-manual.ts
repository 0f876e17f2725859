import { codingManual, type CodingManual } from '@bagom/core';
import type { StudyFile } from '@bagom/store';
import { printedExamples } from './printed-examples.js';

/** The study's coding manual as it may be printed today. */
export async function studyManual(study: StudyFile, date = new Date()): Promise<CodingManual> {
  return codingManual(study.state, date.toISOString().slice(0, 10), await printedExamples(study));
}
