import type { CodeLabel } from '@bagom/core';
import { plainText } from '../questionnaire/plain-text.js';

/** `1, Yes | 2, No`: what stands before the first comma is the code. A choice without a comma is its own code. */
export function choicesIn(text: string): CodeLabel[] {
  const found = new Map<string, string>();
  for (const choice of text.split('|')) {
    const comma = choice.indexOf(',');
    const value = (comma === -1 ? choice : choice.slice(0, comma)).trim();
    const label = plainText(comma === -1 ? choice : choice.slice(comma + 1));
    if (value !== '' && !found.has(value)) found.set(value, label);
  }
  return [...found].map(([value, label]) => ({ value, label }));
}
