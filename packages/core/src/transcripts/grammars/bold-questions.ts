import type { Grammar, Opening } from './opening.js';

/** The interviewer's whole turns are in bold or italics, the other's are plain, and nobody is named. Speakers are `1` and `2`. */
export const boldQuestions: Grammar<'bold-questions'> = {
  name: 'bold-questions',
  trust: 0.8,
  openings({ text, paragraphs, marks }) {
    const whole = new Set<number>();
    let i = 0;
    const looks = marks.filter(({ kind }) => kind === 'bold' || kind === 'italic');
    for (const { from, to, of } of paragraphs) {
      while (i < looks.length && looks[i]!.to <= from) i++;
      for (let j = i; j < looks.length && looks[j]!.from < to; j++)
        if (looks[j]!.from <= from && looks[j]!.to >= to && of.style !== 'heading') whole.add(from);
    }
    const asked = [...paragraphs].filter(({ from }) => whole.has(from));
    const questions = asked.filter(({ from, to }) => text.slice(from, to).includes('?')).length;
    if (asked.length < 2 || questions * 2 < asked.length || asked.length > paragraphs.length * 0.7) return [];
    const openings: Opening[] = [];
    for (const { from, of } of paragraphs) {
      const label = whole.has(from) ? '1' : '2';
      if (of.style === 'heading' || (openings.length === 0 && label === '2')) continue;
      if (openings.at(-1)?.label !== label)
        openings.push({ at: from, from, label, time: null, line: of.line });
    }
    return openings;
  },
};
