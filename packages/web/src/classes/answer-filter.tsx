import { useState } from 'react';
import type { Outputs } from '../api.js';
import { useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { Icon } from '../parts/icon.js';
import { Select } from '../parts/select.js';

type Variable = Outputs['survey']['read']['variables'][number];
/** An answer that respondents must have given; `answer` is the value as text. */
export interface Answered {
  variableId: string;
  answer: string;
  words: string;
}
const ANY = 'any';
const MOST = 4;

/** Narrows a list of respondents to those who gave an answer: two choices add a filter, a press takes it away. */
export function AnswerFilter(props: {
  variables: readonly Variable[];
  where: readonly Answered[];
  onChange: (where: Answered[]) => void;
}) {
  const { variables, where, onChange } = props;
  const m = useMessages();
  const [chosen, setChosen] = useState(ANY);
  const able = variables.filter(
    ({ id, frequencies }) => frequencies.length > 1 && !where.some(({ variableId }) => variableId === id),
  );
  const variable = able.find(({ id }) => id === chosen);
  return (
    <div className="row answer-filter">
      {where.map(({ variableId, words }) => (
        <Button
          key={variableId}
          small
          aria-label={m.respondents.removeFilter(words)}
          onPress={() => onChange(where.filter((one) => one.variableId !== variableId))}
        >
          {words} <Icon name="close" />
        </Button>
      ))}
      {where.length < MOST && able.length > 0 && (
        <Select
          label={m.respondents.narrow}
          bare
          value={variable ? chosen : ANY}
          options={[
            { value: ANY, name: `${m.respondents.narrow} …` },
            ...able.map(({ id, label, name }) => ({ value: id, name: label || name })),
          ]}
          onChange={setChosen}
        />
      )}
      {variable && (
        <Select
          label={m.respondents.answer}
          bare
          value={ANY}
          options={[
            { value: ANY, name: `${m.respondents.answer} …` },
            ...answersTo(variable).map(({ answer, words }) => ({ value: answer, name: words })),
          ]}
          onChange={(answer) => {
            const found = answersTo(variable).find((one) => one.answer === answer);
            if (!found) return;
            const words = `${variable.label || variable.name}: ${found.words}`;
            onChange([...where, { variableId: variable.id, answer, words }]);
            setChosen(ANY);
          }}
        />
      )}
    </div>
  );
}

/** A text variable's answers are the words themselves, a number's are its values. */
const answersTo = ({ kind, frequencies }: Variable) =>
  frequencies
    .filter(({ n }) => n > 0)
    .map(({ value, label }) => ({
      answer: kind === 'string' ? label : String(value),
      words: label || String(value),
    }));
