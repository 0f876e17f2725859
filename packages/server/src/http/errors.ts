import { errorSentence } from '@bagom/contract';
import { BagomError } from '@bagom/core';
import { ORPCError, ValidationError } from '@orpc/server';

/** Where unexpected errors are written: what kind and where in the program, never what was in the data. */
export type Log = (line: string) => void;

/** An error as the contract carries it: its code and data, and the sentence in both languages. */
export function bagomAnswer({ code, data }: Pick<BagomError, 'code' | 'data'>) {
  return {
    code,
    data: { ...data },
    da: errorSentence(code, data, 'da'),
    en: errorSentence(code, data, 'en'),
  };
}

export function asOrpcError(error: unknown, log: Log): ORPCError<string, unknown> {
  if (error instanceof BagomError) return bagomError(error);
  if (error instanceof ORPCError) {
    if (error.cause instanceof ValidationError && error.status === 400)
      return bagomError(new BagomError('input.invalid', { reason: reasonOf(error.cause) }));
    if (error.status < 500) return error;
  }
  log(`unexpected: ${described(error)}`);
  return bagomError(new BagomError('unexpected', { reason: error instanceof Error ? error.name : 'error' }));
}

function bagomError(error: BagomError): ORPCError<string, unknown> {
  const data = bagomAnswer(error);
  return new ORPCError('BAGOM', { status: 422, message: data.en, data });
}

/** The paths that were wrong, not the values: a value may be somebody's words. */
function reasonOf({ issues }: ValidationError): string {
  const paths = issues.map(({ path, message }) => {
    const at = (path ?? []).map((key) => String(typeof key === 'object' ? key.key : key)).join('.');
    return at ? `${at}: ${message}` : message;
  });
  return paths.slice(0, 5).join('; ').slice(0, 400);
}

/** An error's kind and the program's own lines it came through; messages may quote data and are left out. */
export function described(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 4);
  const cause = error.cause instanceof Error ? ` <- ${described(error.cause)}` : '';
  return `${error.name} ${frames.map((line) => line.trim().replace(/\(?file:\/\/.*\/packages\//, '(')).join(' | ')}${cause}`;
}
