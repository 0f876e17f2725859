import { recipeChain, recipeInWords } from '@bagom/core';
import { useFormat, useMessages } from '../language.js';
import type { Variable } from './survey.js';

/** A derived variable's recipe in words, and the variables it comes from, each a step back. */
export function RecipeLines(props: {
  variable: Variable;
  variables: Variable[];
  onSee: (variable: Variable) => void;
}) {
  const { variable, variables, onSee } = props;
  const m = useMessages();
  const f = useFormat();
  const w = m.surveyWork.recode;
  const chain = recipeChain(new Map(variables.map((one) => [one.id, one])), variable);
  const source = chain[0];
  if (!variable.recipe) return null;
  const figure = (value: number | string) =>
    typeof value === 'number' ? f.number(value, Number.isInteger(value) ? 0 : 2) : f.quote(value);
  const sentences = recipeInWords(
    variable.recipe,
    { source: source?.labels ?? [], made: variable.labels },
    { ...w.words, list: f.list, value: (value, label) => w.words.value(figure(value), label) },
  );
  return (
    <section className="recipe-lines">
      <h3>{w.from}</h3>
      <ol className="plain-list recipe-chain">
        {chain.map((one) => (
          <li key={one.id}>
            <button type="button" className="link" onClick={() => onSee(one)}>
              {one.label || one.name}
            </button>{' '}
            <span className="variable-code-word">{one.name}</span>
          </li>
        ))}
      </ol>
      <ul className="recipe-sentences">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
