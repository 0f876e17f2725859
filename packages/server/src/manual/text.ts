import type { CodingManual } from '@bagom/core';
import { entryLines, historyLine } from './lines.js';
import { manualWords } from './words.js';

/** The coding manual as plain text. */
export function manualText(manual: CodingManual): string {
  const w = manualWords(manual.language);
  const lines = [w.title(manual.title), '', w.lead(manual.edition, w.date(manual.date))];
  if (manual.blindTexts > 0) lines.push(w.personsOf(manual.persons, manual.blindTexts));
  if (manual.coders.length > 0)
    lines.push(
      `${w.coders}: ${manual.coders.map(({ name, initials }) => `${name} (${initials})`).join(', ')}`,
    );
  for (const entry of manual.codes) {
    lines.push('', entry.path.replaceAll('/', ' › '));
    for (const [label, text] of entryLines(entry, manual, w))
      lines.push(`  ${label}: ${text.replace(/\s*\n\s*/g, ' ')}`);
    if (entry.history.length > 0) lines.push(`  ${w.history}:`);
    for (const event of entry.history) lines.push(`    ${historyLine(event, w)}`);
  }
  if (manual.gone.length > 0) lines.push('', w.gone);
  for (const event of manual.gone) lines.push(`  ${historyLine(event, w)}`);
  return `${lines.join('\n')}\n`;
}
