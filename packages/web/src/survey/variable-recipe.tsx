import { useState } from 'react';
import { api } from '../api.js';
import { useChange } from '../change.js';
import { useMessages } from '../language.js';
import { useActions, type Action } from '../parts/actions.js';
import { Button } from '../parts/button.js';
import { RecipeLines } from './recipe-lines.js';
import { RecodeDialog } from './recode-dialog.js';
import type { Variable } from './survey.js';

/** Where a variable comes from, what it was recoded into, and the acts of recoding. */
export function VariableRecipe(props: {
  variable: Variable;
  variables: Variable[];
  onSee: (id: string) => void;
}) {
  const { variable, variables, onSee } = props;
  const w = useMessages().surveyWork.recode;
  const [open, setOpen] = useState<'new' | 'change' | null>(null);
  const source = variables.find(({ id }) => id === variable.recipe?.from);
  const remove = useChange(api.survey.remove, {
    onDone: () => {
      if (source) onSee(source.id);
    },
  });
  const acts: (Action & { keys: string })[] = [
    { id: 'recode', name: w.act, keys: 'o', run: () => setOpen('new') },
    ...(variable.recipe
      ? [
          {
            id: 'change-recipe',
            name: w.edit,
            keys: 'shift+o',
            disabled: !source,
            run: () => setOpen('change'),
          },
          {
            id: 'remove-variable',
            name: w.remove,
            keys: 'Delete',
            run: () => remove.mutate({ id: variable.id }),
          },
        ]
      : []),
  ];
  useActions(acts);
  const made = variables.filter(({ recipe }) => recipe?.from === variable.id);
  return (
    <>
      {variable.recipe && (
        <RecipeLines variable={variable} variables={variables} onSee={({ id }) => onSee(id)} />
      )}
      {made.length > 0 && (
        <section>
          <h3>{w.usedFor}</h3>
          <ul className="plain-list recipe-chain">
            {made.map(({ id, name, label }) => (
              <li key={id}>
                <button type="button" className="link" onClick={() => onSee(id)}>
                  {label || name}
                </button>{' '}
                <span className="variable-code-word">{name}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className="recipe-acts">
        {acts.map(({ id, name, keys, run, disabled }) => (
          <Button
            key={id}
            small
            look={id === 'remove-variable' ? 'danger' : 'plain'}
            keys={keys}
            isDisabled={disabled ?? false}
            onPress={run}
          >
            {name}
          </Button>
        ))}
      </div>
      {open && (
        <RecodeDialog
          source={open === 'change' && source ? source : variable}
          derived={open === 'change' ? variable : null}
          variables={variables}
          onClose={() => setOpen(null)}
          onMade={onSee}
        />
      )}
    </>
  );
}
