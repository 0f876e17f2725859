import { labelsAmong, type Candidate } from './labels.js';
import type { Grammar } from './opening.js';

const NAME = /^[\p{L}][\p{L}\p{M}\p{N} .'’_/&+-]{0,40}$/u;

/** A name in bold begins a paragraph, with or without a colon after it. */
export const boldNames: Grammar<'bold-names'> = {
  name: 'bold-names',
  trust: 0.97,
  openings({ text, paragraphs, marks }) {
    const bold = new Map<number, number>();
    for (const { from, to, kind } of marks)
      if (kind === 'bold') bold.set(from, Math.max(to, bold.get(from) ?? 0));
    const candidates: Candidate[] = [];
    for (const { from, to, of } of paragraphs) {
      const end = bold.get(from);
      if (end === undefined || end >= to || end - from > 44) continue;
      const label = text.slice(from, end).replace(/[\s:.]+$/u, '');
      if (!NAME.test(label)) continue;
      const after = /^\s*[:–-]?\s*/u.exec(text.slice(end, to))![0].length;
      candidates.push({ at: from, from: end + after, label, sign: ':', time: null, line: of.line });
    }
    return labelsAmong(candidates);
  },
};
