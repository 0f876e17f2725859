import { api } from '../api.js';
import { useChange } from '../change.js';
import { useFormat, useMessages } from '../language.js';
import type { Fieldwork, PersonFile } from './fieldwork-types.js';

const STATES = ['raised', 'asked', 'denied', 'not-asked', 'not-raised'] as const;

/** The guide topic by topic. Not asked, not raised and denied are three different things; no mark is a fourth. */
export function GuideAnswers({ file, topics }: { file: PersonFile; topics: Fieldwork['guideTopics'] }) {
  const m = useMessages();
  const f = useFormat();
  const answer = useChange(api.fieldwork.answerGuide);
  const states = new Map(file.guideAnswers.map(({ topicId, state }) => [topicId, state]));
  if (topics.length === 0) return <p className="hint">{m.fieldwork.noGuide}</p>;
  const areas = [...new Map(topics.map(({ focus, focusName }) => [focus, focusName]))];
  return (
    <>
      <p className="hint">{m.fieldwork.guideSum(f.number(states.size), f.number(topics.length))}</p>
      <table className="guide">
        <caption className="out-of-sight">{m.fieldwork.parts.guide}</caption>
        <thead>
          <tr>
            <th scope="col">{m.fieldwork.topic}</th>
            {STATES.map((state) => (
              <th key={state} scope="col" className="guide-state">
                <span>{m.words.answerState[state]}</span>
              </th>
            ))}
          </tr>
        </thead>
        {areas.map(([focus, focusName]) => (
          <tbody key={focus}>
            <tr>
              <th scope="rowgroup" colSpan={6} className="guide-focus">
                {focusName}
              </th>
            </tr>
            {topics
              .filter((topic) => topic.focus === focus)
              .map(({ id, topic, question }) => (
                <tr key={id}>
                  <th scope="row" title={question}>
                    {topic}
                  </th>
                  {STATES.map((state) => (
                    <td key={state}>
                      <input
                        type="radio"
                        name={`guide-${id}`}
                        aria-label={`${topic}: ${m.words.answerState[state]}`}
                        checked={states.get(id) === state}
                        onChange={() => answer.mutate({ participantId: file.person.id, topicId: id, state })}
                      />
                    </td>
                  ))}
                </tr>
              ))}
          </tbody>
        ))}
      </table>
    </>
  );
}
