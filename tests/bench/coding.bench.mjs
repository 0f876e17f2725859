// Coding in a study as large as research gets: how long the agreement of two coders takes.
import { codedTexts, compareCoders, inSentences, questionOf } from '@bagom/core';
import { openStudy } from '@bagom/store';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { line, median } from './child.mjs';
import { makeLargeStudy } from './large-study.mjs';

/** Characters of all the documents together: interviews of an hour or two. */
const SIZE = { documents: 330, characters: 330 * 40_000, codes: 150, codings: 100_000 };
const REPLICATES = 1000;

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

const timed = async (what) => {
  const began = performance.now();
  const made = await what();
  return [(performance.now() - began) / 1000, made];
};

async function agreementBench(study) {
  for (const unit of ['characters', 'sentences']) {
    const { question } = questionOf(study.state, { unit });
    const texts = await study.texts(question.sourceIds);
    const bySentence = unit === 'sentences';
    const prepared = [];
    let coded;
    for (let i = 0; i < 3; i++) {
      const asked = bySentence ? { ...question, unit: 'turns' } : question;
      const [seconds, made] = await timed(() => codedTexts(study.state, texts, asked));
      prepared.push(seconds);
      coded = made;
    }
    line(`agreement, ${unit}: before the thread takes over`, median(prepared), 1);
    if (bySentence) {
      const words = question.sourceIds.map((id) => ({ text: texts.get(id), language: 'da' }));
      const [divided, made] = await timed(() => inSentences(coded, words));
      line(`agreement, ${unit}: dividing the texts`, divided, 5);
      coded = made;
    }
    const codes = question.codeIds;
    const [figures] = await timed(() => compareCoders(coded, { codes, replicates: 0 }));
    line(`agreement, ${unit}: the figures, ${codes.length} codes`, figures, 10);
    const [all] = await timed(() => compareCoders(coded, { codes, replicates: REPLICATES }));
    line(`agreement, ${unit}: with intervals, ${REPLICATES} draws`, all, 60);
  }
}
