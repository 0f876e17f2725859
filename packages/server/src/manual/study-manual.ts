import { codingManual, seenBy, type CodingManual, type Onlooker } from '@bagom/core';
import type { StudyFile } from '@bagom/store';
import { printedExamples } from './printed-examples.js';

/** The study's coding manual as it may be printed today; for anybody to read unless it is said who does. */
export async function studyManual(
  study: StudyFile,
  date = new Date(),
  who: Onlooker = null,
): Promise<CodingManual> {
  return codingManual(
    study.state,
    date.toISOString().slice(0, 10),
    await printedExamples(study, seenBy(study.state, who)),
    who,
  );
}
