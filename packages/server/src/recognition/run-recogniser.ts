import { BagomError } from '@bagom/core';
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JobReport } from '../jobs/jobs.js';
import type { Recogniser } from './recogniser.js';

/** The largest answer that is read: some hundred hours of talk. */
const ANSWER_LIMIT = 64 * 1024 * 1024;
/** What the program wrote last is told when it fails. */
const LAST_WORDS = 300;

/**
 * Runs whisper.cpp on a recording: a program of this machine with its arguments as a list (no shell), and no network of ours.
 * Tells its progress as it prints it, and hands its JSON on. Returns how to stop it; then nothing stays.
 */
export function runRecogniser(
  { program, model }: Recogniser,
  recording: { path: string; language: string },
  report: JobReport,
  onAnswer: (json: Uint8Array) => Promise<string[]>,
): () => void {
  const stop = new AbortController();
  const run = async () => {
    const folder = await mkdtemp(join(tmpdir(), 'bagom-speech-'));
    try {
      const answer = join(folder, 'speech');
      await finished(
        program,
        ['-m', model, '-f', recording.path, '-l', recording.language, '-oj', '-of', answer, '-pp'],
        report,
        stop.signal,
      );
      const file = `${answer}.json`;
      const there = await stat(file).catch(() => null);
      if (!there) throw new BagomError('recogniser.no-answer', { program });
      if (there.size > ANSWER_LIMIT)
        throw new BagomError('file.too-large', {
          file: 'speech.json',
          size: there.size,
          limit: ANSWER_LIMIT,
        });
      return new Uint8Array(await readFile(file));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
  run().then(
    (json) => report.finish(() => onAnswer(json)),
    (error: unknown) =>
      report.fail(
        error instanceof BagomError ? error : new BagomError('recogniser.failed', { program, words: '' }),
      ),
  );
  return () => stop.abort();
}

function finished(
  program: string,
  args: readonly string[],
  report: JobReport,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { signal, stdio: ['ignore', 'ignore', 'pipe'], shell: false });
    let said = '';
    child.stderr.setEncoding('utf8');
    child.stderr.on('data', (words: string) => {
      said = (said + words).slice(-4000);
      const percent = [...said.matchAll(/progress\s*=\s*(\d{1,3})\s*%/g)].at(-1)?.[1];
      if (percent) report.progress(Math.min(0.99, Number(percent) / 100), 'recognise');
    });
    child.on('error', () => reject(new BagomError('recogniser.failed', { program, words: '' })));
    child.on('close', (code) => {
      const words = said.trim().split('\n').at(-1)?.slice(-LAST_WORDS) ?? '';
      if (code === 0) resolve();
      else reject(new BagomError('recogniser.failed', { program, words }));
    });
  });
}
