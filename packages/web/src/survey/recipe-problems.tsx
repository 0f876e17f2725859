import { useFormat, useMessages } from '../language.js';
import type { Tried } from './survey.js';

/** What is wrong with a recipe, in words; `rowOf` says which written rule each rule comes from. */
export function RecipeProblems({ problems, rowOf }: { problems: Tried['problems']; rowOf: number[] }) {
  const w = useMessages().surveyWork.recode.problem;
  const f = useFormat();
  const said = new Set<string>();
  for (const { code, rule, before } of problems) {
    const sentence = code in w ? w[code as keyof typeof w] : undefined;
    const row = (at: number | null) => (at === null ? -1 : (rowOf[at] ?? at));
    // Two ranges of one written rule may well meet.
    if (rule !== null && row(rule) === row(before)) continue;
    if (sentence) said.add(sentence(f.number(row(rule) + 1), f.number(row(before) + 1)));
  }
  return (
    <ul className="plain-list recode-problems" aria-live="polite">
      {[...said].map((sentence) => (
        <li key={sentence} className="wrong">
          {sentence}
        </li>
      ))}
    </ul>
  );
}
