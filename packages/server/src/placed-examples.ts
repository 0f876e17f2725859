import { gate, type Example } from '@bagom/core';
import type { StudyFile } from '@bagom/store';
import { nameOfSource } from './name-of-source.js';
import { printableWords } from './passages.js';

/** Examples of codes by person and place, with their words as they may be printed and what keeps them from being so. */
export async function placedExamples(study: StudyFile, examples: Iterable<Example>) {
  const { state } = study;
  const read = [];
  for (const { id, sourceId, version, from, to, quoteHash, chosenHash } of examples) {
    const { number, ...name } = nameOfSource(state, sourceId);
    const words = await printableWords(study, sourceId, { from, to });
    const { reasons } = gate(state, { sourceId, from, to });
    const changed = quoteHash !== chosenHash;
    read.push({ number, entry: { id, sourceId, ...name, version, from, to, words, changed, reasons } });
  }
  return read.sort((a, b) => a.number - b.number || a.entry.from - b.entry.from).map(({ entry }) => entry);
}
