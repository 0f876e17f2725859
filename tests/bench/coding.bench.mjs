// Coding in a study as large as research gets: how long the agreement of its coders takes. Times of the processor, for the work is a
// thread's own; the longest wait of the page is measured in responding.bench.mjs.
import { AGREEMENT_UNITS, codedTexts, compareCoders, inSentences, questionOf } from '@bagom/core';
import { openStudy } from '@bagom/store';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { line, median } from './child.mjs';
import { makeLargeStudy } from './large-study.mjs';

/** Characters of all the documents together: interviews of an hour or two. */
const SIZE = { documents: 330, characters: 330 * 40_000, codes: 150, codings: 100_000, coders: 3 };
const REPLICATES = 1000;
const TIMES = 3;

export async function bench() {
  const folder = mkdtempSync(join(tmpdir(), 'bagom-coding-'));
  try {
    const path = join(folder, 'large.bagom');
    await makeLargeStudy(path, SIZE);
    const study = await openStudy(path, { mode: 'read' });
    await agreementBench(study);
    await study.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Seconds of the processor, and what was made. */
const timed = async (what) => {
  const before = process.cpuUsage();
  const made = await what();
  const { user, system } = process.cpuUsage(before);
  return [(user + system) / 1e6, made];
};

async function agreementBench(study) {
  for (const unit of AGREEMENT_UNITS) {
    const { question } = questionOf(study.state, { unit });
    const texts = await study.texts(question.sourceIds);
    const bySentence = unit === 'sentences';
    const prepared = [];
    let coded;
    for (let i = 0; i < TIMES; i++) {
      const asked = bySentence ? { ...question, unit: 'turns' } : question;
      const [seconds, made] = await timed(() => codedTexts(study.state, texts, asked));
      prepared.push(seconds);
      coded = made;
    }
    line(`agreement, ${unit}: before the thread takes over`, median(prepared), 1);
    if (bySentence) {
      const words = question.sourceIds.map((id) => ({ text: texts.get(id), language: 'da' }));
      const [divided, made] = await timed(() => inSentences(coded, words));
      line(`agreement, ${unit}: dividing the texts`, divided, 2);
      coded = made;
    }
    const codes = question.codeIds;
    for (const [replicates, what, limit] of [
      [0, `the figures, ${codes.length} codes`, 1],
      [REPLICATES, `and intervals, ${REPLICATES} draws`, 2],
    ]) {
      const seconds = [];
      for (let i = 0; i < TIMES; i++)
        seconds.push((await timed(() => compareCoders(coded, { codes, replicates })))[0]);
      line(`agreement, ${unit}: ${what}`, median(seconds), limit);
    }
  }
}
