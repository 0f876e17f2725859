import { BagomError, type Span } from '@bagom/core';
import { createContext, Script } from 'node:vm';

const MILLISECONDS = 500;
/** One text: a pattern that finds more than this in it finds everything. */
const MOST = 5000;

const SEARCH = new Script(
  `(() => { const places = []; const at = new RegExp(pattern, 'giu'); let found;
    while (places.length < ${2 * MOST} && (found = at.exec(text)) !== null) {
      if (found[0] === '') at.lastIndex++; else places.push(found.index, at.lastIndex); }
    return places.join(' '); })()`,
);

/**
 * Where a researcher's regular expression matches. It runs with a limit of time, because one with repetitions inside repetitions
 * may take longer than the study's life.
 * @throws BagomError `proposal.bad-pattern`, `proposal.too-slow`
 */
export function patternPlaces(pattern: string, text: string, source: string): Span[] {
  const wrong = whatIsWrong(pattern);
  if (wrong !== null) throw new BagomError('proposal.bad-pattern', { reason: wrong });
  let said: string;
  try {
    said = String(SEARCH.runInContext(createContext({ pattern, text }), { timeout: MILLISECONDS }));
  } catch {
    throw new BagomError('proposal.too-slow', { source });
  }
  const borders = said === '' ? [] : said.split(' ').map(Number);
  const places: Span[] = [];
  for (let i = 0; i < borders.length; i += 2) places.push({ from: borders[i]!, to: borders[i + 1]! });
  return places;
}

/** Why a pattern is no regular expression; null: it is one. */
function whatIsWrong(pattern: string): string | null {
  try {
    ''.search(new RegExp(pattern, 'giu'));
    return null;
  } catch (error) {
    return error instanceof Error ? error.message.replace(/^Invalid regular expression: /, '') : '';
  }
}
