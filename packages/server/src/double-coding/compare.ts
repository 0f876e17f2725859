import {
  BagomError,
  codedTexts,
  questionOf,
  resolutionKey,
  resolutionsOf,
  disagreementsIn,
  type AgreementAsked,
  type AgreementOf,
  type CodersCompared,
  type CodersDiffer,
  type DoubleCoding,
  type Resolution,
} from '@bagom/core';
import type { StudyFile } from '@bagom/store';
import type { ServerContext } from '../context.js';
import { rowOf } from '../handlers/api.js';
import { compareOnThread } from '../jobs/agreement-on-thread.js';
import type { Job } from '../jobs/jobs.js';
import { seenStudy, veilOf } from '../seen-study.js';

type CompareContext = Pick<ServerContext, 'study' | 'remembered' | 'jobs' | 'coderId'>;

/** A question about agreement that may be answered now: not of a sample that is still coded blind. */
async function openQuestion(context: CompareContext, asked: AgreementAsked): Promise<AgreementOf> {
  const { study } = context;
  if (asked.doubleCodingId) openSample(study, asked.doubleCodingId);
  for (const id of asked.coderIds ?? []) rowOf(study, 'coders', id);
  for (const id of asked.sourceIds ?? []) rowOf(study, 'sources', id);
  for (const id of asked.codeIds ?? []) rowOf(study, 'codes', id);
  const veil = await veilOf(context);
  return questionOf(await seenStudy(context), veil ? { ...asked, without: veil.sourceIds } : asked);
}

/** A double coding whose coders may see each other's work. */
export function openSample(study: StudyFile, id: string): DoubleCoding {
  const sample = rowOf(study, 'doubleCodings', id);
  if (sample.blind) throw new BagomError('double-coding.blind', { name: sample.name });
  return sample;
}

/** A comparison that was begun: the job that does it, and what it came to. */
export interface Comparison {
  job: Job;
  of: AgreementOf;
  /** Null until it is done; then settled, whatever became of the job. */
  compared: CodersCompared | null;
  ended: Promise<void>;
}

/** Begins a comparison on a thread; the same question is answered once, until the study changes. */
export async function beginComparison(
  context: CompareContext,
  asked: AgreementAsked,
  { seed, replicates }: { seed: number; replicates: number },
): Promise<Comparison> {
  const { study, remembered, jobs, coderId } = context;
  const count = await study.operationCount();
  const key = `agreement ${coderId} ${JSON.stringify([asked, seed, replicates])}`;
  const begin = async (): Promise<Comparison> => {
    const of = await openQuestion(context, asked);
    const words = await study.texts(of.question.sourceIds);
    const bySentence = of.question.unit === 'sentences';
    // Dividing long texts into sentences takes seconds: the thread does it.
    const texts = codedTexts(
      study.state,
      words,
      bySentence ? { ...of.question, unit: 'turns' } : of.question,
    );
    const sentences = bySentence
      ? of.question.sourceIds.map((id) => ({
          text: words.get(id)!,
          language: rowOf(study, 'sources', id).language,
        }))
      : null;
    let end: () => void;
    const ended = new Promise<void>((resolve) => (end = resolve));
    const comparison: Omit<Comparison, 'job'> = { of, compared: null, ended };
    const job = jobs.start('agreement', (report) => {
      const options = { codes: of.question.codeIds, seed, replicates };
      const { found, stop } = compareOnThread({ texts, sentences, options }, (share) =>
        report.progress(share, ''),
      );
      found
        .then(
          (compared) => {
            comparison.compared = compared;
            report.finish(async () => []);
          },
          () => report.fail(new BagomError('unexpected', { reason: 'agreement' })),
        )
        .finally(() => end());
      return stop;
    });
    return Object.assign(comparison, { job });
  };
  const known = await remembered.get(count, key, begin);
  if (known.job.state === 'running' || known.compared) return known;
  // It was stopped or failed: who asks again means it.
  return remembered.renew(count, key, begin);
}

export interface Disagreement extends CodersDiffer {
  sourceId: string;
  version: number;
  resolution: Resolution | null;
}

/** Where coders differ, text by text, with what was settled. */
export async function disagreements(
  context: CompareContext,
  asked: Omit<AgreementAsked, 'unit'>,
): Promise<{ coderIds: readonly string[]; found: Disagreement[] }> {
  const { study } = context;
  const { question } = await openQuestion(context, { ...asked, unit: 'characters' });
  const settled = asked.doubleCodingId
    ? resolutionsOf(study.state, asked.doubleCodingId)
    : new Map<string, Resolution>();
  const texts = await study.texts(question.sourceIds);
  const found = question.sourceIds.flatMap((sourceId) => {
    const { version } = rowOf(study, 'sources', sourceId);
    const [text] = codedTexts(study.state, texts, { ...question, sourceIds: [sourceId] });
    return disagreementsIn(text!, question.codeIds).map((differ) => {
      const at = { ...differ, sourceId, version };
      return { ...at, resolution: settled.get(resolutionKey({ ...at, codeId: differ.code })) ?? null };
    });
  });
  return { coderIds: question.coderIds, found };
}
